namespace TrustCoach.Benchmarks.Generate;

/// <summary>Names and sentences of the length people write.</summary>
internal static class Words
{
    private static readonly string[] Places =
    [
        "Ashford", "Barrow", "Calder", "Danby", "Eldon", "Farley", "Garston", "Hadley", "Ilkley", "Jarrow", "Kendal", "Larne", "Marlow", "Norden", "Oakham",
        "Pelham", "Quarry", "Redhill", "Selby", "Thorne", "Upton", "Verwood", "Walden", "Yarm", "Zeal", "Aldgate", "Birch", "Cromer", "Dover", "Elm",
        "Fleet", "Granby", "Harlow", "Ingham", "Kelso", "Leeward", "Milton", "Neath", "Orwell", "Paisley", "Radley", "Sandal", "Tarvin", "Ulster", "Vale",
        "Wells", "Arden", "Boston", "Chatham", "Dunmore",
    ];

    private static readonly string[] Trades =
    [
        "Bakery", "Brewing", "Cabinet", "Carpets", "Castings", "Ceramics", "Chemicals", "Clinics", "Clothing", "Coatings", "Components", "Construction", "Dairy", "Design",
        "Distribution", "Drilling", "Electric", "Energy", "Engines", "Fabrics", "Farms", "Fittings", "Foods", "Forwarding", "Foundry", "Furniture", "Gardens", "Glass",
        "Haulage", "Hotels", "Instruments", "Joinery", "Kitchens", "Labels", "Leather", "Lighting", "Logistics", "Machines", "Marine", "Metals", "Mills", "Motors",
        "Optics", "Packaging", "Paper", "Pharma", "Plastics", "Pumps", "Rail", "Roofing",
    ];

    private static readonly string[] Forms =
    [
        "Ltd", "Group", "Works", "& Sons", "Brothers", "Partners", "Supply", "International", "Services", "Industries", "Trading", "Systems", "House", "Direct",
        "Company", "Union", "North", "South", "East", "West",
    ];

    private static readonly string[] First =
    [
        "Ada", "Bram", "Chloe", "Dario", "Elin", "Farid", "Greta", "Hugo", "Iris", "Jonas", "Katya", "Liam", "Mina", "Noor", "Otto", "Petra", "Quinn", "Rosa", "Sven", "Tilda",
    ];

    private static readonly string[] Last =
    [
        "Abbott", "Brandt", "Castillo", "Duval", "Eriksen", "Fischer", "Gallo", "Haddad", "Ibsen", "Jansen", "Kowalski", "Lindgren", "Moreau", "Nakamura", "Okafor",
        "Petersen", "Quist", "Romano", "Schmidt", "Takeda",
    ];

    private static readonly string[] Summaries =
    [
        "Went through the offer line by line; they want the longer warranty in writing.",
        "Delivery arrived complete. They checked it with us on the phone and signed it off.",
        "Sent the drawings they asked for, an hour before their own meeting.",
        "Showed the new unit on site. Two of their engineers joined and asked about spares.",
        "Called back as agreed and explained why the price moved.",
        "They had a question on the last invoice; settled it in ten minutes.",
        "Walked the hall with them and noted what has to change before the installation.",
        "Short call about the schedule, and what they need from us by Friday.",
    ];

    private static readonly string[] Expectations =
    [
        "A clear price by the end of the call.", "Somebody who knows the machine on site.", "The drawings today.", "An honest answer on the delivery date.", "No surprises on the invoice.",
    ];

    private static readonly string[] Promised =
    [
        "Send the revised offer with the longer warranty.", "Call back with the delivery date.", "Bring the spare parts list.", "Arrange a visit to the reference site.", "Correct the invoice.",
    ];

    /// <summary>A company; 50,000 different ones.</summary>
    public static string Company(int number) =>
        $"{Places[number % Places.Length]} {Trades[number / Places.Length % Trades.Length]} {Forms[number / (Places.Length * Trades.Length) % Forms.Length]}"
        + (number < Places.Length * Trades.Length * Forms.Length ? "" : FormattableString.Invariant($" {number / (Places.Length * Trades.Length * Forms.Length)}"));

    /// <summary>A person; 400 different ones.</summary>
    public static string Person(int number) => $"{First[number % First.Length]} {Last[number / First.Length % Last.Length]}";

    public static string Summary(Random random) => Summaries[random.Next(Summaries.Length)];

    public static string Expectation(Random random) => Expectations[random.Next(Expectations.Length)];

    public static string Promise(Random random) => Promised[random.Next(Promised.Length)];
}
