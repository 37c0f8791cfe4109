using TrustCoach.Domain.Method;
using TrustCoach.Domain.Promises;
using TrustCoach.Domain.Touchpoints;

namespace TrustCoach.Services.Demo.Stories;

/// <summary>
/// What reps ticked in their first conversations. Where a small promise was left, the weeks after went well; the other steps fell as they
/// fell. North words its card anew once, so that it has two versions.
/// </summary>
internal static class FirstConversations
{
    private const int AfterDays = EarlyRelationship.FirstDays + EarlyRelationship.AfterDays;

    private static readonly Guid SmallPromise = StepCard.Default.Steps[4].Id;

    public static void Tell(DemoWorld world)
    {
        var north = world.People.AllTeams.Single(t => t.Name == "North");
        var first = Publish(world, north.Id, StepCard.Default, 372,
            [.. StepCard.Default.Steps.Select(Kept), new(null, "Ask who else decides", "‘Who will say no, if somebody does?’")]);
        Publish(world, north.Id, first, 40,
            [Kept(first.Steps[0]) with { How = "‘I have forty minutes. At half past I stop, wherever we are.’" }, .. first.Steps.Skip(1).Select(Kept)]);

        var touchpoints = world.Batch.Touchpoints.Where(t => t.IsContact).ToLookup(t => t.RelationshipId);
        var promises = world.Batch.Promises.Where(p => p.Direction == Direction.Ours).ToLookup(p => p.RelationshipId);
        foreach (var pair in world.Pairs)
        {
            var met = touchpoints[pair.Relationship.Id].OrderBy(t => t.HappenedAt).ToList();
            if (met.Count > 0)
                Tick(world, pair, pair.Rep.TeamId == north.Id ? first : StepCard.Default, met, WentWell(met, promises[pair.Relationship.Id]));
        }
    }

    private static void Tick(DemoWorld world, DemoPair pair, StepCard card, List<Touchpoint> met, bool wentWell)
    {
        var dice = new DemoDice($"first conversations with {pair.Customer.Customer.Name}");
        var early = met.Where(t => t.Day < met[0].Day.AddDays(EarlyRelationship.FirstDays)).ToList();
        var steps = card.Steps.Where(s => dice.Falls(s.Id == SmallPromise ? wentWell ? 0.9 : 0.12 : 0.55)).Select(s => s.Id).ToList();
        if (steps.Count > 0 && dice.Falls(0.9))
            Say(world, early[0], d => d with { Ticks = new(card.Id, steps) });
        if (met.Count > 2 && dice.Falls(0.6))
            Say(world, met[dice.Between(1, 2)], d => d with { TheyStarted = true });
    }

    private static void Say(DemoWorld world, Touchpoint touchpoint, Func<TouchpointDetails, TouchpointDetails> change)
    {
        if (touchpoint.Correct(change(touchpoint.Say()), touchpoint.Version, world.Calendar.Zone, world.Calendar.Now) is { } refused)
            throw new InvalidOperationException(refused.Message);
    }

    private static bool WentWell(List<Touchpoint> met, IEnumerable<Promise> promises)
    {
        var (from, until) = (met[0].Day.AddDays(EarlyRelationship.FirstDays), met[0].Day.AddDays(AfterDays));
        return met.Where(t => t.Day >= from && t.Day < until).All(t => t.Outcome != Outcome.Missed && t.Breakers.Count == 0)
            && promises.Where(p => p.ClosedOn >= from && p.ClosedOn < until).All(p => p.State is PromiseState.Kept or PromiseState.Lapsed);
    }

    private static StepDraft Kept(MethodStep step) => new(step.Id, step.Name, step.How);

    private static StepCard Publish(DemoWorld world, Guid teamId, StepCard before, int ago, List<StepDraft> steps)
    {
        var manager = world.People.AllTeams.Single(t => t.Id == teamId).ManagerId!.Value;
        var card = MethodCard.Publish(
            world.Organization.Id, DemoDice.Id($"method card {ago} of {teamId}"), teamId, before, steps, manager, world.Calendar.At(ago, 10)).Value;
        world.MethodCards.Add(card);
        return card.ToCard();
    }
}
