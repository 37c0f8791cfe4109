using System.ComponentModel.DataAnnotations.Schema;
using TrustCoach.Domain.Scoring;

namespace TrustCoach.Services.Coaching;

/// <summary>What one rep's relationships, days and promises come to in a period. Sums of points are weighed by confidence.</summary>
public sealed record RepFigures
{
    public required Guid RepId { get; init; }

    /// <summary>Relationships that have not ended.</summary>
    public required int Relationships { get; init; }

    /// <summary>Of these, those with enough judged encounters for a verdict.</summary>
    public required int Judged { get; init; }

    public required int AtRisk { get; init; }

    /// <summary>Sum of confidence, each 0 to 1.</summary>
    public required double Confidence { get; init; }

    /// <summary>Sum of confidence times credibility, points.</summary>
    public required double Credibility { get; init; }

    /// <summary>Relationships that became credible in the period, and the sum of their encounters until then.</summary>
    public required int BecameCredible { get; init; }

    public required int EncountersUntilCredible { get; init; }

    public required int BecameCredibleBefore { get; init; }

    public required int EncountersUntilCredibleBefore { get; init; }

    /// <summary>Relationships at risk that were credible once and moved in the period; day number of the last.</summary>
    public required int Fallen { get; init; }

    public required int? FallenDay { get; init; }

    public required int LatenessHabits { get; init; }

    public required int? LatenessDay { get; init; }

    public required int TwoOfLastFive { get; init; }

    public required int? TwoOfLastFiveDay { get; init; }

    /// <summary>The relationships that have not ended, and beside each its credibility, stage, events with evidence and last day number.</summary>
    public required Guid[] Ids { get; init; }

    public required double[] Points { get; init; }

    public required short[] Stages { get; init; }

    public required int[] Events { get; init; }

    public required int?[] LastDays { get; init; }

    /// <summary>What each credibility rests on: the weight of its start, what was kept and what was missed.</summary>
    public required double[] Weights { get; init; }

    /// <summary>Whether the next lateness of each would count twice or more.</summary>
    public required bool[] Habits { get; init; }

    /// <summary>Kept and missed units by trait, faded to the day, and events; five each.</summary>
    public required double[] TraitKept { get; init; }

    public required double[] TraitMissed { get; init; }

    public required int[] TraitEvents { get; init; }

    /// <summary>The weeks with a point, from the last of the period before, oldest first, and beside each its figures.</summary>
    public required DateOnly[] Weeks { get; init; }

    public required int[] WeekJudged { get; init; }

    public required int[] WeekAtRisk { get; init; }

    public required double[] WeekConfidence { get; init; }

    public required double[] WeekCredibility { get; init; }

    /// <summary>Planned encounters of days gone by that have an outcome.</summary>
    public required int PlannedClosed { get; init; }

    public required int PlannedClosedBefore { get; init; }

    public required int Expected { get; init; }

    public required int ExpectedBefore { get; init; }

    public required int Named { get; init; }

    public required int NamedBefore { get; init; }

    public required int Kept { get; init; }

    public required int KeptBefore { get; init; }

    public required int KeptLate { get; init; }

    public required int KeptLateBefore { get; init; }

    public required int Broken { get; init; }

    public required int BrokenBefore { get; init; }

    /// <summary>Late to an encounter, an answer or with a promise.</summary>
    public required int Late { get; init; }

    public required int Exaggeration { get; init; }

    public required int Gossip { get; init; }

    public required int Lies { get; init; }

    public required DateOnly? LastTouch { get; init; }

    public required DateOnly? LastBroken { get; init; }

    public required DateOnly? LastExaggeration { get; init; }

    public required DateOnly? LastGossip { get; init; }

    public required DateOnly? LastLie { get; init; }

    /// <summary>Open promises of ours past their date.</summary>
    [NotMapped]
    public int Overdue { get; private init; }

    /// <summary>Planned encounters of the period whose day has passed and of which nobody has said how they went.</summary>
    [NotMapped]
    public int PlannedOpen { get; private init; }

    [NotMapped]
    public int PlannedOpenBefore { get; private init; }

    /// <summary>With what the rep owes at this moment: promises overdue, those the clock has broken in the period and no job has booked, and encounters without an outcome.</summary>
    internal RepFigures With(RepNow now) => this with
    {
        Overdue = now.Overdue,
        PlannedOpen = now.PlannedOpen,
        PlannedOpenBefore = now.PlannedOpenBefore,
        Broken = Broken + now.Broken,
        LastBroken = LastBroken > now.LastBroken || now.LastBroken is null ? LastBroken : now.LastBroken,
    };

    /// <summary>The five readings, each from all relationships.</summary>
    public IReadOnlyList<TraitReading> Traits(ScoringRules rules) =>
        [.. Enum.GetValues<Trait>().Select(t => TraitReading.Of(t, new TraitSums(TraitKept[(int)t], TraitMissed[(int)t], TraitEvents[(int)t]), rules))];
}
