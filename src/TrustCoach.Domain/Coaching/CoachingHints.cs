namespace TrustCoach.Domain.Coaching;

/// <summary>
/// Whom to talk to first and why: named rules over what was logged. At most one row a rep, the gravest breach first and
/// then the most recent. No row compares a rep with another.
/// </summary>
public static class CoachingHints
{
    public const int Most = 5;

    /// <summary>Days without a touchpoint that are worth a question.</summary>
    public const int SilentDays = 21;

    /// <summary>Overdue promises that are piling up.</summary>
    public const int ManyOverdue = 3;

    /// <summary>Customers with misses from which it is the rep's subject and not one customer's.</summary>
    public const int ManyCustomers = 2;

    /// <summary>How the rows are chosen and ordered, in words for the page.</summary>
    public const string Order = "Gravest breach of trust first, then the most recent. One row a rep, five at most.";

    /// <summary>The rows of a team.</summary>
    /// <param name="today">The organization's day.</param>
    public static IReadOnlyList<CoachingHint> For(IEnumerable<RepSigns> reps, DateOnly today) =>
    [
        .. reps.Select(rep => First(rep, today)).OfType<CoachingHint>()
            .OrderBy(hint => hint.Rule).ThenByDescending(hint => hint.Last).ThenBy(hint => hint.Name, StringComparer.Ordinal).ThenBy(hint => hint.RepId)
            .Take(Most),
    ];

    /// <summary>The gravest thing to talk about with one rep, or null when nothing stands out.</summary>
    public static CoachingHint? First(RepSigns rep, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(rep);
        CoachingHint Hint(CoachingRule rule, string reason, string action, DateOnly? last) => new(rep.RepId, rep.Name, rule, reason, action, last);
        var period = Period(rep.Days);
        if (rep.Lies.Times > 0)
            return Hint(CoachingRule.Lie, $"Facts were distorted {Times(rep.Lies.Times)} {period}.", "Read what was said together, and agree how it is put right.", rep.Lies.Last);
        if (rep.Gossip.Times > 0)
            return Hint(CoachingRule.Gossip, $"Spoke ill of others {Times(rep.Gossip.Times)} {period}.", "Agree what is said about people who are not in the room.", rep.Gossip.Last);
        if (rep.Exaggeration.Times > 0)
            return Hint(CoachingRule.Exaggeration, $"Overstated something {Times(rep.Exaggeration.Times)} {period}.", "Practise saying the plain figure first.", rep.Exaggeration.Last);
        if (rep.Fallen.Times > 0)
        {
            return Hint(CoachingRule.FellToRisk, $"{Count(rep.Fallen.Times, "relationship", "relationships")} that {(rep.Fallen.Times == 1 ? "was" : "were")} credible fell to at risk {period}.",
                "Pick one and agree the next small promise with a date.", rep.Fallen.Last);
        }

        if (rep.PromisesBroken.Times > rep.PromisesBroken.Before)
        {
            return Hint(CoachingRule.PromisesBroken, $"{Count(rep.PromisesBroken.Times, "promise", "promises")} broken {period}, {rep.PromisesBroken.Before} in the {rep.Days} days before.",
                "Practise promising later dates.", rep.PromisesBroken.Last);
        }

        if (rep.LatenessHabits.Times > 0)
        {
            return Hint(CoachingRule.LatenessHabit, $"Lateness is becoming a habit with {Count(rep.LatenessHabits.Times, "customer", "customers")}.",
                "Look at next week's calendar together and leave room before meetings.", rep.LatenessHabits.Last);
        }

        if (rep.TwoOfLastFive.Times >= ManyCustomers)
        {
            return Hint(CoachingRule.TwoOfLastFiveMissed, $"Two or more of the last five expectations were missed with {rep.TwoOfLastFive.Times} customers.",
                "Ask which expectation was named before each of them.", rep.TwoOfLastFive.Last);
        }

        if (rep.Overdue >= ManyOverdue)
        {
            return Hint(CoachingRule.OverduePilingUp, $"{rep.Overdue} promises are past their date and still open.",
                "Go through them: keep, renegotiate or own up, one by one.", today);
        }

        var quietSince = today.AddDays(-SilentDays);
        return rep.Relationships > 0 && !(rep.LastTouch >= quietSince)
            ? Hint(CoachingRule.Silence, Quiet(rep), "Ask what is in the way of meeting customers, or of logging it.", rep.LastTouch)
            : null;
    }

    private static string Quiet(RepSigns rep) => rep.LastTouch is { } day
        ? FormattableString.Invariant($"No touchpoint logged since {day:d MMMM}.")
        : $"No touchpoint logged for {2 * rep.Days} days or longer.";

    private static string Period(int days) => $"in {days} days";

    private static string Times(int times) => times switch { 1 => "once", 2 => "twice", _ => $"{times} times" };

    private static string Count(int count, string one, string many) => $"{count} {(count == 1 ? one : many)}";
}
