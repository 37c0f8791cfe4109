using Microsoft.Playwright;
using TrustCoach.BrowserTests.Infrastructure;

namespace TrustCoach.BrowserTests.Pages;

/// <summary>Every page, for everybody: WCAG 2.2 AA by axe in light and dark, nothing to scroll sideways at 320 pixels, no error in the console.</summary>
public sealed class EveryPageTests(DemoBrowser browser) : IClassFixture<DemoBrowser>
{
    /// <summary>Addresses that answer a form alone, or nobody with this id, and say so.</summary>
    private static readonly string[] SaysNotFound = ["/undo", "/setup", "/settings/imports/", "/coaching/open", "/coaching/agenda"];

    [Fact]
    public async Task Every_page_of_the_demo_can_be_used_by_everybody()
    {
        var addresses = await new DemoAddresses(browser).AllAsync();
        (await Task.WhenAll(addresses.Select(LookAsync))).SelectMany(problems => problems).Should().BeEmpty();
    }

    [Theory]
    [InlineData("/fails/400", 400), InlineData("/settings/people", 403), InlineData("/no-such-page", 404), InlineData("/fails/429", 429), InlineData("/fails/bug", 500)]
    public async Task Every_error_page_can_be_used_by_everybody(string url, int status)
    {
        await using var window = await browser.OpenAsync(await browser.PersonAsync("Hanna"));
        (await window.Page.GotoAsync(url))!.Status.Should().Be(status);
        (await window.ProblemsAsync()).Should().BeEmpty();
    }

    [Fact]
    public async Task An_import_can_be_used_by_everybody()
    {
        await using var window = await browser.OpenAsync(await browser.PersonAsync("Maren"));
        await window.Page.GotoAsync("/settings/imports");
        await window.Page.GetByRole(AriaRole.Radio, new() { Name = "Customers" }).ClickAsync();
        await window.Page.GetByLabel("CSV file").SetInputFilesAsync(new FilePayload { Name = "customers.csv", MimeType = "text/csv", Buffer = "Name,Rep\nKestrel Foods,Hanna Lindqvist\n"u8.ToArray() });
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Upload" }).ClickAsync();
        await window.Page.WaitForURLAsync("**/settings/imports/*-*");
        (await window.ProblemsAsync()).Should().BeEmpty();
    }

    [Fact]
    public async Task The_first_page_of_the_day_fits_one_screen_for_every_rep()
    {
        var tall = new List<string>();
        foreach (var name in (string[])["Hanna", "Tomas", "Yusuf", "Clara", "Priya"])
        {
            await using var window = await browser.OpenAsync(await browser.PersonAsync(name));
            await window.Page.SetViewportSizeAsync(1440, 900);
            await window.Page.GotoAsync("/");
            var height = await window.Page.EvaluateAsync<int>("document.fonts.ready.then(() => document.documentElement.scrollHeight)");
            if (height > 900)
                tall.Add($"{name}: {height} px");
        }

        tall.Should().BeEmpty();
    }

    private async Task<List<string>> LookAsync(IGrouping<string, string> visitor)
    {
        await using var window = visitor.Key.Length == 0 ? await browser.OpenAsync() : await browser.OpenAsync(await browser.PersonAsync(visitor.Key));
        var problems = new List<string>();
        foreach (var url in visitor)
            problems.AddRange((await LookAsync(window, url)).Select(problem => $"{url}: {problem}"));
        return problems;
    }

    private static async Task<IReadOnlyList<string>> LookAsync(Window window, string url)
    {
        var before = window.Errors.Count;
        var status = (await window.Page.GotoAsync(url))!.Status;
        var expected = Array.Exists(SaysNotFound, part => url.Contains(part, StringComparison.Ordinal)) ? 404 : 200;
        return
        [
            .. status == expected || status == 200 ? Array.Empty<string>() : [$"answers {status}"],
            .. await window.ProblemsAsync(),
            .. window.Errors.Skip(before).Where(error => status == 200 || !error.Contains("404", StringComparison.Ordinal)),
        ];
    }
}
