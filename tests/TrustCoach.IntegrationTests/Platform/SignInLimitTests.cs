using System.Net;
using Microsoft.AspNetCore.Hosting;
using TrustCoach.IntegrationTests.Infrastructure;

namespace TrustCoach.IntegrationTests.Platform;

public sealed class SignInLimitTests(SignInLimitTests.LimitedWebFixture web) : IClassFixture<SignInLimitTests.LimitedWebFixture>
{
    private static readonly Uri SignIn = new("/account/sign-in", UriKind.Relative);

    [Fact]
    public async Task Too_many_attempts_to_sign_in_wait_and_other_requests_do_not()
    {
        await web.GivenAnOrganizationAsync();
        using var client = web.Visitor();
        var statuses = new List<HttpStatusCode>();
        for (var attempt = 0; attempt <= LimitedWebFixture.SignIns; attempt++)
            statuses.Add((await TryAsync(client)).StatusCode);
        statuses.First().Should().Be(HttpStatusCode.BadRequest, "a wrong password is answered");

        using var refused = await TryAsync(client);
        refused.StatusCode.Should().Be(HttpStatusCode.TooManyRequests);
        refused.Headers.RetryAfter!.Delta.Should().BeGreaterThan(TimeSpan.Zero);
        (await refused.Content.ReadAsStringAsync()).Should().Contain("<h1>Too many attempts</h1>");
        (await client.GetAsync(SignIn)).StatusCode.Should().Be(HttpStatusCode.OK);
    }

    private static Task<HttpResponseMessage> TryAsync(HttpClient client) =>
        client.SubmitAsync("/account/sign-in", ("Input.Email", "nobody@example.com"), ("Input.Password", "wrong horse battery"));

    /// <summary>The app with few attempts a minute.</summary>
    public sealed class LimitedWebFixture : WebFixture
    {
        public const int SignIns = 3;

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.UseSetting("TrustCoach:SignInsPerMinute", "3");
        }
    }
}
