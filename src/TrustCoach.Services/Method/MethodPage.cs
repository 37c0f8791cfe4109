using TrustCoach.Domain.Method;

namespace TrustCoach.Services.Method;

/// <summary>Who published a version of a card, and when.</summary>
public sealed record Publication(int Number, DateTimeOffset At, string By);

/// <summary>A team's card with how quickly its new relationships gain traction.</summary>
/// <param name="Published">Null for the card of teams without their own.</param>
/// <param name="Waits">One for each mark, in its order.</param>
/// <param name="Relationships">Begun in the last <see cref="Days"/> days, with a first contact.</param>
public sealed record MethodPage(
    Guid TeamId, string Team, StepCard Card, Publication? Published, IReadOnlyList<MarkWait> Waits, int Relationships)
{
    /// <summary>Relationships that began in so many days tell of the method as it is.</summary>
    public const int Days = 365;

    /// <summary>So many of them are read at most, the newest first.</summary>
    public const int MostRead = 2000;
}

/// <summary>By when half of a team's new relationships had come to a mark.</summary>
/// <param name="Days">From the first contact.</param>
/// <param name="Encounters">Up to the mark.</param>
public sealed record MarkWait(TractionMark Mark, MedianWait Days, MedianWait Encounters);

/// <summary>The versions of a team's card, newest first, with the one before each.</summary>
public sealed record MethodHistory(Guid TeamId, string Team, IReadOnlyList<PublishedVersion> Versions, int Page, bool HasMore)
{
    public const int PageSize = 10;
}

/// <summary>One version and what it changed.</summary>
public sealed record PublishedVersion(Publication Published, IReadOnlyList<(MethodStep Step, StepChange Change)> Steps);
