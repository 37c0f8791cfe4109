namespace TrustCoach.Services.Demo.Words;

/// <summary>Customers and the people who work there. All invented.</summary>
internal static class Companies
{
    public static readonly string[] Names =
    [
        "Abbot & Crane Brewing", "Aldwark Mills", "Amberley Dairy", "Ardent Paper", "Ashdown Timber", "Bayliss Cold Store",
        "Beck & Rowan Foods", "Blackfen Aggregates", "Bramley Orchards", "Brightside Laundry", "Caldwell Printworks", "Canning Street Pharma",
        "Cedar Lane Furniture", "Chalk Farm Bakery", "Cobalt Chemicals", "Copperfield Cables", "Corrie Glass", "Crossmoor Tyres",
        "Dalby Seeds", "Deepdale Fisheries", "Drayton Bottling", "Dunmore Textiles", "Eastgate Parcels", "Eldon Ceramics",
        "Elmfield Poultry", "Fairhaven Wholesale", "Fenwick Pumps", "Fernhill Nurseries", "Foxley Engineering", "Garrow Steel",
        "Gildersome Carpets", "Glenmore Water", "Granby Fasteners", "Greystone Masonry", "Halcyon Cosmetics", "Hallam Forge",
        "Harrowgate Tiles", "Hartwell Grain", "Hazelmere Toys", "Hollins Packaging", "Holm Island Salt", "Ivybridge Books",
        "Jessop Optical", "Juniper Spirits", "Kestrel Freight", "Kingsholm Meats", "Lambourne Stables", "Langstone Marine",
        "Larchwood Doors", "Linden & Sons Coffee", "Lowther Insulation", "Maitland Motors", "Marlow Medical", "Meadowbank Eggs",
        "Millbrook Linen", "Morven Whisky", "Netherby Tools", "Newlyn Ropes", "Northolt Recycling", "Oakhanger Cider",
        "Oldcastle Plumbing", "Orchard Row Juice", "Osprey Outdoor", "Pendle Plastics", "Penrose Lighting", "Pinewood Pallets",
        "Quayside Imports", "Quenby Cheese", "Radley Radiators", "Ravensworth Sugar", "Redhill Courier", "Ridgeway Cement",
        "Rosemoor Flowers", "Saltmarsh Seafood", "Sandford Sports", "Selby Solar", "Shelton Shelving", "Silverdale Frozen",
        "Skelton Spices", "Southwold Paints", "Stanmore Electrics", "Stourbridge Glassware", "Tamar Boats", "Thornbury Feed",
        "Tideway Storage", "Trelawney Tea", "Upton Mattresses", "Vale Royal Salt", "Wexford Windows", "Whitby Smokehouse",
        "Wickham Wool", "Yarrow Bicycles",
    ];

    public static readonly string[] FirstNames =
    [
        "Amara", "Anders", "Beth", "Bruno", "Carla", "Chidi", "Dana", "Dominik", "Edith", "Emre", "Farah", "Felix", "Gemma", "Gustav",
        "Hana", "Henrik", "Imani", "Ivan", "Jana", "Jamal", "Karin", "Kofi", "Leila", "Lukas", "Mei", "Mateo", "Nadia", "Nils", "Olga",
        "Oskar", "Paula", "Piotr", "Rosa", "Ruben", "Salma", "Stefan", "Tara", "Theo", "Uma", "Viktor", "Wanda", "Yara", "Zoe", "Arjun",
    ];

    public static readonly string[] LastNames =
    [
        "Achebe", "Bergström", "Carver", "Dubois", "Ekström", "Farrell", "Gallo", "Hartmann", "Ibrahim", "Jansen", "Kaya", "Lombardi",
        "Mbeki", "Novák", "O'Neill", "Patel", "Quist", "Rossi", "Silva", "Thorne", "Ueda", "Vasquez", "Whelan", "Yilmaz", "Zeman",
        "Barlow", "Christie", "Devlin", "Eastwood", "Frost", "Grainger", "Holt",
    ];

    public static readonly string[] Titles =
    [
        "Head of logistics", "Warehouse manager", "Purchasing", "Plant manager", "Operations director", "Maintenance lead", "Shift lead",
        "Safety officer", "Finance director", "Owner",
    ];

    public static readonly string[] Kit =
    [
        "reach trucks", "pallet trucks", "dock levellers", "pallet racking", "battery chargers", "order pickers", "conveyor belts",
        "tow tractors", "lifting tables", "floor scales",
    ];
}
