using System.Net;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using TrustCoach.Domain.People;
using TrustCoach.IntegrationTests.Infrastructure;
using TrustCoach.Web.Infrastructure.Identity;

namespace TrustCoach.IntegrationTests.People;

/// <summary>Walks every page with every role and compares with the visibility table.</summary>
public sealed class VisibilityTests(WebFixture web) : IClassFixture<WebFixture>
{
    [Fact]
    public void Every_page_names_the_line_of_the_table_that_opens_it_or_says_that_it_is_open_to_all()
    {
        var silent = typeof(NeedsAttribute).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(PageModel)) && !type.IsAbstract)
            .Where(type => !type.IsDefined(typeof(NeedsAttribute), false) && !type.IsDefined(typeof(AllowAnonymousAttribute), false));

        silent.Should().BeEmpty();
    }

    [Theory]
    [InlineData(Roles.Rep)]
    [InlineData(Roles.Manager)]
    [InlineData(Roles.Admin)]
    public async Task A_role_opens_the_pages_of_its_lines_and_no_others(Roles role)
    {
        var person = await web.GivenAPersonAsync(await web.GivenAnOrganizationAsync(), role);
        using var browser = await web.SignedInAsAsync(person);
        foreach (var (path, needs) in Pages())
        {
            using var response = await browser.GetAsync(new Uri(path, UriKind.Relative));
            if (Visibility.Allows(role, needs.Thing, needs.Act))
                ((int)response.StatusCode).Should().NotBe(403, path).And.BeLessThan(500, path);
            else if (path != "/")
                response.StatusCode.Should().Be(HttpStatusCode.Forbidden, path);
        }
    }

    [Fact]
    public async Task Nobody_opens_anything_without_signing_in()
    {
        using var visitor = web.Visitor();
        foreach (var (path, _) in Pages())
        {
            using var response = await visitor.GetAsync(new Uri(path, UriKind.Relative));
            response.StatusCode.Should().Be(HttpStatusCode.Redirect, path);
            response.Headers.Location!.ToString().Should().StartWith("/account/sign-in", path);
        }
    }

    [Fact]
    public async Task A_page_that_is_not_there_is_a_404_signed_in_or_not()
    {
        using var visitor = web.Visitor();
        (await visitor.GetAsync(new Uri("/no-such-page", UriKind.Relative))).StatusCode.Should().Be(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData(Roles.Admin, "/settings")]
    [InlineData(Roles.Manager, "/team")]
    public async Task The_first_page_leads_where_the_work_is(Roles roles, string url)
    {
        using var browser = await web.SignedInAsAsync(await web.GivenAPersonAsync(await web.GivenAnOrganizationAsync(), roles));
        using var response = await browser.GetAsync(new Uri("/", UriKind.Relative));
        response.Headers.Location!.ToString().Should().Be(url);
    }

    /// <summary>Every address that asks for a line of the table; ids are of nothing that exists.</summary>
    private IEnumerable<(string Path, NeedsAttribute Needs)> Pages() =>
        from endpoint in web.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        let needs = endpoint.Metadata.GetMetadata<NeedsAttribute>()
        where needs is not null && endpoint.Metadata.GetMetadata<AllowAnonymousAttribute>() is null
        where endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("GET") != false
        select ("/" + string.Join('/', endpoint.RoutePattern.PathSegments.Select(segment => string.Concat(segment.Parts.Select(Text)))), needs);

    private static string Text(Microsoft.AspNetCore.Routing.Patterns.RoutePatternPart part) =>
        part is Microsoft.AspNetCore.Routing.Patterns.RoutePatternLiteralPart literal ? literal.Content : Guid.NewGuid().ToString();
}
