using TrustCoach.Domain.TrustLists;

namespace TrustCoach.Services.Demo.Stories;

/// <summary>Hanna took the two sheets in spring and again this autumn; Tomas began last week. The names are invented and belong to nobody in the demo.</summary>
internal static class TwoSheets
{
    private const PaperSheet Trusted = PaperSheet.Trusted, Trusting = PaperSheet.Trusting;

    public static void Tell(DemoWorld world)
    {
        Write(world, SteadyRep.Rep,
            (210, Trusted, "Aunt Birgitta", "Honesty, Discretion"), (210, Trusted, "Per from the workshop", "Competence, Keeping promises"),
            (210, Trusted, "Lena", "Loyalty"), (210, Trusting, "Lena", "Discretion"),
            (96, Trusting, "Old Mr Falk", "Punctuality, Keeping promises"), (96, Trusted, "Dagmar", "Keeping promises, Fairness"),
            (95, Trusting, "Per from the workshop", "Keeping promises, Listening"),
            (12, Trusted, "Coach Rune", "Honesty, tells me what I do not want to hear"), (12, Trusting, "My sister", "Listening, Discretion"),
            (11, Trusting, "Dagmar", "Keeping promises"), (11, Trusted, "The night porter", "Discretion, Honesty"), (11, Trusting, "Simran next door", "Keeping promises"));
        Write(world, SlippingRep.Rep, (6, Trusted, "Uncle Wim", "Punctuality"), (6, Trusting, "Uncle Wim", "Kindness"));
    }

    private static void Write(DemoWorld world, string rep, params (int Ago, PaperSheet Sheet, string Name, string Why)[] lines)
    {
        var (lists, version) = (TwoLists.Empty, 0);
        foreach (var (ago, sheet, name, why) in lines)
        {
            version++;
            lists = lists.Add(sheet, DemoDice.Id($"{rep} {sheet} {name}"), new(name, null, why), world.Calendar.At(ago, 20, version)).Value;
            world.Lists.Add(new(world.People[rep], version, lists));
        }
    }
}
