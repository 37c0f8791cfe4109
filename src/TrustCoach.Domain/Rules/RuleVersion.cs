using TrustCoach.Domain.Scoring;

namespace TrustCoach.Domain.Rules;

/// <summary>One published version of an organization's scoring rules. Its rules never change; a new version follows it.</summary>
public sealed class RuleVersion : IInOrganization
{
    private RuleVersion() { }

    /// <summary>The version an organization starts with, in force at once.</summary>
    public RuleVersion(Guid organizationId, int version, ScoringRules rules, Guid? publishedBy, DateTimeOffset now)
        : this(organizationId, version, rules, "The rules at the start", null, publishedBy, now) => InForceFrom = now;

    private RuleVersion(Guid organizationId, int version, ScoringRules rules, string title, string? reason, Guid? publishedBy, DateTimeOffset now)
    {
        (OrganizationId, Version, Rules, PublishedBy, PublishedAt) = (organizationId, version, rules, publishedBy, now);
        (Title, Reason) = (title, reason);
    }

    public Guid OrganizationId { get; private set; }

    /// <summary>1 for the defaults an organization starts with, then counting up.</summary>
    public int Version { get; private set; }

    public ScoringRules Rules { get; private set; } = ScoringRules.Default;

    /// <summary>What it is called where history is marked with it.</summary>
    public string Title { get; private set; } = "";

    public string? Reason { get; private set; }

    public Guid? PublishedBy { get; private set; }

    public DateTimeOffset PublishedAt { get; private set; }

    /// <summary>The instant at which all numbers followed it (UTC); null while they are rebuilt.</summary>
    public DateTimeOffset? InForceFrom { get; private set; }

    /// <summary>When an admin took it back while it was being rebuilt (UTC): it never came into force, and never will.</summary>
    public DateTimeOffset? CancelledAt { get; private set; }

    /// <summary>Takes it back; it stays in the list of versions.</summary>
    public void Cancel(DateTimeOffset now) => CancelledAt = now.ToUniversalTime();

    /// <summary>All numbers follow it now.</summary>
    public void ComeIntoForce(DateTimeOffset now) => InForceFrom = now.ToUniversalTime();

    /// <summary>Publishes a draft. It is in force once all numbers are rebuilt.</summary>
    public static RuleVersion Publish(RuleDraft draft, int version, Guid by, DateTimeOffset now) =>
        new(draft.OrganizationId, version, draft.Rules, draft.Title, draft.Reason, by, now.ToUniversalTime());
}
