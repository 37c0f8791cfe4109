using TrustCoach.Domain.Scoring;

namespace TrustCoach.Domain.Promises;

/// <summary>The next moment at which an open promise of ours begins to cost more (scoring.md 4.1): late once it is due, broken once the grace is over.</summary>
/// <param name="Until">The last instant (UTC) before it costs more.</param>
/// <param name="Now">What it costs already, kept at this moment: late; null while it costs nothing.</param>
/// <param name="Then">What it costs after that.</param>
public sealed record CostStep(DateTimeOffset Until, EvidenceKind? Now, EvidenceKind Then)
{
    /// <summary>Null once the clock has closed it.</summary>
    /// <param name="dueAt">The last instant at which it counts as kept on time.</param>
    /// <param name="closesOn">The day on which the clock calls it broken, in <paramref name="zone"/>.</param>
    /// <param name="zone">The organization's zone.</param>
    public static CostStep? Of(DateTimeOffset dueAt, DateOnly closesOn, TimeZoneInfo zone, DateTimeOffset now)
    {
        if (now <= dueAt)
            return new(dueAt, null, EvidenceKind.PromiseLate);
        var broken = Days.EndOf(closesOn.AddDays(-1), zone);
        return now < broken ? new(broken.AddSeconds(-1), EvidenceKind.PromiseLate, EvidenceKind.PromiseBroken) : null;
    }

    /// <summary>
    /// Points of credibility that an event of <paramref name="kind"/> takes today: C * lambda * b / (W + lambda * b), the closed form of
    /// scoring.md 4.2 with one more missed event.
    /// </summary>
    /// <param name="credibility">Points today, 0 to 100.</param>
    /// <param name="weight">W = A + L of credibility today, in kept encounters.</param>
    /// <param name="lateness">m: how many times its weight a lateness counts today.</param>
    /// <param name="severity">How much hangs on the promise, 1 to 3.</param>
    public static double Points(EvidenceKind kind, double credibility, double weight, double lateness, short severity, ScoringRules rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        var missed = rules.Credibility.LossRatio * Units.Missed(new Evidence(Guid.Empty, 0, kind, severity), false, lateness, rules.Units);
        return credibility * missed / (weight + missed);
    }
}
