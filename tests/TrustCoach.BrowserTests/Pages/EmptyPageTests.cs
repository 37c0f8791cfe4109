using TrustCoach.BrowserTests.Infrastructure;
using TrustCoach.Domain.People;
using TrustCoach.IntegrationTests.Infrastructure;

namespace TrustCoach.BrowserTests.Pages;

/// <summary>The pages of an organization in which nothing has happened yet, and of none at all.</summary>
public sealed class EmptyPageTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
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
            (Roles.Rep, new[] { "/", "/log", "/customers", "/promises", "/promises?side=theirs", "/promises/closed", "/promises/new" }),
            (Roles.Manager, ["/team", "/team/at-risk", "/team/what-broke-trust"]),
            (Roles.Admin, ["/settings/imports", "/settings/teams", "/settings/audit"]),
        })
        {
            await using var window = await browser.OpenAsync(await browser.GivenAPersonAsync(organization, roles));
            foreach (var url in urls)
            {
                await window.Page.GotoAsync(url);
                problems.AddRange((await window.ProblemsAsync()).Select(problem => $"{url}: {problem}"));
            }
        }

        problems.Should().BeEmpty();
    }
}
