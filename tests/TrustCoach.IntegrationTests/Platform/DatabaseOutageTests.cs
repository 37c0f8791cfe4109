using System.Diagnostics;
using System.Net;
using TrustCoach.IntegrationTests.Infrastructure;

namespace TrustCoach.IntegrationTests.Platform;

public sealed class DatabaseOutageTests(GatedWebFixture web) : IClassFixture<GatedWebFixture>
{
    [Fact]
    public async Task A_database_that_is_gone_is_a_503_with_a_page_until_it_is_back()
    {
        using var client = web.Visitor();
        (await GetAsync(client, "/fails/database")).Should().Be(HttpStatusCode.OK);

        web.Gate.Close();
        using var response = await client.GetAsync(new Uri("/fails/database", UriKind.Relative));
        response.StatusCode.Should().Be(HttpStatusCode.ServiceUnavailable);
        response.Headers.RetryAfter!.Delta.Should().Be(TimeSpan.FromSeconds(10));
        (await response.Content.ReadAsStringAsync()).Should().Contain("The database does not answer just now");
        (await GetAsync(client, "/api/fails/database")).Should().Be(HttpStatusCode.ServiceUnavailable);
        (await GetAsync(client, "/health/ready")).Should().Be(HttpStatusCode.ServiceUnavailable);
        (await GetAsync(client, "/health/live")).Should().Be(HttpStatusCode.OK);
        (await GetAsync(client, "/no-such-page")).Should().Be(HttpStatusCode.NotFound);

        web.Gate.Open();
        await UntilAsync(async () => await GetAsync(client, "/fails/database") == HttpStatusCode.OK);
    }

    [Fact]
    public async Task Somebody_signed_in_gets_the_page_too_although_their_session_is_in_the_database()
    {
        var organization = await web.GivenAnOrganizationAsync();
        using var client = await web.SignedInAsAsync(await web.GivenARepAsync(organization));

        web.Gate.Close();
        using var response = await client.GetAsync(new Uri("/", UriKind.Relative));
        response.StatusCode.Should().Be(HttpStatusCode.ServiceUnavailable);
        (await response.Content.ReadAsStringAsync()).Should().Contain("The database does not answer just now");

        web.Gate.Open();
        await UntilAsync(async () => await GetAsync(client, "/") is HttpStatusCode.OK or HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task A_form_sent_meanwhile_comes_back_with_what_was_typed_but_no_secrets()
    {
        await web.GivenAnOrganizationAsync();
        using var client = web.Visitor();
        using var page = await client.GetPageAsync("/account/sign-in");
        using var form = new FormUrlEncodedContent(
        [
            new("__RequestVerificationToken", page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!),
            new("Input.Email", "<ada>@example.com"),
            new("Input.Password", "correct horse battery"),
        ]);

        web.Gate.Close();
        using var response = await client.PostAsync(new Uri("/account/sign-in", UriKind.Relative), form);
        web.Gate.Open();

        response.StatusCode.Should().Be(HttpStatusCode.ServiceUnavailable);
        (await response.Content.ReadAsStringAsync()).Should().Contain("<dd>&lt;ada&gt;@example.com</dd>").And.NotContain("correct horse").And.NotContain("RequestVerificationToken");
    }

    [Fact]
    public async Task A_database_that_hangs_is_answered_within_ten_seconds()
    {
        using var client = web.Visitor();
        await UntilAsync(async () => await GetAsync(client, "/fails/database") == HttpStatusCode.OK);

        web.Gate.Hang();
        var started = Stopwatch.GetTimestamp();
        (await GetAsync(client, "/fails/database")).Should().Be(HttpStatusCode.ServiceUnavailable);
        Stopwatch.GetElapsedTime(started).Should().BeLessThan(TimeSpan.FromSeconds(10));

        web.Gate.Open();
        await UntilAsync(async () => await GetAsync(client, "/fails/database") == HttpStatusCode.OK);
    }

    private static async Task<HttpStatusCode> GetAsync(HttpClient client, string path)
    {
        using var response = await client.GetAsync(new Uri(path, UriKind.Relative));
        return response.StatusCode;
    }

    private static async Task UntilAsync(Func<Task<bool>> condition)
    {
        for (var tries = 0; !await condition(); tries++)
        {
            tries.Should().BeLessThan(50, "the app recovers by itself within ten seconds");
            await Task.Delay(200);
        }
    }
}
