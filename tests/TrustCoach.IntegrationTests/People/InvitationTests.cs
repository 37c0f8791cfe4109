using System.Net;
using Microsoft.EntityFrameworkCore;
using TrustCoach.Domain.People;
using TrustCoach.IntegrationTests.Infrastructure;

namespace TrustCoach.IntegrationTests.People;

public sealed class InvitationTests(WebFixture web) : IClassFixture<WebFixture>
{
    [Fact]
    public async Task An_invitation_makes_one_person_once()
    {
        var organization = await web.GivenAnOrganizationAsync();
        var (email, link) = await InviteAsync(organization);
        using var guest = web.Visitor();

        using var joined = await AcceptAsync(guest, link);
        joined.StatusCode.Should().Be(HttpStatusCode.Redirect, await joined.Content.ReadAsStringAsync());
        using var first = await guest.GetAsync(new Uri("/account/profile", UriKind.Relative));
        (await first.Content.ReadAsStringAsync()).Should().Contain(email);

        using var second = web.Visitor();
        (await (await second.GetAsync(new Uri(link))).Content.ReadAsStringAsync()).Should().Contain("no longer open");
        await using var db = web.Db(organization);
        (await db.People.CountAsync(p => p.Name == "Dana Reyes")).Should().Be(1);
        (await db.Invitations.SingleAsync()).AcceptedAt.Should().NotBeNull();
    }

    [Fact]
    public async Task Two_presses_of_the_button_make_one_person()
    {
        var organization = await web.GivenAnOrganizationAsync();
        var (_, link) = await InviteAsync(organization);
        using var one = web.Visitor();
        using var other = web.Visitor();

        await Task.WhenAll(AcceptAsync(one, link), AcceptAsync(other, link));

        await using var db = web.Db(organization);
        (await db.People.CountAsync(p => p.Name == "Dana Reyes")).Should().Be(1);
    }

    [Fact]
    public async Task A_revoked_invitation_opens_nothing()
    {
        var organization = await web.GivenAnOrganizationAsync();
        var (_, link) = await InviteAsync(organization);
        using var admin = await web.SignedInAsAsync(await web.GivenAnAdminAsync(organization));
        (await admin.SubmitToAsync("/settings/people", "Revoke")).StatusCode.Should().Be(HttpStatusCode.Redirect);

        using var guest = web.Visitor();
        (await (await guest.GetAsync(new Uri(link))).Content.ReadAsStringAsync()).Should().Contain("no longer open");
    }

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("%00%00")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task A_made_up_code_is_answered_kindly(string code)
    {
        using var guest = web.Visitor();
        using var response = await guest.GetAsync(new Uri($"/account/accept-invitation?code={code}", UriKind.Relative));
        response.StatusCode.Should().Be(HttpStatusCode.OK);
        (await response.Content.ReadAsStringAsync()).Should().Contain("no longer open");
    }

    [Theory]
    [InlineData("Input.Name", "", "Write their name.")]
    [InlineData("Input.Email", "no address", "This is not an e-mail address.")]
    [InlineData("Input.TeamId", "01900000-0000-7000-8000-000000000000", "Pick a team from the list.")]
    public async Task Refuses_an_invitation_with_the_form_and_a_reason(string field, string value, string message)
    {
        using var admin = await web.SignedInAsAsync(await web.GivenAnAdminAsync(await web.GivenAnOrganizationAsync()));
        (string, string)[] fields = [("Input.Name", "Dana Reyes"), ("Input.Email", "dana@example.com"), ("Input.Roles.Rep", "true")];
        using var response = await admin.SubmitAsync("/settings/people/invite", [.. fields.Where(f => f.Item1 != field), (field, value)]);

        response.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        (await response.Content.ReadAsStringAsync()).Should().Contain(message);
    }

    private async Task<(string Email, string Link)> InviteAsync(GivenOrganization organization)
    {
        var email = $"dana-{Guid.NewGuid():n}@example.com";
        using var admin = await web.SignedInAsAsync(await web.GivenAnAdminAsync(organization));
        using var sent = await admin.SubmitAsync("/settings/people/invite", ("Input.Name", "Dana Reyes"), ("Input.Email", email), ("Input.Roles.Rep", "true"));
        sent.StatusCode.Should().Be(HttpStatusCode.Redirect, await sent.Content.ReadAsStringAsync());
        await using var db = web.Db(organization);
        var mail = await db.Mails.SingleAsync(m => m.To == email);
        (await db.Invitations.SingleAsync()).Roles.Should().Be(Roles.Rep);
        return (email, mail.Text.Split('\n').Single(line => line.StartsWith("http", StringComparison.Ordinal)).Trim());
    }

    private static Task<HttpResponseMessage> AcceptAsync(HttpClient guest, string link) => guest.SubmitAsync(
        new Uri(link).PathAndQuery, ("Input.Name", "Dana Reyes"), ("Input.Password", "seven green kites over Ulm"));
}
