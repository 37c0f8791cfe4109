using TrustCoach.Domain.Coaching;
using TrustCoach.Domain.Scoring;
using TrustCoach.Services.Numbers;

namespace TrustCoach.Services.Coaching;

/// <summary>A rep as the manager sees them: what changed, where they stand, what they owe.</summary>
/// <param name="MovedDays">Days that <paramref name="Moved"/> looks back: 7 or 30.</param>
/// <param name="Moved">The events of these days that lift or lower a credibility most today, newest first.</param>
/// <param name="OpenPromises">All open promises of ours; <paramref name="Due"/> are the first of them.</param>
/// <param name="WithoutOutcome">Planned encounters past their time that nobody closed.</param>
public sealed record RepPage(
    RepName Rep, TeamChoice Team, CoachingPeriod Period, RepLine Line, RepFigures Figures, CoachingHint? Hint, int MovedDays, IReadOnlyList<MovedLine> Moved,
    int OpenPromises, IReadOnlyList<DuePromise> Due, IReadOnlyList<RiskLine> AtRisk, int WithoutOutcome)
{
    /// <summary>Open disputes of the rep's, the answer due first first.</summary>
    public IReadOnlyList<OpenDispute> Disputes { get; init; } = [];
}

/// <summary>A dispute that waits for an answer.</summary>
public sealed record OpenDispute(Guid Id, EvidenceKind Kind, DateOnly DueDay, string Reason);

/// <summary>One event and what it makes of its relationship's credibility today.</summary>
/// <param name="Points">Points, negative for what lowers it.</param>
/// <param name="Credibility">Points today, with it; null while it is too early to say.</param>
public sealed record MovedLine(EvidenceLine Line, double Points, double? Credibility);

/// <summary>An open promise of ours.</summary>
public sealed record DuePromise(Guid Id, string Text, DateTimeOffset DueAt, DateOnly DueDay, Guid CustomerId, string Customer);

/// <summary>The events one trait of a rep is read from.</summary>
/// <param name="Next">Where it goes on; null at the end.</param>
/// <param name="Sums">G and B, today.</param>
public sealed record TraitEvents(
    SeenRep Rep, TraitReading Reading, TraitSums Sums, TraitRules Rules, IReadOnlyList<TraitEvent> Rows, EvidenceCursor? Next)
{
    public const int PageSize = 25;
}

/// <summary>One event and what it tells about a trait.</summary>
/// <param name="Share">How much of it tells about the trait, 0 to 1.</param>
/// <param name="Units">What it weighs today; negative for a miss.</param>
/// <param name="Fading">What is left of it today, 0 to 1.</param>
public sealed record TraitEvent(EvidenceLine Line, double Share, double Units, double Fading)
{
    /// <summary>Its own units before share and fading; negative for what repairs have left of a miss, nothing for a repair itself.</summary>
    public double Raw => Line.Kept - (TrustCoach.Domain.Scoring.Units.IsRepair(Line.Kind) ? 0 : Line.Missed - Line.Repaired);

    /// <summary>Units for owning up or putting right, faded.</summary>
    public double Added => Units - (Share * Raw * Fading);
}
