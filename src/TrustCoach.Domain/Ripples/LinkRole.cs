namespace TrustCoach.Domain.Ripples;

/// <summary>What one customer is to another it is linked with, nearest to us first: whoever gave their name for us has most to lose.</summary>
public enum LinkRole
{
    /// <summary>They referred the other one to us.</summary>
    ReferredThem = 1,

    /// <summary>They came to us on the other one's word.</summary>
    CameThroughThem,

    FormerColleagues,
    SameGroup,
}

/// <summary>Roles of the two ends of a link.</summary>
public static class LinkRoles
{
    /// <summary>What the end that is looked at is to the other one.</summary>
    /// <param name="isFrom">It is the end that a referral starts from.</param>
    public static LinkRole Of(LinkKind kind, bool isFrom) => kind switch
    {
        LinkKind.Referral => isFrom ? LinkRole.ReferredThem : LinkRole.CameThroughThem,
        LinkKind.FormerColleague => LinkRole.FormerColleagues,
        _ => LinkRole.SameGroup,
    };
}
