namespace TrustCoach.Domain.Scoring;

/// <summary>What time alone does to an open promise (scoring.md 4.1): late past its due day, broken when the grace ends.</summary>
public static class PromiseClock
{
    /// <summary>Day number on which an open promise is broken.</summary>
    public static int BreakDay(int dueDay, ScoringRules rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        return dueDay + rules.GraceDays;
    }

    /// <summary>Past its due day, whether or not the grace still runs.</summary>
    public static bool IsPastDue(int dueDay, int day) => day > dueDay;

    /// <summary>The clock has broken it, whether or not a job has booked that.</summary>
    public static bool IsBroken(int dueDay, int day, ScoringRules rules) => day >= BreakDay(dueDay, rules);

    /// <summary>The event the clock makes of an open promise, dated the day the grace ends.</summary>
    /// <param name="evidenceId">Id of the event; the same one whether read ahead or booked.</param>
    /// <param name="severity">As promised, 1 to 3.</param>
    public static Evidence Break(Guid evidenceId, Guid promiseId, int dueDay, int severity, ScoringRules rules) =>
        new(evidenceId, BreakDay(dueDay, rules), EvidenceKind.PromiseBroken, severity, promiseId);
}
