using System.Net;
using Microsoft.EntityFrameworkCore;
using TrustCoach.IntegrationTests.Infrastructure;
using TrustCoach.Services.Audit;
using TrustCoach.Testing;

namespace TrustCoach.IntegrationTests.People;

/// <summary>One's own second factor, and signing in with it.</summary>
public sealed class SecondFactorTests : IClassFixture<WebFixture>
{
    private const string SignInUrl = "/account/sign-in";
    private const string CodeUrl = "/account/sign-in/code";
    private const string OwnUrl = "/account/second-factor";

    private readonly WebFixture _web;
    private readonly ManualClock _clock;

    public SecondFactorTests(WebFixture web)
    {
        if (web.Clock is not ManualClock)
            web.Clock = new ManualClock(DateTimeOffset.UtcNow);
        (_web, _clock) = (web, (ManualClock)web.Clock);
    }

    [Fact]
    public async Task The_key_stays_the_same_until_a_code_of_it_is_shown_and_lies_sealed_then()
    {
        var rep = await GivenARepAsync();
        using var browser = await _web.SignedInAsAsync(rep);
        var app = await Authenticator.ReadAsync(browser, _clock);
        (await Authenticator.ReadAsync(browser, _clock)).Key.Should().Be(app.Key);
        using var page = await browser.GetPageAsync(Authenticator.SetUpUrl);
        page.QuerySelector("svg.qr-code path")!.GetAttribute("d").Should().StartWith("M4 4h7v1H4z", "a finder pattern stands inside the quiet zone");
        page.QuerySelector("a[href^='otpauth:']")!.GetAttribute("href").Should().Contain($"secret={app.Key}").And.Contain(Uri.EscapeDataString(rep.Email));

        (await browser.SubmitAsync(Authenticator.SetUpUrl, ("Input.Code", app.WrongCode()))).StatusCode.Should().Be(HttpStatusCode.BadRequest);
        var (_, codes) = await Authenticator.SetUpAsync(browser, _clock);

        codes.Should().HaveCount(10).And.OnlyHaveUniqueItems();
        await using var db = _web.Db(rep.Organization);
        (await db.SecondFactors.SingleAsync()).Key.Should().NotContain(app.Key);
        (await db.Audit.SingleAsync(e => e.SubjectId == rep.Id)).Act.Should().Be(AuditActs.SecondFactorSetUp);
        (await db.Mails.SingleAsync()).To.Should().Be(rep.Email);
        (await browser.GetAsync(new Uri(Authenticator.SetUpUrl, UriKind.Relative))).Headers.Location!.ToString().Should().Be(OwnUrl, "there is one already");
    }

    [Fact]
    public async Task Signing_in_asks_for_the_code_after_the_password_and_takes_each_code_once()
    {
        var (rep, app, _) = await GivenASecondFactorAsync();
        using var visitor = await AtTheSecondStepAsync(rep, "/account/profile");

        (await VisitAsync(visitor, "/account/profile")).StatusCode.Should().Be(HttpStatusCode.Redirect, "the password alone opens nothing");
        (await SendAsync(visitor, app.Code())).StatusCode.Should().Be(HttpStatusCode.BadRequest, "setting up has used this one");
        (await SendAsync(visitor, app.WrongCode())).StatusCode.Should().Be(HttpStatusCode.BadRequest);
        _clock.Advance(TimeSpan.FromSeconds(30));
        using var done = await visitor.SubmitAsync($"{CodeUrl}?returnUrl=/account/profile", ("Input.Code", app.Code()));
        done.Headers.Location!.ToString().Should().Be("/account/profile");
        (await VisitAsync(visitor, "/account/profile")).StatusCode.Should().Be(HttpStatusCode.OK);

        using var thief = await AtTheSecondStepAsync(rep);
        (await SendAsync(thief, app.Code())).StatusCode.Should().Be(HttpStatusCode.BadRequest, "it was seen over a shoulder");
        (await SendAsync(thief, app.Code(-1))).StatusCode.Should().Be(HttpStatusCode.BadRequest, "so are the ones before it");
    }

    [Fact]
    public async Task Two_who_send_the_same_code_at_once_are_let_in_once()
    {
        var (rep, app, _) = await GivenASecondFactorAsync();
        _clock.Advance(TimeSpan.FromMinutes(1));
        using var one = await AtTheSecondStepAsync(rep);
        using var other = await AtTheSecondStepAsync(rep);

        var answers = await Task.WhenAll(SendAsync(one, app.Code()), SendAsync(other, app.Code()));

        answers.Select(a => a.StatusCode).Should().BeEquivalentTo([HttpStatusCode.Redirect, HttpStatusCode.BadRequest]);
    }

    [Fact]
    public async Task Five_wrong_codes_pause_codes_and_the_right_password_does_not_end_the_pause()
    {
        var (rep, app, _) = await GivenASecondFactorAsync();
        _clock.Advance(TimeSpan.FromMinutes(1));
        using var visitor = await AtTheSecondStepAsync(rep);
        for (var i = 0; i < 5; i++)
            (await SendAsync(visitor, app.WrongCode())).Dispose();

        (await SendAsync(visitor, app.Code())).StatusCode.Should().Be(HttpStatusCode.BadRequest);
        using var again = await AtTheSecondStepAsync(rep);
        (await SendAsync(again, app.Code())).StatusCode.Should().Be(HttpStatusCode.BadRequest);
        _clock.Advance(TimeSpan.FromSeconds(31));
        (await SendAsync(again, app.Code())).StatusCode.Should().Be(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task A_recovery_code_signs_in_once_and_its_owner_hears_of_it()
    {
        var (rep, _, codes) = await GivenASecondFactorAsync();
        var typed = codes[3].Replace("-", "", StringComparison.Ordinal).ToLowerInvariant();
        using var visitor = await AtTheSecondStepAsync(rep);

        using var done = await visitor.SubmitAsync(CodeUrl, ("Input.RecoveryCode", typed));

        done.StatusCode.Should().Be(HttpStatusCode.Redirect);
        using var again = await AtTheSecondStepAsync(rep);
        using var refused = await again.SubmitAsync(CodeUrl, ("Input.RecoveryCode", codes[3]));
        refused.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        (await refused.ReadPageAsync()).QuerySelector("[name='Input.RecoveryCode'][aria-invalid=true]").Should().NotBeNull();
        await using var db = _web.Db(rep.Organization);
        (await db.Audit.CountAsync(e => e.Act == AuditActs.RecoveryCodeUsed && e.PersonId == rep.Id)).Should().Be(1);
        (await db.Mails.SingleAsync(m => m.Subject.StartsWith("A recovery code"))).Text.Should().Contain("You have 9 left.");
    }

    [Fact]
    public async Task The_second_step_needs_the_first_and_is_worth_nothing_later()
    {
        var (rep, app, _) = await GivenASecondFactorAsync();
        using var stranger = _web.Visitor();
        (await VisitAsync(stranger, CodeUrl)).Headers.Location!.ToString().Should().StartWith(SignInUrl);

        using var slow = await AtTheSecondStepAsync(rep);
        _clock.Advance(TimeSpan.FromMinutes(11));
        (await VisitAsync(slow, CodeUrl)).Headers.Location!.ToString().Should().StartWith(SignInUrl);

        using var visitor = await AtTheSecondStepAsync(rep);
        using var owner = await _web.SignedInAsAsync(rep);
        (await owner.SubmitAsync("/account/password", ("Input.Current", Given.Password), ("Input.Password", "nine quiet lanterns drift"))).StatusCode.Should().Be(HttpStatusCode.Redirect);
        (await SendAsync(visitor, app.Code())).StatusCode.Should().Be(HttpStatusCode.BadRequest, "the password it stood on is gone");
    }

    [Fact]
    public async Task Turning_it_off_and_new_codes_ask_for_the_password_or_a_code_again()
    {
        var (rep, app, codes) = await GivenASecondFactorAsync();
        using var browser = await _web.SignedInAsAsync(rep);
        (await browser.SubmitToButtonAsync("NewCodes", "not my password at all")).StatusCode.Should().Be(HttpStatusCode.BadRequest);
        (await browser.SubmitToButtonAsync("TurnOff", "")).StatusCode.Should().Be(HttpStatusCode.BadRequest);

        using var renewed = await browser.SubmitToButtonAsync("NewCodes", Given.Password);
        (await Authenticator.CodesAsync(renewed)).Should().HaveCount(10).And.NotIntersectWith(codes);
        using var visitor = await AtTheSecondStepAsync(rep);
        (await visitor.SubmitAsync(CodeUrl, ("Input.RecoveryCode", codes[0]))).StatusCode.Should().Be(HttpStatusCode.BadRequest);
        _clock.Advance(TimeSpan.FromMinutes(1));
        (await browser.SubmitToButtonAsync("TurnOff", app.Code())).StatusCode.Should().Be(HttpStatusCode.Redirect);

        using var now = _web.Visitor();
        using var signedIn = await now.SubmitAsync(SignInUrl, ("Input.Email", rep.Email), ("Input.Password", Given.Password));
        signedIn.Headers.Location!.ToString().Should().Be("/");
        await using var db = _web.Db(rep.Organization);
        (await db.RecoveryCodes.AnyAsync()).Should().BeFalse();
        (await db.Audit.Select(e => e.Act).ToListAsync()).Should().Contain([AuditActs.RecoveryCodesRenewed, AuditActs.SecondFactorOff]);
    }

    [Fact]
    public async Task Guessing_the_password_on_a_browser_left_open_pauses_too()
    {
        var (rep, _, _) = await GivenASecondFactorAsync();
        using var browser = await _web.SignedInAsAsync(rep);
        for (var i = 0; i < 5; i++)
            (await browser.SubmitToButtonAsync("TurnOff", "not my password at all")).Dispose();

        (await browser.SubmitToButtonAsync("TurnOff", Given.Password)).StatusCode.Should().Be(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task The_file_of_codes_holds_ones_own_unused_codes_and_nothing_else()
    {
        var (rep, _, codes) = await GivenASecondFactorAsync();
        using var browser = await _web.SignedInAsAsync(rep);

        using var file = await DownloadAsync(browser, string.Join(' ', codes) + " <script>alert(1)</script> AAAA-BBBB-CCCC-DDDD");
        file.Content.Headers.ContentDisposition!.FileName.Should().Be("trustcoach-recovery-codes.txt");
        file.Headers.CacheControl!.NoStore.Should().BeTrue();
        (await file.Content.ReadAsStringAsync()).Should().ContainAll(codes).And.NotContain("script").And.NotContain("AAAA");
        (await DownloadAsync(browser, "AAAA-BBBB-CCCC-DDDD")).StatusCode.Should().Be(HttpStatusCode.NotFound);
    }

    private static async Task<HttpResponseMessage> DownloadAsync(HttpClient browser, string codes)
    {
        using var page = await browser.GetPageAsync(OwnUrl);
        var token = page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var form = new FormUrlEncodedContent([new("__RequestVerificationToken", token), new("codes", codes)]);
        return await browser.PostAsync(new Uri($"{OwnUrl}?handler=Download", UriKind.Relative), form);
    }

    private static Task<HttpResponseMessage> VisitAsync(HttpClient visitor, string url) => visitor.GetAsync(new Uri(url, UriKind.Relative));

    private static Task<HttpResponseMessage> SendAsync(HttpClient visitor, string code) => visitor.SubmitAsync(CodeUrl, ("Input.Code", code));

    private async Task<GivenPerson> GivenARepAsync() => await _web.GivenARepAsync(await _web.GivenAnOrganizationAsync());

    private async Task<(GivenPerson Rep, Authenticator App, IReadOnlyList<string> Codes)> GivenASecondFactorAsync()
    {
        var rep = await GivenARepAsync();
        using var browser = await _web.SignedInAsAsync(rep);
        var (app, codes) = await Authenticator.SetUpAsync(browser, _clock);
        return (rep, app, codes);
    }

    /// <summary>A visitor who has given the right password.</summary>
    private async Task<HttpClient> AtTheSecondStepAsync(GivenPerson person, string returnUrl = "/")
    {
        var visitor = _web.Visitor();
        using var first = await visitor.SubmitAsync($"{SignInUrl}?returnUrl={returnUrl}", ("Input.Email", person.Email), ("Input.Password", Given.Password));
        first.Headers.Location!.ToString().Should().Be($"{CodeUrl}?returnUrl={Uri.EscapeDataString(returnUrl)}");
        return visitor;
    }
}

internal static class SecondFactorButtons
{
    /// <summary>Presses one of the two buttons of the page.</summary>
    public static async Task<HttpResponseMessage> SubmitToButtonAsync(this HttpClient browser, string handler, string proof)
    {
        using var page = await browser.GetPageAsync("/account/second-factor");
        var token = page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        var action = page.QuerySelector($"button[formaction*='handler={handler}']")!.GetAttribute("formaction")!;
        using var form = new FormUrlEncodedContent([new("__RequestVerificationToken", token), new("Input.Proof", proof)]);
        return await browser.PostAsync(new Uri(action, UriKind.Relative), form);
    }
}
