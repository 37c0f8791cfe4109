namespace TrustCoach.Services.Demo.Stories;

/// <summary>Hanna keeps two things that a customer told her and nobody else may hear; one has been announced meanwhile.</summary>
internal static class Confided
{
    public static void Tell(DemoWorld world)
    {
        var rep = world.People[SteadyRep.Rep];
        var customer = world.Batch.Relationships.First(r => r.RepId == rep.Id && r.EndedOn is null).CustomerId;
        void Keep(int ago, string what, string from, string? mayKnow, int? until) => world.Secrets.Add(new(
            rep, DemoDice.Id($"{rep.Name} {what}"), new(what, from, mayKnow, customer, world.Calendar.Day(ago), until is { } day ? world.Calendar.Day(day) : null)));
        Keep(18, "They will close the smaller warehouse next summer, and the people there do not know yet.", "The head of logistics", "Ingrid, for the offer", null);
        Keep(60, "A new managing director starts in autumn.", "The head of logistics", null, 12);
    }
}
