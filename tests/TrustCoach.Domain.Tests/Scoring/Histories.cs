using FsCheck;
using FsCheck.Fluent;
using TrustCoach.Domain.Scoring;

namespace TrustCoach.Domain.Tests.Scoring;

/// <summary>A made-up relationship: unordered events, some on shared days, with overlapping lies and repairs to anything or nothing.</summary>
internal sealed record MadeUp(Evidence[] Events, Opening Opening, double Rho, int AsOf)
{
    public Reading Read() => ClosedForm.Read(Events, Opening, Rho, AsOf, ScoringRules.Default);

    public Reading Read(IEnumerable<Evidence> events) => ClosedForm.Read([.. events], Opening, Rho, AsOf, ScoringRules.Default);

    public Sums Sums() => ClosedForm.Sums(Events, AsOf, ScoringRules.Default);

    /// <summary>A new event on the day of reading.</summary>
    public Evidence Today(EvidenceKind kind, int severity = 2) => new(Guid.NewGuid(), AsOf, kind, severity, Guid.NewGuid());

    public MadeUp With(params Evidence[] events) => this with { Events = [.. Events, .. events] };

    public override string ToString() =>
        $"as of {AsOf - Histories.FirstDay}, rho {Rho:R}, {Opening}\n" + string.Join('\n', Events.OrderBy(e => (e.Day, e.Id)).Select(Line));

    private static string Line(Evidence e) =>
        $"  {e.Day - Histories.FirstDay} {e.Kind} {e.Severity} {e.Level} {e.Id:N} -> {e.Ref:N} {(e.OwnedUp ? "owned up" : "")} {e.Trait}";
}

/// <summary>Generators and the property runner.</summary>
internal static class Histories
{
    public const int FirstDay = Standing.Landmark + 9_000;

    private const int Runs = 150;

    private static readonly EvidenceKind[] Repairs = [EvidenceKind.Apology, EvidenceKind.MakeGood];

    private static readonly Gen<EvidenceKind> Kind = Gen.Frequency(
        (6, Gen.Constant(EvidenceKind.Met)), (2, Gen.Constant(EvidenceKind.Exceeded)), (3, Gen.Constant(EvidenceKind.Missed)),
        (2, Gen.Constant(EvidenceKind.PromiseKept)), (1, Gen.Constant(EvidenceKind.PromiseExceeded)),
        (2, Gen.Constant(EvidenceKind.PromiseLate)), (1, Gen.Constant(EvidenceKind.PromiseBroken)),
        (2, Gen.Constant(EvidenceKind.PromiseRenegotiated)), (3, Gen.Constant(EvidenceKind.Late)),
        (1, Gen.Constant(EvidenceKind.Gossip)), (1, Gen.Constant(EvidenceKind.Exaggeration)), (2, Gen.Constant(EvidenceKind.Lie)),
        (4, Gen.Constant(EvidenceKind.Apology)), (3, Gen.Constant(EvidenceKind.MakeGood)));

    // Close together so that days are shared and repairs are in time, or years apart.
    private static readonly Gen<int> Day =
        Gen.Frequency((4, Gen.Choose(0, 25)), (3, Gen.Choose(0, 120)), (2, Gen.Choose(0, 1_500)));

    private static readonly Gen<Evidence> Event =
        from kind in Kind
        from day in Day
        from severity in Gen.Choose(1, 3)
        from level in Gen.Elements(Enum.GetValues<EvidenceLevel>())
        from owned in Gen.Frequency((3, Gen.Constant(false)), (1, Gen.Constant(true)))
        from trait in Gen.Frequency((3, Gen.Constant<Trait?>(null)), (1, Gen.Elements(Enum.GetValues<Trait>()).Select(t => (Trait?)t)))
        from onTime in Gen.Elements(true, false)
        from id in Gen.Choose(0, int.MaxValue)
        from promise in Gen.Choose(1, 4)
        select new Evidence(
            Id(id), FirstDay + day, kind, severity, Id(-promise), level, owned, trait, onTime && kind == EvidenceKind.Met);

    private static readonly Gen<MadeUp> History =
        from count in Gen.Choose(0, 40)
        from events in Event.ArrayOf(count)
        from targets in Gen.Choose(-5, Math.Max(count - 1, 0)).ArrayOf(count)
        from climate in Gen.Elements(Enum.GetValues<Climate>())
        from burned in Gen.Elements(true, false)
        from rho in Gen.Choose(0, 1_000)
        from later in Gen.Frequency((2, Gen.Constant(0)), (3, Gen.Choose(0, 60)), (1, Gen.Choose(0, 2_000)))
        let distinct = Aim(events, targets)
        select new MadeUp(
            distinct, new Opening(climate, burned), rho / 1_000.0, distinct.Select(e => e.Day).DefaultIfEmpty(FirstDay).Max() + later);

    /// <summary>Any history.</summary>
    public static Arbitrary<MadeUp> Any { get; } = Arb.From(History, Shrink);

    /// <summary>A history without events of some kinds.</summary>
    public static Arbitrary<MadeUp> Without(params EvidenceKind[] kinds) => Arb.From(
        History.Select(h => h with { Events = [.. h.Events.Where(e => !kinds.Contains(e.Kind))] }), Shrink);

    /// <summary>A history without lies, gossip and exaggeration.</summary>
    public static Arbitrary<MadeUp> Honest { get; } = Without(EvidenceKind.Lie, EvidenceKind.Gossip, EvidenceKind.Exaggeration);

    /// <summary>A small number to pick and vary with.</summary>
    public static Arbitrary<int> Seed { get; } = Gen.Choose(0, 1_000_000).ToArbitrary();

    /// <summary>Holds for each of many histories.</summary>
    public static void Always(Arbitrary<MadeUp> histories, Action<MadeUp, Random> check) =>
        Prop.ForAll(histories, Seed, (history, seed) => check(history, new Random(seed)))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(Runs));

    public static Guid Id(int number) => new(number, 0, 0, new byte[8]);

    public static T[] Shuffled<T>(this IEnumerable<T> items, Random random)
    {
        var shuffled = items.ToArray();
        random.Shuffle(shuffled);
        return shuffled;
    }

    // A repair refers to one of the events, or sometimes to nothing.
    private static Evidence[] Aim(Evidence[] events, int[] targets)
    {
        for (var i = 0; i < events.Length; i++)
        {
            if (Repairs.Contains(events[i].Kind))
                events[i] = events[i] with { Ref = targets[i] < 0 ? null : events[targets[i]].Id };
        }

        return [.. events.DistinctBy(e => e.Id)];
    }

    private static IEnumerable<MadeUp> Shrink(MadeUp history) =>
        history.Events.Select((_, i) => history with { Events = [.. history.Events.Where((_, j) => j != i)] });
}
