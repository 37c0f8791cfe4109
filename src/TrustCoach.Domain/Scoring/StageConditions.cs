namespace TrustCoach.Domain.Scoring;

/// <summary>What a clause of a stage's condition looks at.</summary>
public enum StageMeasure : short
{
    /// <summary>n: events with evidence.</summary>
    Judged = 1,
    Credibility = 2,
    Trust = 3,

    /// <summary>Days since the first event with evidence.</summary>
    DaysKnown = 4,

    /// <summary>Days since the last lie of severity 3.</summary>
    DaysSinceGraveLie = 5,

    /// <summary>Days since the last lie, gossip or exaggeration of severity 2 or 3.</summary>
    DaysSinceIntegrity = 6,
}

/// <summary>How a clause compares.</summary>
public enum StageTest : short
{
    AtLeast = 1,
    Exactly = 2,
    Under = 3,
    AtMost = 4,
}

/// <summary>One clause: 'credibility at least 70', with what it is.</summary>
/// <param name="Actual">Null when there is nothing to compare: then it does not hold.</param>
public sealed record StageClause(StageMeasure Measure, StageTest Test, double Limit, double? Actual)
{
    public bool Holds => Actual is { } actual && Test switch
    {
        StageTest.AtLeast => actual >= Limit,
        StageTest.Exactly => actual.Equals(Limit),
        StageTest.Under => actual < Limit,
        _ => actual <= Limit,
    };
}

/// <summary>A stage with its ways in, of which one is enough; each way asks for all of its clauses. The last stage asks for nothing.</summary>
/// <param name="Applies">It is the first in the order whose condition holds.</param>
public sealed record StageCondition(Stage Stage, IReadOnlyList<IReadOnlyList<StageClause>> Ways, bool Applies)
{
    public bool Holds => Ways.Count == 0 || Ways.Any(way => way.All(clause => clause.Holds));
}

/// <summary>The table of scoring.md 4.6 with the values of one relationship: the first that holds is its stage.</summary>
public static class StageConditions
{
    /// <param name="sums">On the day.</param>
    /// <param name="credibility">Points, unrounded.</param>
    /// <param name="trust">Points under the ceiling, unrounded.</param>
    public static IReadOnlyList<StageCondition> Of(in Sums sums, double credibility, double trust, int day, ScoringRules rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        var (s, n, first, lie, integrity) = (rules.Stages, sums.Judged, sums.FirstDay, sums.LastGraveLieDay, sums.LastIntegrityDay);
        StageClause Judged(StageTest test, int limit) => new(StageMeasure.Judged, test, limit, n);
        StageClause Credible(StageTest test, double limit) => new(StageMeasure.Credibility, test, limit, credibility);
        StageClause Trust(StageTest test, double limit) => new(StageMeasure.Trust, test, limit, trust);
        (Stage Stage, StageClause[][] Ways)[] table =
        [
            (Stage.Broken,
            [
                [Judged(StageTest.AtLeast, s.EnoughEvents), Credible(StageTest.Under, s.BrokenCredibility), Trust(StageTest.Under, s.BrokenTrust)],
                [new(StageMeasure.DaysSinceGraveLie, StageTest.AtMost, s.GraveLieDays, day - lie)],
            ]),
            (Stage.AtRisk,
            [
                [Judged(StageTest.AtLeast, s.EnoughEvents), Credible(StageTest.Under, s.AtRiskCredibility)],
                [Judged(StageTest.Exactly, s.EnoughEvents - 1), Credible(StageTest.Under, s.AtRiskCredibilityOfTwo)],
                [new(StageMeasure.DaysSinceIntegrity, StageTest.AtMost, s.IntegrityDays, day - integrity)],
            ]),
            (Stage.Trusted,
            [
                [
                    Judged(StageTest.AtLeast, s.TrustedEvents), new(StageMeasure.DaysKnown, StageTest.AtLeast, s.TrustedDays, day - first),
                    Credible(StageTest.AtLeast, s.TrustedCredibility), Trust(StageTest.AtLeast, s.TrustedTrust),
                ],
            ]),
            (Stage.Credible, [[Judged(StageTest.AtLeast, s.EnoughEvents), Credible(StageTest.AtLeast, s.CredibleCredibility)]]),
            (Stage.BenefitOfTheDoubt, [[Judged(StageTest.AtLeast, 1), Credible(StageTest.AtLeast, s.DoubtCredibility)]]),
            (Stage.Courtesy, []),
        ];
        var conditions = Array.ConvertAll(table, row => new StageCondition(row.Stage, row.Ways, false));
        var applies = Array.FindIndex(conditions, c => c.Holds);
        conditions[applies] = conditions[applies] with { Applies = true };
        return conditions;
    }
}
