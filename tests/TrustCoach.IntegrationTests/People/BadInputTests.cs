using System.Net;
using System.Text;
using TrustCoach.IntegrationTests.Infrastructure;

namespace TrustCoach.IntegrationTests.People;

/// <summary>What no browser sends by itself: it is refused with the form or a page that says why, and never an error of ours.</summary>
public sealed class BadInputTests(WebFixture web) : IClassFixture<WebFixture>
{
    [Theory]
    [InlineData("/account/sign-in")]
    [InlineData("/account/forgot-password")]
    public async Task An_address_that_is_no_text_is_nobodys(string url)
    {
        using var visitor = await VisitorAsync();
        using var response = await visitor.SubmitAsync(url, ("Input.Email", "\ufffe\uffff@example.com"), ("Input.Password", "\ufffe\uffff"));
        ((int)response.StatusCode).Should().BeLessThan(500);
    }

    [Theory]
    [InlineData("maybe")]
    [InlineData("")]
    [InlineData("1")]
    public async Task A_box_that_is_neither_ticked_nor_not_is_said_beside_it(string value)
    {
        using var visitor = await VisitorAsync();
        using var response = await visitor.SubmitAsync("/account/sign-in", ("Input.Email", "dana@example.com"), ("Input.Password", "x"), ("Input.Remember", value));

        response.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        using var page = await response.ReadPageAsync();
        page.QuerySelector("input[type=checkbox][name='Input.Remember']")!.HasAttribute("checked").Should().BeFalse();
    }

    [Fact]
    public async Task A_ticked_box_stays_ticked_when_the_form_is_refused()
    {
        using var visitor = await VisitorAsync();
        using var response = await visitor.SubmitAsync("/account/sign-in", ("Input.Email", ""), ("Input.Remember", "true"));
        using var page = await response.ReadPageAsync();
        page.QuerySelector("input[type=checkbox][name='Input.Remember']")!.HasAttribute("checked").Should().BeTrue();
    }

    [Fact]
    public async Task A_form_with_a_zero_character_is_said_to_be_unreadable()
    {
        using var visitor = await VisitorAsync();
        using var page = await visitor.GetPageAsync("/account/sign-in");
        var token = page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var body = new StringContent($"__RequestVerificationToken={token}&Input.Email=a%00b", Encoding.ASCII, "application/x-www-form-urlencoded");
        using var response = await visitor.PostAsync(new Uri("/account/sign-in", UriKind.Relative), body);

        response.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        (await response.Content.ReadAsStringAsync()).Should().Contain("This form could not be read");
    }

    [Theory]
    [InlineData("/settings/people?search=a%00b", HttpStatusCode.OK)]
    [InlineData("/settings/audit?kind=%00", HttpStatusCode.BadRequest)]
    [InlineData("/settings/audit?from=0001-01-01&to=9999-12-31", HttpStatusCode.OK)]
    public async Task A_hostile_filter_is_no_error_of_ours(string url, HttpStatusCode status)
    {
        using var admin = await web.SignedInAsAsync(await web.GivenAnAdminAsync(await web.GivenAnOrganizationAsync()));
        (await admin.GetAsync(new Uri(url, UriKind.Relative))).StatusCode.Should().Be(status);
    }

    [Theory]
    [InlineData("Bcc: dana@example.com")]
    [InlineData("\"Dana\" <dana@example.com>")]
    [InlineData("dana@example.com, other@example.com")]
    [InlineData("dana@")]
    public async Task More_than_an_address_is_no_address(string email)
    {
        using var admin = await web.SignedInAsAsync(await web.GivenAnAdminAsync(await web.GivenAnOrganizationAsync()));
        using var response = await admin.SubmitAsync("/settings/people/invite", ("Input.Name", "Dana"), ("Input.Email", email), ("Input.Roles.Rep", "true"));
        response.StatusCode.Should().Be(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_role_that_is_neither_yes_nor_no_changes_nobody()
    {
        var organization = await web.GivenAnOrganizationAsync();
        var rep = await web.GivenARepAsync(organization);
        using var admin = await web.SignedInAsAsync(await web.GivenAnAdminAsync(organization));
        using var response = await admin.SubmitAsync($"/settings/people/{rep.Id}", ("Input.Name", "Dana"), ("Input.Roles.Rep", "<script>"));
        response.StatusCode.Should().Be(HttpStatusCode.BadRequest);
    }

    /// <summary>Somebody at the door of an app that is set up.</summary>
    private async Task<HttpClient> VisitorAsync()
    {
        await web.GivenAnOrganizationAsync();
        return web.Visitor();
    }
}
