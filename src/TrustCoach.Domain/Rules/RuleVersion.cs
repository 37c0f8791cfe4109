using TrustCoach.Domain.Scoring;

namespace TrustCoach.Domain.Rules;

/// <summary>One published version of an organization's scoring rules. Never changed; a new version follows it.</summary>
public sealed class RuleVersion : IInOrganization
{
    private RuleVersion() { }

    public RuleVersion(Guid organizationId, int version, ScoringRules rules, Guid? publishedBy, DateTimeOffset now)
    {
        (OrganizationId, Version, Rules, PublishedBy, PublishedAt) = (organizationId, version, rules, publishedBy, now);
    }

    public Guid OrganizationId { get; private set; }

    /// <summary>1 for the defaults an organization starts with, then counting up.</summary>
    public int Version { get; private set; }

    public ScoringRules Rules { get; private set; } = ScoringRules.Default;

    public Guid? PublishedBy { get; private set; }

    public DateTimeOffset PublishedAt { get; private set; }
}
