using TrustCoach.Domain.Coaching;
using TrustCoach.Domain.Scoring;

namespace TrustCoach.Services.Records;

/// <summary>What became of an entry of a rep's record by somebody else's hand.</summary>
public enum NewsKind
{
    /// <summary>The clock closed a promise.</summary>
    Clock,

    /// <summary>Somebody recorded it.</summary>
    Recorded,

    /// <summary>It came with an import.</summary>
    Imported,

    /// <summary>What it says was corrected.</summary>
    Corrected,

    /// <summary>It was withdrawn.</summary>
    Withdrawn,

    /// <summary>A dispute of it was answered.</summary>
    Answered,
}

/// <summary>Something others changed on a rep's record.</summary>
/// <param name="At">When, UTC.</param>
/// <param name="By">Who; null for the clock.</param>
/// <param name="IsNew">The rep has not said that they read it.</param>
/// <param name="Text">What was promised, noted or summed up; null when nobody wrote anything.</param>
public sealed record NewsLine(
    Guid Id, NewsKind What, DateTimeOffset At, string? By, bool IsNew, EvidenceKind Kind, DateOnly Day, string? Text, Guid? TouchpointId, Guid? PromiseId,
    Guid? DisputeId, Guid CustomerId, string Customer);

/// <summary>A page of them, the newest first.</summary>
/// <param name="UpTo">When the newest of all came: what is read by pressing "read"; null when there is none.</param>
public sealed record NewsPage(IReadOnlyList<NewsLine> Lines, int Page, bool HasMore, int New, DateTimeOffset? UpTo)
{
    public const int Size = 25;

    /// <summary>So far back it goes, in days.</summary>
    public const int Days = 90;

    /// <summary>More new ones are not counted.</summary>
    public const int MostCounted = 99;
}

/// <summary>What waits for a rep: entries others changed, and goals to answer.</summary>
public sealed record NewToMe(int Entries, int Goals);

/// <summary>Somebody's reading of a rep's record on one day.</summary>
/// <param name="Text">The customer's name, what was promised or what happened; null for pages about the rep, and for what is gone.</param>
public sealed record OpeningLine(DateOnly Day, string Viewer, EvidencePage Page, Guid SubjectId, DateTimeOffset FirstAt, DateTimeOffset LastAt, int Times, string? Text, Guid? EntryId);

/// <summary>A page of them, the newest day first.</summary>
public sealed record OpeningsPage(IReadOnlyList<OpeningLine> Lines, int Page, bool HasMore)
{
    public const int Size = 25;
}
