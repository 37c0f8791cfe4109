namespace TrustCoach.Domain.Rules;

/// <summary>What is worked through in the background.</summary>
public enum RuleJobKind : short
{
    /// <summary>What a draft would do, on the real data; changes no number.</summary>
    Preview = 1,

    /// <summary>All numbers folded again under a published version.</summary>
    Rebuild = 2,
}

public enum RuleJobState : short
{
    /// <summary>Waiting or being worked at.</summary>
    Open = 1,
    Done = 2,

    /// <summary>Given up after several tries, or overtaken; the error says why.</summary>
    Stopped = 3,

    /// <summary>Its version was taken back: it is not taken up again.</summary>
    Cancelled = 4,
}

/// <summary>One pass over all relationships of an organization. Its progress is in the database, so that any instance takes it up where another left off.</summary>
public sealed class RuleJob : IInOrganization
{
    /// <summary>Failures without any progress in between after which it stops.</summary>
    public const int MostTries = 5;

    private RuleJob() { }

    public Guid OrganizationId { get; private set; }

    public Guid Id { get; private set; }

    public RuleJobKind Kind { get; private set; }

    public RuleJobState State { get; private set; } = RuleJobState.Open;

    /// <summary>The version to rebuild for; of a preview, the version it was compared with.</summary>
    public int RulesVersion { get; private set; }

    /// <summary>The draft's count that a preview is of; 0 for a rebuild.</summary>
    public int DraftVersion { get; private set; }

    /// <summary>The organization's day on which a preview compares.</summary>
    public DateOnly Day { get; private set; }

    /// <summary>Relationships there were when it began.</summary>
    public int Total { get; private set; }

    public int Done { get; private set; }

    /// <summary>The last relationship worked through, in the order of ids.</summary>
    public Guid LastId { get; private set; }

    public int Tries { get; private set; }

    public Guid AskedBy { get; private set; }

    public DateTimeOffset AskedAt { get; private set; }

    public DateTimeOffset? FinishedAt { get; private set; }

    /// <summary>What went wrong last, in a sentence for people; null when all is well.</summary>
    public string? Error { get; private set; }

    /// <summary>What a preview found, as a document.</summary>
    public string? Result { get; private set; }

    public static RuleJob Preview(RuleDraft draft, Guid id, int comparedWith, DateOnly day, Guid by, DateTimeOffset now) => new()
    {
        OrganizationId = draft.OrganizationId,
        Id = id,
        Kind = RuleJobKind.Preview,
        RulesVersion = comparedWith,
        DraftVersion = draft.Version,
        Day = day,
        AskedBy = by,
        AskedAt = now.ToUniversalTime(),
    };

    public static RuleJob Rebuild(RuleVersion version, Guid id, DateOnly day, Guid by, DateTimeOffset now) => new()
    {
        OrganizationId = version.OrganizationId,
        Id = id,
        Kind = RuleJobKind.Rebuild,
        RulesVersion = version.Version,
        Day = day,
        AskedBy = by,
        AskedAt = now.ToUniversalTime(),
    };

    /// <summary>Says how many there are to work through; a preview begins anew, a rebuild goes on.</summary>
    public void Begin(int total) => (Total, Done, LastId) = Kind == RuleJobKind.Preview ? (total, 0, Guid.Empty) : (Math.Max(total, Done), Done, LastId);

    /// <summary>Some more are worked through.</summary>
    public void Advance(int done, Guid lastId) => (Done, LastId, Tries, Error) = (Done + done, lastId, 0, null);

    public void Finish(DateTimeOffset now, string? result = null) =>
        (State, Done, FinishedAt, Error, Result) = (RuleJobState.Done, Total, now.ToUniversalTime(), null, result);

    /// <summary>Notes a failure: it is tried again, and stops after <see cref="MostTries"/> in a row.</summary>
    public void Fail(string error, DateTimeOffset now)
    {
        (Tries, Error) = (Tries + 1, error);
        if (Tries >= MostTries && State == RuleJobState.Open)
            Stop(error, now);
    }

    public void Stop(string error, DateTimeOffset now) => (State, Error, FinishedAt) = (RuleJobState.Stopped, error, now.ToUniversalTime());

    /// <summary>Gives up a rebuild whose version was taken back.</summary>
    public void Cancel(DateTimeOffset now) => (State, Error, FinishedAt) = (RuleJobState.Cancelled, null, now.ToUniversalTime());

    /// <summary>Takes a stopped rebuild up again where it stood.</summary>
    public Problem? Retry()
    {
        if (State == RuleJobState.Cancelled)
            return new Problem("", "This version was cancelled. Draft it anew if it is wanted after all.");
        if (Kind != RuleJobKind.Rebuild || State == RuleJobState.Done)
            return new Problem("", "This rebuild is finished.");
        (State, Tries, FinishedAt) = (RuleJobState.Open, 0, null);
        return null;
    }
}

/// <summary>A relationship that a draft would move by more than five points.</summary>
public sealed class RulePreviewRow : IInOrganization
{
    private RulePreviewRow() { }

    /// <param name="before">Credibility and trust today, points.</param>
    /// <param name="after">The same under the draft.</param>
    public RulePreviewRow(
        Guid organizationId, Guid jobId, Guid relationshipId, Guid repId, (double Credibility, double Trust) before, (double Credibility, double Trust) after)
    {
        (OrganizationId, JobId, RelationshipId, RepId) = (organizationId, jobId, relationshipId, repId);
        (CredibilityBefore, CredibilityAfter, TrustBefore, TrustAfter) = (before.Credibility, after.Credibility, before.Trust, after.Trust);
        Move = Math.Max(Math.Abs(CredibilityAfter - CredibilityBefore), Math.Abs(TrustAfter - TrustBefore));
    }

    public Guid OrganizationId { get; private set; }

    public Guid JobId { get; private set; }

    public Guid RelationshipId { get; private set; }

    public Guid RepId { get; private set; }

    public double CredibilityBefore { get; private set; }

    public double CredibilityAfter { get; private set; }

    public double TrustBefore { get; private set; }

    public double TrustAfter { get; private set; }

    /// <summary>The larger of the two moves, in points; what the list is ordered by.</summary>
    public double Move { get; private set; }
}
