using TrustCoach.Domain.Lessons;

namespace TrustCoach.Services.Lessons;

/// <summary>What a row of a look opens.</summary>
public enum LookAt
{
    Customer,
    Touchpoint,
    Promise,
    Opportunity,
    Dispute,
}

/// <summary>One row of one's own log that an exercise looks at.</summary>
public sealed class LookRow
{
    public required LookAt At { get; init; }

    /// <summary>Of what it opens.</summary>
    public required Guid Id { get; init; }

    public required string Customer { get; init; }

    /// <summary>What was written, cut to nothing here; null when nothing was.</summary>
    public string? Text { get; init; }

    /// <summary>The calendar day it is about; null where there is none.</summary>
    public DateOnly? Day { get; init; }
}

/// <summary>What an exercise looks at.</summary>
/// <param name="Total">How many there are; <paramref name="Rows"/> are the first few.</param>
public sealed record LookReading(LessonLook Look, int Total, IReadOnlyList<LookRow> Rows)
{
    /// <summary>"Three promises of yours due in the next seven days", or what is said when there is none.</summary>
    public string Words => Total == 0 ? Look.Facts().Nothing : Look.Facts().Say(Total);
}
