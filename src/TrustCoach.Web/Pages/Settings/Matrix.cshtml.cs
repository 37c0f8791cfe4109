using Microsoft.AspNetCore.Mvc.RazorPages;
using TrustCoach.Domain.People;
using TrustCoach.Web.Infrastructure.Identity;

namespace TrustCoach.Web.Pages.Settings;

/// <summary>The visibility table as it is enforced, in words.</summary>
[Needs(Thing.Matrix, Act.See)]
public sealed class MatrixModel : PageModel
{
    public static IReadOnlyList<Roles> RolesShown { get; } = [Roles.Rep, Roles.Manager, Roles.Admin];

    public IReadOnlyList<Line> Lines { get; } =
        [.. Visibility.Grants.Select(g => (g.Thing, g.Act)).Distinct().OrderBy(line => line.Thing).ThenBy(line => line.Act).Select(line => new Line(
            Words(line.Thing), Words(line.Act), [.. RolesShown.Select(role => Words(line.Thing, Visibility.Of(role, line.Thing, line.Act)))]))];

    private static string Words(Thing thing) => thing switch
    {
        Thing.TeamCredibility => "Team credibility",
        Thing.RepPage => "A rep's page",
        Thing.RepairPlan => "Repair plans",
        Thing.Progress => "My progress, habits",
        Thing.Import => "Imports",
        Thing.Matrix => "This table",
        Thing.Person => "People",
        Thing.Team => "Teams",
        Thing.Opportunity => "Opportunities",
        Thing.TrustLists => "Own two lists: whom I trust, who trusts me",
        Thing.Secret => "Own register of what was told in confidence",
        Thing.SelfCheck => "Own self-check before a visit",
        Thing.Coaching => "Coaching sessions",
        Thing.ManagerLedger => "A manager's ledger",
        Thing.TrustLab => "Trust lab",
        Thing.MethodCard => "Method cards of teams",
        Thing.Lesson => "Weekly lessons",
        Thing.Link => "Links between customers",
        Thing.TimeOfNeed => "Times of need of customers",
        Thing.CloseCall => "Own close calls, the small things",
        Thing.Profile => "Own profile",
        Thing.Rules => "Rules of the scores",
        Thing.RulePreview => "Preview of a draft of the rules",
        Thing.Audit or Thing.Today or Thing.Organization => thing.ToString(),
        _ => thing + "s",
    };

    private static string Words(Act act) => act switch
    {
        Act.HandOver => "hand over",
        Act.Edit => "change",
        _ => act.ToString().ToLowerInvariant(),
    };

    private static string Words(Thing thing, Reach reach) => reach switch
    {
        Reach.Own => "own",
        Reach.Managed => "own and their reps'",
        Reach.Organization => thing == Thing.Dispute ? "of reps nobody coaches" : "everyone's",
        _ => "",
    };

    /// <param name="Reaches">One for each role; empty when the role may not.</param>
    public sealed record Line(string Thing, string Act, IReadOnlyList<string> Reaches);
}
