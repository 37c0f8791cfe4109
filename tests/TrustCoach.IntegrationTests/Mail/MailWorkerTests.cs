using Microsoft.AspNetCore.Hosting;
using TrustCoach.IntegrationTests.Infrastructure;

namespace TrustCoach.IntegrationTests.Mail;

/// <summary>The app with a mail server set up, as it is run.</summary>
public sealed class MailingFixture : WebFixture
{
    public SmtpTestServer MailServer { get; } = new SmtpTestServer().Start();

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.UseSetting("TrustCoach:Address", "https://trust.example.com")
            .UseSetting("TrustCoach:Mail:Host", "127.0.0.1")
            .UseSetting("TrustCoach:Mail:Port", $"{MailServer.Port}")
            .UseSetting("TrustCoach:Mail:From", "trust@example.com")
            .UseSetting("TrustCoach:Mail:Tls", "false");
    }
}

public sealed class MailWorkerTests(MailingFixture web) : IClassFixture<MailingFixture>
{
    [Fact]
    public async Task An_invitation_leaves_by_itself_with_a_link_to_the_set_address()
    {
        using var browser = await web.SignedInAsAsync(await web.GivenAnAdminAsync(await web.GivenAnOrganizationAsync()));
        (await browser.SubmitAsync("/settings/people/invite", ("Input.Name", "Dana Reyes"), ("Input.Email", "dana@example.com"), ("Input.Roles.Rep", "true"))).Dispose();

        for (var i = 0; i < 100 && web.MailServer.Taken.Count == 0; i++)
            await Task.Delay(200);

        var taken = web.MailServer.Taken.Should().ContainSingle().Subject;
        taken.To.Should().Be("dana@example.com");
        var body = Convert.FromBase64String(taken.Text[taken.Text.IndexOf("\r\n\r\n", StringComparison.Ordinal)..]);
        System.Text.Encoding.UTF8.GetString(body).Should().Contain("https://trust.example.com/account/accept-invitation?code=");
    }
}
