using TrustCoach.BrowserTests.Infrastructure;
using TrustCoach.Domain.People;
using TrustCoach.IntegrationTests.Infrastructure;

namespace TrustCoach.BrowserTests.Pages;

/// <summary>The pages of an organization in which nothing has happened yet, and of none at all.</summary>
public sealed class EmptyPageTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    /// <summary>Who manages no team finds no list of one.</summary>
    private static readonly string[] OfATeam = ["/team/at-risk", "/team/what-broke-trust", "/team/events", "/team/relationships", "/team/without-outcome"];

    [Fact]
    public async Task Nothing_to_show_is_shown_to_everybody()
    {
        var problems = new List<string>();
        await using (var nobody = await browser.OpenAsync())
        {
            await nobody.Page.GotoAsync("/");
            nobody.Page.Url.Should().EndWith("/setup", "an empty database asks for its first organization");
            problems.AddRange(await nobody.ProblemsAsync());
        }

        var organization = await browser.GivenAnOrganizationAsync();
        foreach (var (roles, urls) in new[]
        {
            (Roles.Rep, new[] { "/", "/needs-you", "/log", "/customers", "/promises", "/promises?side=theirs", "/promises/closed", "/promises/new", "/disputes", "/coaching", "/progress", "/practice", "/radar", "/lessons", "/lessons/year", "/lessons/year?view=favourites", "/lists", "/lists/result", "/lists/history", "/lists/erase", "/confidences", "/lab", "/lab/play", "/lab/tournament", "/lab/population", "/goals", "/goals/new", "/calibration", "/reps/{me}/roll-up", "/reps/{me}/reputation", "/reps/{me}/traits/honesty" }),
            (Roles.Manager, ["/team", "/team/at-risk", "/team/what-broke-trust", "/team/events", "/team/relationships", "/team/without-outcome", "/team/signals", "/team/roll-up", "/calibration", "/disputes", "/coaching", "/coaching/new", "/managers/{me}"]),
            (Roles.Admin, ["/settings/imports", "/settings/teams", "/settings/audit", "/settings/rules", "/settings/rules/rebuild"]),
            (Roles.Rep, ["/progress/record", "/progress/opened"]),
        })
        {
            var person = await browser.GivenAPersonAsync(organization, roles);
            await using var window = await browser.OpenAsync(person);
            foreach (var url in urls)
            {
                var status = (await window.Page.GotoAsync(url.Replace("{me}", $"{person.Id}", StringComparison.Ordinal)))!.Status;
                if (status != (OfATeam.Contains(url) ? 404 : 200))
                    problems.Add($"{url} answers {status}");
                problems.AddRange((await window.ProblemsAsync()).Select(problem => $"{url}: {problem}"));
            }
        }

        problems.Should().BeEmpty();
    }
}
