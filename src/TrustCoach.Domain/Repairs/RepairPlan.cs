using TrustCoach.Domain.Scoring;

namespace TrustCoach.Domain.Repairs;

/// <summary>
/// How a rep puts one breach right. Kept is only what nothing else knows: what changes, which promises belong to it, what the
/// customer said. Whether an apology was given, a promise kept or the breach withdrawn is read from the ledger each time.
/// </summary>
public sealed class RepairPlan : IInOrganization
{
    public const int ChangeMaxLength = 300;
    public const int AnswerMaxLength = 500;
    public const int ReasonMaxLength = 500;

    /// <summary>So many small promises are kept.</summary>
    public const int PromisesToKeep = 3;

    /// <summary>A small promise is due within so many days.</summary>
    public const int FurthestDueDays = 30;

    private RepairPlan() { }

    public Guid OrganizationId { get; private set; }

    public Guid Id { get; private set; }

    /// <summary>The ledger entry of the breach.</summary>
    public Guid EntryId { get; private set; }

    public Guid RelationshipId { get; private set; }

    /// <summary>Whose breach it is.</summary>
    public Guid RepId { get; private set; }

    /// <summary>What the breach was when the plan began; a correction may change the entry, an import undone takes it away.</summary>
    public EvidenceKind Kind { get; private set; }

    /// <summary>The day the breach counted for when the plan began.</summary>
    public DateOnly Day { get; private set; }

    public DateTimeOffset StartedAt { get; private set; }

    /// <summary>What will be different from now on, in the rep's words.</summary>
    public string? Change { get; private set; }

    /// <summary>Promises given for it, withdrawn and broken ones too.</summary>
    public Guid[] PromiseIds { get; private set; } = [];

    /// <summary>The encounter planned for asking the customer.</summary>
    public Guid? CheckId { get; private set; }

    /// <summary>The organization's day on which the customer was asked, when the rep noted it here.</summary>
    public DateOnly? AskedOn { get; private set; }

    /// <summary>What the customer said, in the rep's words.</summary>
    public string? Answer { get; private set; }

    public DateTimeOffset? GivenUpAt { get; private set; }

    public string? GiveUpReason { get; private set; }

    /// <summary>Counts the changes of its words; one based on an older count is refused.</summary>
    public int Version { get; private set; } = 1;

    public static RepairPlan Start(Guid id, LedgerEntry entry, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return new()
        {
            OrganizationId = entry.OrganizationId,
            Id = id,
            EntryId = entry.Id,
            RelationshipId = entry.RelationshipId,
            RepId = entry.RepId,
            Kind = entry.Kind,
            Day = entry.Day,
            StartedAt = now.ToUniversalTime(),
        };
    }

    /// <summary>Says what changes, or says it otherwise.</summary>
    /// <param name="version">The version the person had before their eyes; 0 before there was a plan.</param>
    public Problem? SayWhatChanges(string? text, int version)
    {
        if (TypedText.Need(text, nameof(Change), ChangeMaxLength, "Say in one sentence what will be different.").Refused(out var problem, out var words))
            return problem;
        if (words == Change)
            return null;
        if (Change is not null && version != Version)
            return new Problem(nameof(Change), "This sentence was changed meanwhile. Yours is kept here: compare, then save again.");
        (Change, Version) = (words, Version + 1);
        return null;
    }

    /// <summary>Takes a promise just given into the plan.</summary>
    /// <param name="standing">Promises of the plan that are kept in time or still open.</param>
    /// <param name="today">The organization's day.</param>
    public Problem? Join(Guid promiseId, DateOnly dueDay, int standing, DateOnly today)
    {
        if (PromiseIds.Contains(promiseId))
            return null;
        if (standing >= PromisesToKeep)
            return new Problem("", "Three small promises are enough: keep those first.");
        if (dueDay > today.AddDays(FurthestDueDays))
            return new Problem("DueDay", $"Make it smaller: something you can keep within {FurthestDueDays} days.");
        (PromiseIds, Version) = ([.. PromiseIds, promiseId], Version + 1);
        return null;
    }

    /// <summary>Notes the encounter in which the customer will be asked.</summary>
    public void PlanCheck(Guid touchpointId) => (CheckId, Version) = (touchpointId, Version + 1);

    /// <summary>Notes that the customer was asked, and what they said.</summary>
    /// <param name="today">The organization's day.</param>
    public Problem? NoteAsked(string? answer, DateOnly today)
    {
        if (TypedText.Need(answer, nameof(Answer), AnswerMaxLength, "Write what they said, in a few words.").Refused(out var problem, out var words))
            return problem;
        (AskedOn, Answer, Version) = (today, words, Version + 1);
        return null;
    }

    /// <summary>Gives it up, with a reason.</summary>
    public Problem? GiveUp(string? reason, DateTimeOffset now)
    {
        if (TypedText.Need(reason, "Reason", ReasonMaxLength, "Say why, in a few words.").Refused(out var problem, out var words))
            return problem;
        if (GivenUpAt is null)
            (GivenUpAt, GiveUpReason, Version) = (now.ToUniversalTime(), words, Version + 1);
        return null;
    }

    /// <summary>Goes on with one that was given up.</summary>
    public void TakeUpAgain() => (GivenUpAt, GiveUpReason, Version) = (null, null, Version + 1);
}
