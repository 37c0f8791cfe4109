namespace TrustCoach.Services.Coaching;

/// <summary>What one rep's relationships, weeks and promises come to in a period. Sums of points are weighed by confidence.</summary>
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

    /// <summary>The relationships at risk, and beside each its credibility, events with evidence and last day number.</summary>
    public required Guid[] RiskIds { get; init; }

    public required double[] RiskCredibility { get; init; }

    public required int[] RiskJudged { get; init; }

    public required int[] RiskLastDay { get; init; }

    /// <summary>As it stood when the period before closed; null when that week has no point.</summary>
    public required double? WeekConfidence { get; init; }

    public required double? WeekCredibility { get; init; }

    public required int? WeekAtRisk { get; init; }

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
    public required int Overdue { get; init; }

    /// <summary>Of the broken ones, those the clock has broken in the period and no job has booked yet.</summary>
    public required int BrokenByClock { get; init; }
}
