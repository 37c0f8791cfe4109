using TrustCoach.Services.People;
using TrustCoach.Web.Infrastructure.Identity;

namespace TrustCoach.Web.Pages.Find;

/// <summary>A page one may go to.</summary>
/// <param name="Words">What else people call it.</param>
public sealed record Destination(string Title, string Url, string Words);

/// <summary>Pages by what people call them; who may open one, the page itself says.</summary>
public sealed class Destinations(EndpointDataSource endpoints)
{
    /// <summary>All that are found by name; pages of one customer or person are found through them.</summary>
    public static IReadOnlyList<Destination> All { get; } =
    [
        new("Today", "/", "start home due slipping"),
        new("Log a touchpoint", "/log", "call visit meeting encounter new"),
        new("Close the day", "/day", "outcomes planned passed how did it go batch"),
        new("Waiting to be sent", "/log/waiting", "offline outbox network device"),
        new("Customers", "/customers", "companies list quiet burned"),
        new("Add a customer", "/customers/new", "company new"),
        new("Promises", "/promises", "due overdue owed"),
        new("New promise", "/promises/new", "give word"),
        new("Closed promises", "/promises/closed", "kept broken late"),
        new("Promises to your reps", "/promises/to-your-reps", "manager answer owed"),
        new("Opportunities", "/opportunities", "offers deals sales won lost value"),
        new("New opportunity", "/opportunities/new", "offer deal sale"),
        new("My progress", "/progress", "habits traits practice own numbers"),
        new("Practice", "/practice", "exercises habits learn"),
        new("Two lists", "/lists", "practice sheets whom trust names exercise"),
        new("Trust lab", "/lab", "game play reciprocator cheater altruist"),
        new("Free play", "/lab/play", "trust lab game hidden"),
        new("Tournament", "/lab/tournament", "trust lab strategies round robin tit for tat"),
        new("Population", "/lab/population", "trust lab generations shares evolution"),
        new("This week's lesson", "/lessons", "practice learn exercise idea"),
        new("Lessons of the year", "/lessons/year", "practice favourites done"),
        new("Coaching", "/coaching", "one-to-one session agenda notes agreed"),
        new("Plan a session", "/coaching/new", "one-to-one meeting"),
        new("Disputes", "/disputes", "disagree objection"),
        new("Team credibility", "/team", "manager reps talk about"),
        new("At risk", "/team/at-risk", "slipping losing"),
        new("What broke trust", "/team/what-broke-trust", "breakers late lie gossip"),
        new("Calibration of the forecast", "/calibration", "prediction accuracy"),
        new("Keys", "/keys", "keyboard shortcuts help"),
        new("Profile", "/account/profile", "name language time zone theme sign out devices"),
        new("Password", "/account/password", "change passphrase"),
        new("Second factor", "/account/second-factor", "code authenticator security"),
        new("Settings", "/settings", "admin"),
        new("People", "/settings/people", "reps managers accounts invite"),
        new("Teams", "/settings/teams", "groups"),
        new("Organization", "/settings/organization", "company name zone"),
        new("Rules", "/settings/rules", "scoring constants weights"),
        new("Who may see what", "/settings/matrix", "visibility rights roles permissions"),
        new("Imports", "/settings/imports", "csv upload file"),
        new("Audit", "/settings/audit", "history changes who did"),
        new("Mail", "/settings/mail", "e-mail sending"),
    ];

    /// <summary>Those the actor may open whose title, or another word for it, begins with each word typed.</summary>
    public IReadOnlyList<Destination> Of(Actor actor, string? typed)
    {
        var words = (typed ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length == 0 ? [] : [.. All
            .Where(page => words.All(word => $" {page.Title} {page.Words}".Contains($" {word}", StringComparison.OrdinalIgnoreCase)))
            .OrderBy(page => page.Title.StartsWith(words[0], StringComparison.OrdinalIgnoreCase) ? 0 : 1)
            .Where(page => May(actor, page.Url)).Take(6)];
    }

    private bool May(Actor actor, string url) => EndpointOf(url) is { } endpoint
        && (endpoint.Metadata.GetMetadata<NeedsAttribute>() is not { } needs || actor.May(needs.Thing, needs.Act));

    /// <summary>The page at an address; null when there is none.</summary>
    public RouteEndpoint? EndpointOf(string url) =>
        endpoints.Endpoints.OfType<RouteEndpoint>().FirstOrDefault(e => string.Equals($"/{e.RoutePattern.RawText?.TrimStart('/')}", url, StringComparison.Ordinal));
}
