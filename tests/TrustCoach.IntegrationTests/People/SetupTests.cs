using System.Net;
using Microsoft.Extensions.DependencyInjection;
using TrustCoach.IntegrationTests.Infrastructure;
using TrustCoach.Web.Infrastructure.Identity;

namespace TrustCoach.IntegrationTests.People;

/// <summary>Each test has a server of its own that nobody has set up yet.</summary>
public sealed class SetupTests : WebFixture
{
    [Fact]
    public async Task An_empty_server_leads_to_the_setup_and_the_setup_to_the_first_admin()
    {
        using var visitor = Visitor();
        using var signIn = await visitor.GetAsync(new Uri("/account/sign-in", UriKind.Relative));
        signIn.Headers.Location!.ToString().Should().Be("/setup");

        using var done = await SetUpAsync(visitor, Token);
        done.StatusCode.Should().Be(HttpStatusCode.Redirect, await done.Content.ReadAsStringAsync());
        (await visitor.GetAsync(done.Headers.Location)).StatusCode.Should().Be(HttpStatusCode.OK);
        (await visitor.GetAsync(new Uri("/setup", UriKind.Relative))).StatusCode.Should().Be(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_stranger_without_the_token_cannot_claim_the_server()
    {
        using var visitor = Visitor();
        using var refused = await SetUpAsync(visitor, "guessed");

        refused.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        (await refused.Content.ReadAsStringAsync()).Should().Contain("This is not the setup token.");
    }

    [Fact]
    public async Task Of_two_setups_at_once_one_wins()
    {
        using var one = Visitor();
        using var other = Visitor();
        var answers = await Task.WhenAll(SetUpAsync(one, Token), SetUpAsync(other, Token));

        answers.Select(a => a.StatusCode).Should().BeEquivalentTo([HttpStatusCode.Redirect, HttpStatusCode.NotFound]);
    }

    [Theory]
    [InlineData("short")]
    [InlineData("password123456")]
    [InlineData("aaaaaaaaaaaaaaaa")]
    [InlineData("ada@example.com1")]
    public async Task Refuses_passwords_that_are_short_common_or_ones_own(string password)
    {
        using var visitor = Visitor();
        using var refused = await SetUpAsync(visitor, Token, password);

        refused.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        (await refused.ReadPageAsync()).QuerySelectorAll("#Input_Password-error, .error").Should().NotBeEmpty();
    }

    private string Token => Services.GetRequiredService<SetupToken>().Value;

    private static Task<HttpResponseMessage> SetUpAsync(HttpClient visitor, string token, string password = "seven green kites over Ulm") => visitor.SubmitAsync(
        "/setup", ("Input.Token", token), ("Input.Organization", "Northwind"), ("Input.TimeZone", "Europe/Berlin"),
        ("Input.Name", "Ada Admin"), ("Input.Email", "ada@example.com"), ("Input.Password", password));
}
