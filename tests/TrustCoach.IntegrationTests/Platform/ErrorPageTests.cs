using System.Net;
using System.Text.Json;

namespace TrustCoach.IntegrationTests.Platform;

public sealed class ErrorPageTests(GatedWebFixture web) : IClassFixture<GatedWebFixture>
{
    [Theory]
    [InlineData("/fails/400", 400, "This request could not be understood")]
    [InlineData("/fails/403", 403, "You may not see this")]
    [InlineData("/no-such-page", 404, "There is nothing here")]
    [InlineData("/fails/429", 429, "Too many attempts")]
    [InlineData("/fails/bug", 500, "Something went wrong on our side")]
    public async Task Says_what_happened_what_was_kept_and_what_to_do(string path, int status, string title)
    {
        using var client = web.Visitor();
        using var response = await client.GetAsync(new Uri(path, UriKind.Relative));
        var text = await response.Content.ReadAsStringAsync();

        ((int)response.StatusCode).Should().Be(status);
        text.Should().Contain($"<h1>{title}</h1>").And.NotContain("secret detail").And.NotContain("<script>");
        text.Contains("Number of this error", StringComparison.Ordinal).Should().Be(status >= 500);
    }

    [Theory, InlineData("/api/no-such-thing", 404), InlineData("/api/fails/bug", 500)]
    public async Task The_api_answers_with_problem_details(string path, int status)
    {
        using var client = web.Visitor();
        using var response = await client.GetAsync(new Uri(path, UriKind.Relative));

        ((int)response.StatusCode).Should().Be(status);
        response.Content.Headers.ContentType!.MediaType.Should().Be("application/problem+json");
        var problem = JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;
        problem.GetProperty("status").GetInt32().Should().Be(status);
        problem.GetProperty("traceId").GetString().Should().NotBeNullOrEmpty();
    }

    [Fact]
    public async Task Both_health_addresses_answer()
    {
        using var client = web.Visitor();
        (await client.GetAsync(new Uri("/health/live", UriKind.Relative))).StatusCode.Should().Be(HttpStatusCode.OK);
        (await client.GetAsync(new Uri("/health/ready", UriKind.Relative))).StatusCode.Should().Be(HttpStatusCode.OK);
    }
}
