using System.Net;
using Microsoft.EntityFrameworkCore;
using TrustCoach.Domain.People;
using TrustCoach.IntegrationTests.Infrastructure;
using TrustCoach.Services.Audit;

namespace TrustCoach.IntegrationTests.People;

/// <summary>Where the organization asks managers and admins for a second factor, and what an admin does when a phone is lost.</summary>
public sealed class RequiredSecondFactorTests(WebFixture web) : IClassFixture<WebFixture>
{
    [Fact]
    public async Task An_admin_asks_for_it_in_the_settings_and_the_audit_keeps_that()
    {
        var organization = await web.GivenAnOrganizationAsync();
        using var browser = await web.SignedInAsAsync(await web.GivenAnAdminAsync(organization));

        (await browser.SubmitAsync("/settings/organization", ("Input.RequiresSecondFactor", "true"))).StatusCode.Should().Be(HttpStatusCode.Redirect);

        await using var db = web.Db(organization);
        (await db.Organizations.SingleAsync()).RequiresSecondFactor.Should().BeTrue();
        var entry = await db.Audit.SingleAsync(e => e.Act == AuditActs.OrganizationChanged);
        entry.Before.Should().Contain("\"RequiresSecondFactor\": false");
        entry.After.Should().Contain("\"RequiresSecondFactor\": true");
        (await VisitAsync(browser, "/settings/people")).Headers.Location!.ToString().Should().StartWith(Authenticator.SetUpUrl, "the admin has none either");
    }

    [Theory]
    [InlineData(Roles.Manager)]
    [InlineData(Roles.Rep | Roles.Admin)]
    public async Task Who_owes_one_is_led_to_it_from_everywhere_and_back_afterwards(Roles roles)
    {
        var person = await web.GivenAPersonAsync(await GivenItIsAskedForAsync(), roles);
        using var visitor = web.Visitor();
        using var signedIn = await visitor.SubmitAsync("/account/sign-in?returnUrl=/account/profile", ("Input.Email", person.Email), ("Input.Password", Given.Password));
        signedIn.Headers.Location!.ToString().Should().Be("/account/profile");

        foreach (var url in new[] { "/", "/account/profile", "/account/password", "/account/second-factor", "/customers", "/settings", "/settings/people", "/log", "/team" })
            (await VisitAsync(visitor, url)).Headers.Location!.ToString().Should().StartWith(Authenticator.SetUpUrl, url);
        using var post = await visitor.PostAsync(new Uri("/account/profile?handler=EndOthers", UriKind.Relative), null);
        post.Headers.Location!.ToString().Should().Be(Authenticator.SetUpUrl + "?returnUrl=%2Faccount%2Fprofile&unsaved=true");
        using var page = await visitor.GetPageAsync(post.Headers.Location.ToString());
        page.QuerySelector(".notice")!.TextContent.Should().Contain("was not saved");
        page.QuerySelectorAll("nav a").Should().BeEmpty("nothing else opens");

        var app = await Authenticator.ReadAsync(visitor, web.Clock);
        using var done = await visitor.SubmitAsync(post.Headers.Location.ToString(), ("Input.Code", app.Code()));
        (await done.ReadPageAsync()).QuerySelector("a.button.primary")!.GetAttribute("href").Should().Be("/account/profile");
        (await VisitAsync(visitor, "/account/profile")).StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Signing_out_stays_open_and_reps_are_not_asked()
    {
        var organization = await GivenItIsAskedForAsync();
        using var manager = await web.SignedInAsAsync(await web.GivenAManagerAsync(organization));
        using var rep = await web.SignedInAsAsync(await web.GivenARepAsync(organization));

        using var page = await manager.GetPageAsync(Authenticator.SetUpUrl);
        page.QuerySelector("form[action='/account/sign-out']").Should().NotBeNull();
        (await manager.SubmitAsync("/account/sign-out")).Headers.Location!.ToString().Should().Be("/account/sign-in");
        (await VisitAsync(rep, "/account/profile")).StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Turned_off_where_it_is_asked_for_it_is_owed_again()
    {
        using var browser = await web.SignedInAsAsync(await web.GivenAManagerAsync(await GivenItIsAskedForAsync()));
        await Authenticator.SetUpAsync(browser, web.Clock);

        (await browser.SubmitToButtonAsync("TurnOff", Given.Password)).StatusCode.Should().Be(HttpStatusCode.Redirect);

        (await VisitAsync(browser, "/account/profile")).Headers.Location!.ToString().Should().StartWith(Authenticator.SetUpUrl);
    }

    [Fact]
    public async Task An_admin_resets_it_for_somebody_else_who_is_told_and_signed_out()
    {
        var organization = await web.GivenAnOrganizationAsync();
        var (admin, rep) = (await web.GivenAnAdminAsync(organization, "Ada Admin"), await web.GivenARepAsync(organization));
        using var theirs = await web.SignedInAsAsync(rep);
        await Authenticator.SetUpAsync(theirs, web.Clock);
        using var browser = await web.SignedInAsAsync(admin);
        using var card = await browser.GetPageAsync($"/settings/people/{rep.Id}");
        var url = card.QuerySelector("a[href$='reset-second-factor']")!.GetAttribute("href")!;

        (await browser.SubmitAsync(url, form => form.Closest("main") is not null)).StatusCode.Should().Be(HttpStatusCode.Redirect);

        (await VisitAsync(theirs, "/account/profile")).Headers.Location!.ToString().Should().StartWith("/account/sign-in");
        using var visitor = web.Visitor();
        using var signedIn = await visitor.SubmitAsync("/account/sign-in", ("Input.Email", rep.Email), ("Input.Password", Given.Password));
        signedIn.Headers.Location!.ToString().Should().Be("/");
        await using var db = web.Db(organization);
        (await db.Audit.SingleAsync(e => e.Act == AuditActs.SecondFactorReset && e.SubjectId == rep.Id)).PersonId.Should().Be(admin.Id);
        (await db.Mails.SingleAsync(m => m.To == rep.Email && m.Subject.Contains("reset"))).Text.Should().Contain("Ada Admin did so");
        (await browser.SubmitAsync(url, form => form.Closest("main") is not null)).StatusCode.Should().Be(HttpStatusCode.BadRequest, "there is none any more");
    }

    [Fact]
    public async Task An_admin_resets_neither_their_own_nor_one_of_another_organization()
    {
        var (mine, other) = (await web.GivenAnOrganizationAsync(), await web.GivenAnOrganizationAsync());
        var (admin, foreign) = (await web.GivenAnAdminAsync(mine), await web.GivenARepAsync(other));
        using var theirs = await web.SignedInAsAsync(foreign);
        await Authenticator.SetUpAsync(theirs, web.Clock);
        using var browser = await web.SignedInAsAsync(admin);
        await Authenticator.SetUpAsync(browser, web.Clock);

        using var own = await browser.SubmitAsync($"/settings/people/{admin.Id}/reset-second-factor", form => form.Closest("main") is not null);
        own.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        using var page = await browser.GetPageAsync("/account/second-factor");
        using var form = new FormUrlEncodedContent([new("__RequestVerificationToken", page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!)]);
        (await browser.PostAsync(new Uri($"/settings/people/{foreign.Id}/reset-second-factor", UriKind.Relative), form)).StatusCode.Should().Be(HttpStatusCode.NotFound);

        foreach (var organization in new[] { mine, other })
        {
            await using var db = web.Db(organization);
            (await db.SecondFactors.CountAsync()).Should().Be(1, "and each organization sees its own alone");
        }
    }

    private static Task<HttpResponseMessage> VisitAsync(HttpClient visitor, string url) => visitor.GetAsync(new Uri(url, UriKind.Relative));

    private async Task<GivenOrganization> GivenItIsAskedForAsync()
    {
        var organization = await web.GivenAnOrganizationAsync();
        await using var db = web.Db(organization);
        (await db.Organizations.SingleAsync()).Change(organization.Name, organization.TimeZone, requiresSecondFactor: true);
        await db.SaveChangesAsync();
        return organization;
    }
}
