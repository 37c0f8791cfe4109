namespace TrustCoach.Domain.Coaching;

/// <summary>A rep's roll-up as known when a week closed; the points of every trend line.</summary>
public sealed class RepWeek : IInOrganization
{
    private RepWeek() { }

    public RepWeek(Guid organizationId, Guid repId, DateOnly week) => (OrganizationId, RepId, Week) = (organizationId, repId, week);

    public Guid OrganizationId { get; private set; }

    public Guid RepId { get; private set; }

    /// <summary>The Monday of the week whose Sunday was read.</summary>
    public DateOnly Week { get; private set; }

    /// <summary>Relationships with at least three judged encounters.</summary>
    public int Judged { get; set; }

    /// <summary>Relationships at risk or broken.</summary>
    public int AtRisk { get; set; }

    /// <summary>Sum of the relationships' confidence, each 0 to 1.</summary>
    public double Confidence { get; set; }

    /// <summary>Sum of confidence times credibility (points).</summary>
    public double Credibility { get; set; }

    /// <summary>Sum of confidence times trust (points).</summary>
    public double Trust { get; set; }

    /// <summary>Sum of squared confidence times the variance of credibility, points squared; null in weeks that closed before it was kept.</summary>
    public double? CredibilityVariance { get; set; }

    /// <summary>The same of trust.</summary>
    public double? TrustVariance { get; set; }
}
