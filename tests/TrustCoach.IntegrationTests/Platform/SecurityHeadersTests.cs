namespace TrustCoach.IntegrationTests.Platform;

public sealed class SecurityHeadersTests(GatedWebFixture web) : IClassFixture<GatedWebFixture>
{
    [Theory]
    [InlineData("/")]
    [InlineData("/dist/app.css")]
    [InlineData("/no-such-page")]
    [InlineData("/fails/bug")]
    [InlineData("/api/no-such-thing")]
    [InlineData("/health/live")]
    public async Task Every_kind_of_response_forbids_what_the_app_does_not_need(string path)
    {
        using var client = web.Visitor();
        using var response = await client.GetAsync(new Uri(path, UriKind.Relative));

        var policy = Header(response, "Content-Security-Policy");
        policy.Should().Contain("default-src 'self'").And.Contain("frame-ancestors 'none'").And.NotContain("unsafe");
        Header(response, "X-Content-Type-Options").Should().Be("nosniff");
        Header(response, "Referrer-Policy").Should().Be("same-origin");
        Header(response, "Permissions-Policy").Should().Contain("camera=()");
        response.Headers.Contains("Server").Should().BeFalse();
    }

    private static string Header(HttpResponseMessage response, string name) => response.Headers.GetValues(name).Single();
}
