using Microsoft.AspNetCore.Mvc.RazorPages;
using TrustCoach.Domain.People;
using TrustCoach.Web.Infrastructure.Identity;

namespace TrustCoach.Web.Pages.Settings;

/// <summary>What of the settings this person may open, with a sentence on each.</summary>
[Needs(Thing.Matrix, Act.See)]
public sealed class IndexModel : PageModel
{
    private static readonly (Thing Thing, Act Act, Entry Entry)[] All =
    [
        (Thing.Person, Act.Manage, new("People", "/settings/people", "Invite people, give them roles and a team, switch them off.")),
        (Thing.Team, Act.Manage, new("Teams", "/settings/teams", "Who coaches whom.")),
        (Thing.Organization, Act.Edit, new("Organization", "/settings/organization", "Its name, the time zone its days begin in, and how managers and admins sign in.")),
        (Thing.Organization, Act.Edit, new("Mail", "/settings/mail", "What was sent, what waits, and why.")),
        (Thing.Import, Act.Manage, new("Import", "/settings/imports", "Bring customers, touchpoints and promises from a file.")),
        (Thing.Rules, Act.See, new("Rules of the scores", "/settings/rules", "What counts how much, in words, and what each number rests on.")),
        (Thing.Audit, Act.See, new("Audit", "/settings/audit", "Who changed what, when, from what to what.")),
        (Thing.Matrix, Act.See, new("Who may see what", "/settings/matrix", "Every role and what it opens, in words.")),
        (Thing.Profile, Act.Edit, new("Your profile", "/account/profile", "Your name, time zone, look, password, second factor and signed-in browsers.")),
    ];

    public IReadOnlyList<Entry> Entries { get; private set; } = [];

    public void OnGet() => Entries = [.. All.Where(line => this.Actor().May(line.Thing, line.Act)).Select(line => line.Entry)];

    public sealed record Entry(string Title, string Url, string Text);
}
