using System.Net;
using Microsoft.EntityFrameworkCore;
using TrustCoach.IntegrationTests.Infrastructure;

namespace TrustCoach.IntegrationTests.People;

public sealed class PasswordTests(WebFixture web) : IClassFixture<WebFixture>
{
    private const string New = "nine quiet lanterns drift";

    [Fact]
    public async Task A_forgotten_password_is_replaced_through_a_link_that_works_once()
    {
        var rep = await web.GivenARepAsync(await web.GivenAnOrganizationAsync());
        using var elsewhere = await web.SignedInAsAsync(rep);
        using var visitor = web.Visitor();
        (await visitor.SubmitAsync("/account/forgot-password", ("Input.Email", rep.Email))).StatusCode.Should().Be(HttpStatusCode.Redirect);
        var link = await LinkAsync(rep);

        using var reset = await visitor.SubmitAsync(link, ("Input.Password", New));
        reset.StatusCode.Should().Be(HttpStatusCode.Redirect, await reset.Content.ReadAsStringAsync());
        (await visitor.SubmitAsync(link, ("Input.Password", "another long phrase here"))).StatusCode.Should().Be(HttpStatusCode.BadRequest);

        (await elsewhere.GetAsync(new Uri("/account/profile", UriKind.Relative))).StatusCode.Should().Be(HttpStatusCode.Redirect);
        (await visitor.SubmitAsync("/account/sign-in", ("Input.Email", rep.Email), ("Input.Password", Given.Password))).StatusCode.Should().Be(HttpStatusCode.BadRequest);
        (await visitor.SubmitAsync("/account/sign-in", ("Input.Email", rep.Email), ("Input.Password", New))).StatusCode.Should().Be(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task Says_the_same_whether_an_address_is_known()
    {
        var rep = await web.GivenARepAsync(await web.GivenAnOrganizationAsync());
        var answers = new List<string>();
        foreach (var email in new[] { rep.Email, "nobody-knows@example.com" })
        {
            using var visitor = web.Visitor();
            using var asked = await visitor.SubmitAsync("/account/forgot-password", ("Input.Email", email));
            answers.Add((await visitor.GetPageAsync(asked.Headers.Location!.ToString())).QuerySelector("#flash")!.TextContent.Trim());
        }

        answers[0].Should().Contain("If this address has an account").And.Be(answers[1]);
    }

    [Fact]
    public async Task Changing_the_password_signs_the_other_browsers_out()
    {
        var rep = await web.GivenARepAsync(await web.GivenAnOrganizationAsync());
        using var here = await web.SignedInAsAsync(rep);
        using var elsewhere = await web.SignedInAsAsync(rep);

        (await here.SubmitAsync("/account/password", ("Input.Current", "not mine"), ("Input.Password", New))).StatusCode.Should().Be(HttpStatusCode.BadRequest);
        (await here.SubmitAsync("/account/password", ("Input.Current", Given.Password), ("Input.Password", New))).StatusCode.Should().Be(HttpStatusCode.Redirect);

        (await here.GetAsync(new Uri("/account/profile", UriKind.Relative))).StatusCode.Should().Be(HttpStatusCode.OK);
        (await elsewhere.GetAsync(new Uri("/account/profile", UriKind.Relative))).StatusCode.Should().Be(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task A_profile_decides_how_numbers_and_times_are_read()
    {
        var rep = await web.GivenARepAsync(await web.GivenAnOrganizationAsync());
        using var browser = await web.SignedInAsAsync(rep);
        using var saved = await browser.SubmitAsync("/account/profile",
            ("Input.Name", "Dana Reyes"), ("Input.TimeZone", "Australia/Sydney"), ("Input.Culture", "de-DE"), ("Input.Theme", "dark"));

        saved.StatusCode.Should().Be(HttpStatusCode.Redirect, await saved.Content.ReadAsStringAsync());
        var page = await browser.GetPageAsync("/account/profile");
        page.QuerySelector("html")!.GetAttribute("data-theme").Should().Be("dark");
        var actor = await web.ActorAsync(rep);
        (actor.Name, actor.Zone.Id, actor.Culture.Name).Should().Be(("Dana Reyes", "Australia/Sydney", "de-DE"));
    }

    [Fact]
    public async Task A_session_of_somebody_else_cannot_be_ended()
    {
        var organization = await web.GivenAnOrganizationAsync();
        var (rep, other) = (await web.GivenARepAsync(organization), await web.GivenARepAsync(organization));
        using var browser = await web.SignedInAsAsync(rep);
        using var second = await web.SignedInAsAsync(rep);
        using var others = await web.SignedInAsAsync(other);
        await using var db = web.Db(organization);
        var foreign = await db.Sessions.Where(s => s.PersonId == other.Id).Select(s => s.Id).SingleAsync();

        using var page = await browser.GetPageAsync("/account/profile");
        var token = page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var form = new FormUrlEncodedContent([new("__RequestVerificationToken", token)]);
        using var refused = await browser.PostAsync(new Uri($"/account/profile?handler=End&id={foreign}", UriKind.Relative), form);

        refused.StatusCode.Should().Be(HttpStatusCode.NotFound);
        (await others.GetAsync(new Uri("/account/profile", UriKind.Relative))).StatusCode.Should().Be(HttpStatusCode.OK);
    }

    private async Task<string> LinkAsync(GivenPerson person)
    {
        await using var db = web.Db(person.Organization);
        var mail = await db.Mails.SingleAsync(m => m.To == person.Email);
        return new Uri(mail.Text.Split('\n').Single(line => line.StartsWith("http", StringComparison.Ordinal)).Trim()).PathAndQuery;
    }
}
