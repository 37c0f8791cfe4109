using System.Net;
using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using TrustCoach.IntegrationTests.Infrastructure;
using TrustCoach.Services.Mail;
using TrustCoach.Testing;

namespace TrustCoach.IntegrationTests.Mail;

/// <summary>Mails on their way from the table to a server: each test has a database and a server of its own.</summary>
public sealed class MailDeliveryTests : IAsyncLifetime, IDisposable
{
    private readonly ManualClock _clock = new(DateTimeOffset.UtcNow);
    private readonly WebFixture _web = new();
    private GivenOrganization _organization = null!;

    public async Task InitializeAsync()
    {
        await _web.InitializeAsync();
        _web.Clock = _clock;
        _organization = await _web.GivenAnOrganizationAsync();
    }

    public Task DisposeAsync() => ((IAsyncLifetime)_web).DisposeAsync();

    public void Dispose() => _web.Dispose();

    [Fact]
    public async Task A_mail_goes_over_TLS_after_signing_in_and_is_noted_as_sent()
    {
        using var trusted = Certificate();
        await using var server = new SmtpTestServer { Certificate = trusted, Login = "trustcoach:se cret" }.Start();
        var id = await GivenAMailAsync("dana@example.com", "Grüße an José", "Zwölf Boxkämpfer.\n.\nEnde");

        int sent;
        using (Trust(trusted))
            sent = await SendAsync(server, user: "trustcoach", password: "se cret", tls: true);

        sent.Should().Be(1);
        var taken = server.Taken.Should().ContainSingle().Subject;
        (taken.From, taken.To, taken.Secure).Should().Be(("trust@example.com", "dana@example.com", true));
        taken.Text.Should().Contain("utf-8");
        Encoding.UTF8.GetString(Convert.FromBase64String(taken.Text[taken.Text.IndexOf("\r\n\r\n", StringComparison.Ordinal)..])).ReplaceLineEndings("\n").Trim()
            .Should().Be("Zwölf Boxkämpfer.\n.\nEnde");
        (await LoadAsync(id)).SentAt.Should().NotBeNull();
        (await SendAsync(server)).Should().Be(0, "it is sent once");
    }

    [Fact]
    public async Task A_mail_with_html_is_sent_as_both_with_the_text_first_and_says_how_it_is_stopped()
    {
        await using var server = new SmtpTestServer().Start();
        await using (var db = _web.Db(_organization))
        {
            db.Mails.Add(new OutgoingMail(_organization.Id, "dana@example.com", "Your week", "Plain words.", _clock.Now)
            {
                Html = "<p>Marked words.</p>",
                StopUrl = $"https://trust.example.com/account/digest/stop?key={new string('k', 400)}",
            });
            await db.SaveChangesAsync();
        }

        (await SendAsync(server)).Should().Be(1);

        var taken = server.Taken.Single().Text;
        taken.Should().Contain("multipart/alternative");
        taken.Replace("\r\n ", "", StringComparison.Ordinal).Should().Contain($"<https://trust.example.com/account/digest/stop?key={new string('k', 400)}>");
        taken.IndexOf("text/html", StringComparison.Ordinal).Should().BeGreaterThan(taken.IndexOf("text/plain", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_certificate_nobody_vouches_for_gets_neither_the_password_nor_the_mail()
    {
        using var stranger = Certificate();
        await using var server = new SmtpTestServer { Certificate = stranger, Login = "trustcoach:secret" }.Start();
        var id = await GivenAMailAsync();

        (await SendAsync(server, user: "trustcoach", password: "secret", tls: true)).Should().Be(0);

        server.Taken.Should().BeEmpty();
        (await LoadAsync(id)).LastError.Should().Contain("certificate is not trusted");
    }

    [Fact]
    public async Task A_server_without_TLS_gets_nothing_where_TLS_is_asked_for()
    {
        await using var server = new SmtpTestServer().Start();
        var id = await GivenAMailAsync();

        (await SendAsync(server, tls: true)).Should().Be(0);

        server.Taken.Should().BeEmpty();
        (await LoadAsync(id)).LastError.Should().NotBeNullOrEmpty();
    }

    [Fact]
    public async Task A_wrong_password_for_the_server_keeps_the_mail()
    {
        await using var server = new SmtpTestServer { Login = "trustcoach:secret" }.Start();
        var id = await GivenAMailAsync();

        (await SendAsync(server, user: "trustcoach", password: "wrong")).Should().Be(0);

        var mail = await LoadAsync(id);
        (mail.SentAt, mail.Attempts).Should().Be((null, 1));
        mail.LastError.Should().Contain("53");
    }

    [Fact]
    public async Task One_refused_address_does_not_hold_up_the_others()
    {
        await using var server = new SmtpTestServer { Refused = "nobody@example.com" }.Start();
        var refused = await GivenAMailAsync("nobody@example.com");
        var senseless = await GivenAMailAsync("no address at all");
        var fine = await GivenAMailAsync("dana@example.com");

        (await SendAsync(server)).Should().Be(1);

        (await LoadAsync(fine)).SentAt.Should().NotBeNull();
        (await LoadAsync(refused)).LastError.Should().Be("The mail server refuses this address (550).");
        (await LoadAsync(senseless)).LastError.Should().Be("This is no address mail can be sent to.");
    }

    [Fact]
    public async Task A_dead_server_loses_nothing_and_all_is_sent_when_it_is_back()
    {
        var dead = new SmtpTestServer().Start();
        await dead.DisposeAsync();
        Guid[] mails = [await GivenAMailAsync(), await GivenAMailAsync(), await GivenAMailAsync()];

        (await SendAsync(dead)).Should().Be(0);

        var states = await Task.WhenAll(mails.Select(LoadAsync));
        states.Sum(m => m.Attempts).Should().Be(1, "the others do not wait for a server that is away");
        states.Single(m => m.Attempts == 1).LastError.Should().Be("The mail server was not reached (ConnectionRefused).");
        await using var back = new SmtpTestServer().Start();
        (await SendAsync(back)).Should().Be(2);
        _clock.Advance(TimeSpan.FromMinutes(2));
        (await SendAsync(back)).Should().Be(1);
        (await Task.WhenAll(mails.Select(LoadAsync))).Should().OnlyContain(m => m.SentAt != null);
    }

    [Fact]
    public async Task A_server_that_says_nothing_is_given_up_after_the_set_time()
    {
        await using var server = new SmtpTestServer { IsSilent = true }.Start();
        var id = await GivenAMailAsync();

        (await SendAsync(server)).Should().Be(0);

        (await LoadAsync(id)).LastError.Should().Be("The mail server did not answer within 1 seconds.");
    }

    [Fact]
    public async Task A_server_that_is_full_is_asked_again_ever_later_for_five_days()
    {
        await using var server = new SmtpTestServer { Verdict = "452 no room" }.Start();
        var id = await GivenAMailAsync();
        List<double> waits = [];
        for (var i = 0; i < 8; i++)
        {
            await SendAsync(server);
            waits.Add(Math.Round(((await LoadAsync(id)).DueAt - _clock.Now).TotalMinutes, 3));
            _clock.Now = (await LoadAsync(id)).DueAt;
        }

        waits.Should().BeInAscendingOrder().And.StartWith([2.0, 4.0, 8.0]).And.EndWith(15.0);
        _clock.Advance(TimeSpan.FromDays(5));
        server.Verdict = "250 taken";
        (await SendAsync(server)).Should().Be(0, "an invitation of last week helps nobody");
    }

    [Fact]
    public async Task Two_instances_send_each_mail_once()
    {
        await using var server = new SmtpTestServer().Start();
        for (var i = 0; i < 12; i++)
            await GivenAMailAsync($"person{i}@example.com");

        var sent = await Task.WhenAll(SendAsync(server), SendAsync(server), SendAsync(server));

        sent.Sum().Should().Be(12);
        server.Taken.Select(m => m.To).Should().HaveCount(12).And.OnlyHaveUniqueItems();
    }

    [Fact]
    public async Task An_admin_sees_how_mails_fare_but_not_what_they_say_and_may_try_again()
    {
        var dead = new SmtpTestServer().Start();
        await dead.DisposeAsync();
        await GivenAMailAsync("dana@example.com", "An invitation", "https://trust.example.com/secret");
        await SendAsync(dead);
        using var browser = await _web.SignedInAsAsync(await _web.GivenAnAdminAsync(_organization));

        using var page = await browser.GetPageAsync("/settings/mail");
        page.QuerySelector("main")!.TextContent.Should().Contain("dana@example.com").And.Contain("Tried once").And.Contain("was not reached").And.NotContain("secret");
        page.QuerySelector("main form").Should().BeNull("no server is set up here, so trying again would do nothing");

        await using var scope = _web.Services.CreateAsyncScope();
        await using var db = _web.Db(_organization);
        await new MailRetry(db, _clock).RunAsync(CancellationToken.None);
        await using var back = new SmtpTestServer().Start();
        (await SendAsync(back)).Should().Be(1);
        using var other = await _web.SignedInAsAsync(await _web.GivenAnAdminAsync(await _web.GivenAnOrganizationAsync()));
        using var theirs = await other.GetPageAsync("/settings/mail");
        theirs.QuerySelector("main")!.TextContent.Should().NotContain("dana@example.com");
    }

    private Task<int> SendAsync(SmtpTestServer server, string? user = null, string? password = null, bool tls = false)
    {
        var settings = Options.Create(new MailSettings
        {
            Host = "127.0.0.1",
            Port = server.Port,
            From = "trust@example.com",
            User = user,
            Password = password,
            Tls = tls,
            TimeoutSeconds = server.IsSilent ? 1 : 20,
        });
        var sender = new MailSender(_web.Services.GetRequiredService<IServiceScopeFactory>(), new MailServer(settings), settings, _clock, NullLogger<MailSender>.Instance);
        return sender.RunOnceAsync(CancellationToken.None);
    }

    private async Task<Guid> GivenAMailAsync(string to = "dana@example.com", string subject = "A subject", string text = "Some text.")
    {
        await using var db = _web.Db(_organization);
        var mail = new OutgoingMail(_organization.Id, to, subject, text, _clock.Now);
        db.Mails.Add(mail);
        await db.SaveChangesAsync();
        return mail.Id;
    }

    private async Task<OutgoingMail> LoadAsync(Guid id)
    {
        await using var db = _web.Db(_organization);
        return await db.Mails.AsNoTracking().SingleAsync(m => m.Id == id);
    }

    private static X509Certificate2 Certificate()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var made = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pfx), null);
    }

    /// <summary>Trusts one certificate as an operating system would that knows its issuer.</summary>
    private static Untrust Trust(X509Certificate2 certificate)
    {
#pragma warning disable SYSLIB0014 // the mail client of the framework asks here and nowhere else
        var before = ServicePointManager.ServerCertificateValidationCallback;
        var thumbprint = certificate.Thumbprint;
        ServicePointManager.ServerCertificateValidationCallback = (_, shown, _, errors) =>
            errors == SslPolicyErrors.None || shown?.GetCertHashString() == thumbprint;
        return new Untrust(() => ServicePointManager.ServerCertificateValidationCallback = before);
#pragma warning restore SYSLIB0014
    }

    private sealed class Untrust(Action undo) : IDisposable
    {
        public void Dispose() => undo();
    }
}
