using System.Net;
using Microsoft.EntityFrameworkCore;
using TrustCoach.IntegrationTests.Infrastructure;

namespace TrustCoach.IntegrationTests.People;

public sealed class SignInTests(WebFixture web) : IClassFixture<WebFixture>
{
    private const string Url = "/account/sign-in";

    [Fact]
    public async Task The_right_password_signs_in_and_leads_back_to_the_page_asked_for()
    {
        var rep = await web.GivenARepAsync(await web.GivenAnOrganizationAsync());
        using var visitor = web.Visitor();

        using var refused = await visitor.GetAsync(new Uri("/account/sign-out", UriKind.Relative));
        refused.StatusCode.Should().Be(HttpStatusCode.Redirect);
        using var response = await SignInAsync(visitor, rep.Email, Given.Password, Local(refused));

        response.StatusCode.Should().Be(HttpStatusCode.Redirect);
        response.Headers.Location!.ToString().Should().Be("/account/sign-out");
        using var page = await visitor.GetAsync(response.Headers.Location);
        page.StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_wrong_password_and_an_unknown_address_are_refused_in_the_same_words()
    {
        var rep = await web.GivenARepAsync(await web.GivenAnOrganizationAsync());
        using var visitor = web.Visitor();

        var wrong = await ProblemOfAsync(await SignInAsync(visitor, rep.Email, "not my password at all"));
        var unknown = await ProblemOfAsync(await SignInAsync(visitor, $"nobody-{Guid.NewGuid():n}@example.com", "not my password at all"));

        wrong.Should().NotBeEmpty().And.Be(unknown);
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/")]
    [InlineData("/\\evil.example/")]
    [InlineData("http:evil")]
    [InlineData("javascript:alert(1)")]
    [InlineData("/%0d%0aSet-Cookie:x=y")]
    [InlineData("/a b\u0001")]
    [InlineData("\ud83d\ude00")]
    public async Task A_hostile_return_address_never_leads_away(string returnUrl)
    {
        var rep = await web.GivenARepAsync(await web.GivenAnOrganizationAsync());
        using var visitor = web.Visitor();

        using var response = await SignInAsync(visitor, rep.Email, Given.Password, $"{Url}?returnUrl={Uri.EscapeDataString(returnUrl)}");

        response.StatusCode.Should().Be(HttpStatusCode.Redirect);
        response.Headers.Location!.OriginalString.Should().StartWith("/").And.NotContain("evil").And.NotStartWith("//");
        response.Headers.Contains("x").Should().BeFalse();
    }

    [Fact]
    public async Task The_cookie_is_worth_nothing_after_signing_out()
    {
        var rep = await web.GivenARepAsync(await web.GivenAnOrganizationAsync());
        using var browser = await web.SignedInAsAsync(rep);
        using var thief = web.Visitor();
        using var signedIn = await SignInAsync(thief, rep.Email, Given.Password);
        var cookie = signedIn.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("trustcoach=", StringComparison.Ordinal)).Split(';')[0];

        using var signedOut = await thief.SubmitAsync("/account/sign-out");
        signedOut.StatusCode.Should().Be(HttpStatusCode.Redirect);

        using var late = web.Visitor();
        late.DefaultRequestHeaders.Add("Cookie", cookie);
        using var response = await late.GetAsync(new Uri("/account/sign-out", UriKind.Relative));
        response.Headers.Location!.ToString().Should().StartWith(Url);
        // Other browsers of the same person go on.
        (await browser.GetAsync(new Uri("/account/sign-out", UriKind.Relative))).StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_deactivated_person_is_signed_out_at_once_and_cannot_sign_in()
    {
        var organization = await web.GivenAnOrganizationAsync();
        var rep = await web.GivenARepAsync(organization);
        using var browser = await web.SignedInAsAsync(rep);
        await using (var db = web.Db(organization))
        {
            (await db.People.SingleAsync(p => p.Id == rep.Id)).Deactivate(web.Clock.GetUtcNow());
            await db.SaveChangesAsync();
        }

        using var page = await browser.GetAsync(new Uri("/account/sign-out", UriKind.Relative));
        page.Headers.Location!.ToString().Should().StartWith(Url);
        using var visitor = web.Visitor();
        using var again = await SignInAsync(visitor, rep.Email, Given.Password);
        again.StatusCode.Should().Be(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Five_wrong_tries_pause_the_account_but_not_where_its_owner_has_been_before()
    {
        var rep = await web.GivenARepAsync(await web.GivenAnOrganizationAsync());
        using var owner = web.Visitor();
        (await SignInAsync(owner, rep.Email, Given.Password)).StatusCode.Should().Be(HttpStatusCode.Redirect);
        (await owner.SubmitAsync("/account/sign-out")).Dispose();
        using var stranger = web.Visitor();
        for (var i = 0; i < 5; i++)
            (await SignInAsync(stranger, rep.Email, "wrong wrong wrong")).Dispose();

        (await SignInAsync(stranger, rep.Email, Given.Password)).StatusCode.Should().Be(HttpStatusCode.BadRequest);
        (await SignInAsync(owner, rep.Email, Given.Password)).StatusCode.Should().Be(HttpStatusCode.Redirect);
        // And having signed in ends the pause.
        (await SignInAsync(stranger, rep.Email, Given.Password)).StatusCode.Should().Be(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task A_form_sent_after_the_session_ended_leads_to_signing_in_and_says_so()
    {
        await web.GivenAnOrganizationAsync(); // without one, every page leads to the set-up
        using var visitor = web.Visitor();
        using var response = await visitor.PostAsync(new Uri("/account/sign-out?handler=Any", UriKind.Relative), null);

        response.StatusCode.Should().Be(HttpStatusCode.Redirect);
        var page = await visitor.GetPageAsync(Local(response));
        page.QuerySelector(".notice")!.TextContent.Should().Contain("was not saved");
    }

    [Fact]
    public async Task What_is_missing_is_said_beside_its_field()
    {
        using var visitor = web.Visitor();
        using var response = await SignInAsync(visitor, "", "");

        response.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        (await response.Content.ReadAsStringAsync()).Should().Contain("Write your e-mail address.").And.Contain("Write your password.");
    }

    private static Task<HttpResponseMessage> SignInAsync(HttpClient visitor, string email, string password, string url = Url) =>
        visitor.SubmitAsync(url, ("Input.Email", email), ("Input.Password", password));

    private static string Local(HttpResponseMessage redirect) =>
        redirect.Headers.Location!.IsAbsoluteUri ? redirect.Headers.Location.PathAndQuery : redirect.Headers.Location.OriginalString;

    private static async Task<string> ProblemOfAsync(HttpResponseMessage response)
    {
        using (response)
        {
            response.StatusCode.Should().Be(HttpStatusCode.BadRequest);
            var page = await response.ReadPageAsync();
            return page.QuerySelector("[role=alert], .error-summary")!.TextContent.Trim();
        }
    }
}
