namespace TrustCoach.Domain.Coaching;

/// <summary>How often something happened with a rep in a period and in the one before, and when last.</summary>
/// <param name="Last">The last day on which it happened; null when it did not.</param>
public readonly record struct Happened(int Times, int Before, DateOnly? Last);

/// <summary>What a coach looks at before deciding whom to talk to first: counts of one rep over a period.</summary>
/// <param name="RepId">Whose.</param>
/// <param name="Days">Length of the period, today included.</param>
public sealed record RepSigns(Guid RepId, string Name, int Days)
{
    public Happened Lies { get; init; }

    public Happened Gossip { get; init; }

    public Happened Exaggeration { get; init; }

    /// <summary>Promises broken, by the clock or by word.</summary>
    public Happened PromisesBroken { get; init; }

    /// <summary>Relationships that were credible or trusted once and are at risk now.</summary>
    public Happened Fallen { get; init; }

    /// <summary>Customers with whom the next lateness would count twice or more.</summary>
    public Happened LatenessHabits { get; init; }

    /// <summary>Customers for whom two or more of the last five expectations were missed.</summary>
    public Happened TwoOfLastFive { get; init; }

    /// <summary>Open promises past their date; the clock has not called them broken yet.</summary>
    public int Overdue { get; init; }

    /// <summary>Relationships that have not ended.</summary>
    public int Relationships { get; init; }

    /// <summary>The last day with a touchpoint in this period or the one before.</summary>
    public DateOnly? LastTouch { get; init; }
}
