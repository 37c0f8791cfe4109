namespace TrustCoach.Domain.People;

/// <summary>What may be seen or done something with.</summary>
public enum Thing
{
    Today,
    Customer,
    Touchpoint,
    Promise,
    Score,
    Dispute,
    RepairPlan,
    TeamCredibility,
    RepPage,
    Progress,
    Profile,
    Person,
    Team,
    Organization,
    Import,
    Audit,
    Matrix,
    Rules,
    RulePreview,
    Fear,
    Opportunity,
    Briefing,
    SelfCheck,
    Goal,
    Coaching,
    ManagerLedger,
    MethodCard,
    TrustLists,
    Secret,
    TrustLab,
    Lesson,
    Link,
    TimeOfNeed,
    CloseCall,
}

/// <summary>What may be done with a <see cref="Thing"/>.</summary>
public enum Act
{
    See,
    Log,
    Edit,
    Void,
    Archive,
    HandOver,
    Manage,
}

/// <summary>How far an act reaches, from narrow to wide.</summary>
public enum Reach
{
    Nobody,

    /// <summary>One's own customers, record and profile.</summary>
    Own,

    /// <summary>One's own, and those of the reps in the teams one manages.</summary>
    Managed,

    /// <summary>Everyone's in the organization.</summary>
    Organization,
}

/// <summary>One line of the visibility table: this role may do this to that, this far.</summary>
public sealed record Grant(Roles Role, Thing Thing, Act Act, Reach Reach);

/// <summary>
/// The one table that decides who may see and do what. Policies, page guards, menus, queries, the matrix in
/// Settings and the tests that walk every page with every role are all read from it. What is not listed is denied.
/// </summary>
public static class Visibility
{
    public static IReadOnlyList<Grant> Grants { get; } =
    [
        .. For(Roles.Rep, Reach.Own,
            (Thing.Today, Act.See),
            (Thing.Customer, Act.See), (Thing.Customer, Act.Edit), (Thing.Customer, Act.Archive),
            (Thing.Touchpoint, Act.See), (Thing.Touchpoint, Act.Log), (Thing.Touchpoint, Act.Edit), (Thing.Touchpoint, Act.Void),
            (Thing.Promise, Act.See), (Thing.Promise, Act.Log), (Thing.Promise, Act.Edit),
            (Thing.Score, Act.See), (Thing.Dispute, Act.See), (Thing.Dispute, Act.Log), (Thing.RepairPlan, Act.See), (Thing.RepairPlan, Act.Edit),
            (Thing.Fear, Act.See), (Thing.Fear, Act.Edit), (Thing.Link, Act.See), (Thing.Link, Act.Edit), (Thing.Opportunity, Act.See), (Thing.Opportunity, Act.Edit), (Thing.Briefing, Act.See),
            (Thing.Goal, Act.See), (Thing.Goal, Act.Log), (Thing.Goal, Act.Edit),
            // What somebody practises, or asks themselves before a visit, is for nobody else's eyes: nobody reaches further than their own.
            (Thing.Progress, Act.See), (Thing.Progress, Act.Edit), (Thing.SelfCheck, Act.Edit), (Thing.TrustLists, Act.See), (Thing.TrustLists, Act.Edit), (Thing.TrustLab, Act.See),
            (Thing.Secret, Act.See), (Thing.Secret, Act.Edit),
            (Thing.Lesson, Act.See), (Thing.Lesson, Act.Edit), (Thing.CloseCall, Act.See), (Thing.CloseCall, Act.Edit),
            (Thing.TimeOfNeed, Act.See), (Thing.TimeOfNeed, Act.Edit),
            // One's own sessions, and the ledger of who coaches them.
            (Thing.Coaching, Act.See), (Thing.Coaching, Act.Edit), (Thing.ManagerLedger, Act.See),
            (Thing.Profile, Act.Edit), (Thing.Matrix, Act.See)),
        .. For(Roles.Rep, Reach.Organization, (Thing.Rules, Act.See)),
        .. For(Roles.Manager, Reach.Managed,
            (Thing.Today, Act.See),
            (Thing.Customer, Act.See), (Thing.Customer, Act.Edit), (Thing.Customer, Act.Archive), (Thing.Customer, Act.HandOver),
            (Thing.Touchpoint, Act.See), (Thing.Touchpoint, Act.Log), (Thing.Touchpoint, Act.Edit), (Thing.Touchpoint, Act.Void),
            (Thing.Promise, Act.See), (Thing.Promise, Act.Log), (Thing.Promise, Act.Edit),
            (Thing.Score, Act.See), (Thing.Dispute, Act.See), (Thing.Dispute, Act.Edit), (Thing.TeamCredibility, Act.See), (Thing.RepPage, Act.See),
            (Thing.Fear, Act.See), (Thing.Fear, Act.Edit), (Thing.Link, Act.See), (Thing.Link, Act.Edit), (Thing.Opportunity, Act.See), (Thing.Opportunity, Act.Edit), (Thing.Briefing, Act.See),
            (Thing.RepairPlan, Act.See), (Thing.RulePreview, Act.See), (Thing.MethodCard, Act.See), (Thing.MethodCard, Act.Edit),
            (Thing.TimeOfNeed, Act.See), (Thing.TimeOfNeed, Act.Edit),
            // Proposed and taken back; agreed to, given up and prolonged by the rep alone.
            (Thing.Goal, Act.See), (Thing.Goal, Act.Log), (Thing.Goal, Act.Void),
            (Thing.Coaching, Act.See), (Thing.Coaching, Act.Log), (Thing.Coaching, Act.Edit),
            // The order of the team's lessons; what anybody did with one is nobody's but theirs.
            (Thing.Lesson, Act.Manage)),
        .. For(Roles.Manager, Reach.Organization, (Thing.Rules, Act.See)),
        .. For(Roles.Manager, Reach.Own, (Thing.SelfCheck, Act.Edit), (Thing.Lesson, Act.See), (Thing.Lesson, Act.Edit), (Thing.TrustLab, Act.See), (Thing.Dispute, Act.Log), (Thing.RepairPlan, Act.Edit), (Thing.ManagerLedger, Act.See), (Thing.Profile, Act.Edit), (Thing.Matrix, Act.See)),
        .. For(Roles.Admin, Reach.Organization,
            (Thing.Customer, Act.See), (Thing.Customer, Act.Edit), (Thing.Customer, Act.Archive), (Thing.Customer, Act.HandOver),
            (Thing.Fear, Act.See), (Thing.Link, Act.See), (Thing.Opportunity, Act.See),
            // Of reps whom no manager coaches: so that every dispute has somebody who may answer it.
            (Thing.Dispute, Act.See), (Thing.Dispute, Act.Edit),
            (Thing.Person, Act.Manage), (Thing.Team, Act.Manage), (Thing.Organization, Act.Edit),
            (Thing.Import, Act.Manage), (Thing.Audit, Act.See), (Thing.Matrix, Act.See),
            (Thing.Rules, Act.See), (Thing.Rules, Act.Manage), (Thing.RulePreview, Act.See)),
        .. For(Roles.Admin, Reach.Own, (Thing.Lesson, Act.See), (Thing.Lesson, Act.Edit), (Thing.TrustLab, Act.See), (Thing.Profile, Act.Edit)),
    ];

    /// <summary>How far <paramref name="roles"/> together reach with an act; <see cref="Reach.Nobody"/> when nothing grants it.</summary>
    public static Reach Of(Roles roles, Thing thing, Act act)
    {
        var reach = Reach.Nobody;
        foreach (var grant in Grants)
        {
            if (grant.Thing == thing && grant.Act == act && roles.HasFlag(grant.Role) && grant.Reach > reach)
                reach = grant.Reach;
        }

        return reach;
    }

    /// <summary>Whether <paramref name="roles"/> may do this at all, to anything.</summary>
    public static bool Allows(Roles roles, Thing thing, Act act) => Of(roles, thing, act) != Reach.Nobody;

    private static IEnumerable<Grant> For(Roles role, Reach reach, params (Thing Thing, Act Act)[] rows) =>
        rows.Select(row => new Grant(role, row.Thing, row.Act, reach));
}
