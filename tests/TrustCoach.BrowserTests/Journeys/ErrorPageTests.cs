using TrustCoach.BrowserTests.Infrastructure;

namespace TrustCoach.BrowserTests.Journeys;

public sealed class ErrorPageTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    [Theory, InlineData(320), InlineData(1280)]
    public async Task An_error_page_is_readable_by_everybody(int width)
    {
        await using var window = await browser.OpenAsync(new() { ViewportSize = new() { Width = width, Height = 800 } });
        var response = await window.Page.GotoAsync("/no-such-page");

        response!.Status.Should().Be(404);
        (await window.AxeAsync()).Should().BeEmpty();
        (await window.Page.EvaluateAsync<int>("document.documentElement.scrollWidth")).Should().BeLessThanOrEqualTo(width);
        window.Errors.Should().OnlyContain(error => error.Contains("404"), "the page itself is the only thing missing");
    }
}
