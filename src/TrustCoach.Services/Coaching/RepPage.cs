using TrustCoach.Domain.Coaching;
using TrustCoach.Domain.Scoring;
using TrustCoach.Services.Numbers;

namespace TrustCoach.Services.Coaching;

/// <summary>A rep as the manager sees them: what changed, where they stand, what they owe.</summary>
/// <param name="OpenPromises">All open promises of ours; <paramref name="Due"/> are the first of them.</param>
public sealed record RepPage(
    RepName Rep, TeamChoice Team, CoachingPeriod Period, RepLine Line, RepFigures Figures, CoachingHint? Hint, RepChanges Changes,
    int OpenPromises, IReadOnlyList<DuePromise> Due, IReadOnlyList<RiskLine> AtRisk)
{
    /// <summary>The reader coaches the rep; false where a nearer manager does.</summary>
    public bool IsCoached { get; init; }

    /// <summary>Open disputes of the rep's, the answer due first first.</summary>
    public IReadOnlyList<OpenDispute> Disputes { get; init; } = [];

    /// <summary>The last session that was held with the rep; null while there is none.</summary>
    public HeldSession? LastSession { get; init; }
}

/// <summary>What changed on a rep's record since they last sat together.</summary>
/// <param name="From">The first day of it.</param>
/// <param name="Session">When they last did; null when they have not, or more days are asked for.</param>
/// <param name="Lines">The events that lift or lower a credibility most today, newest first.</param>
/// <param name="Held">So many more are being shown to the rep first.</param>
public sealed record RepChanges(DateOnly From, HeldSession? Session, IReadOnlyList<MovedLine> Lines, int Held)
{
    /// <summary>So many days, where no session was held.</summary>
    public const int Days = 30;
}

/// <summary>The last session that was held with a rep.</summary>
public sealed record HeldSession(Guid Id, DateTimeOffset At);

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

    /// <summary>So many more, of these kinds, are being shown to the rep first. The sums hold them.</summary>
    public int Held { get; init; }
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
