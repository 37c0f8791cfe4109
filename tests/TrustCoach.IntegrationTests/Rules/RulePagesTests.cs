using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using TrustCoach.Domain.Rules;
using TrustCoach.IntegrationTests.Infrastructure;
using TrustCoach.IntegrationTests.Isolation;
using TrustCoach.Services.Rules;

namespace TrustCoach.IntegrationTests.Rules;

public sealed class RulePagesTests(WebFixture web) : IClassFixture<WebFixture>
{
    [Fact]
    public async Task Everybody_reads_the_rules_in_words_and_only_an_admin_is_led_to_change_them()
    {
        var world = await World.MakeAsync(web);
        foreach (var person in new[] { world.Rep, world.Manager, world.Admin })
        {
            using var browser = await web.SignedInAsAsync(person);
            var page = await browser.GetPageAsync("/settings/rules");
            var text = page.QuerySelector("main")!.TextContent;
            text.Should().Contain("Credibility = 100 × (2 × start + kept) ÷ (2 + kept + 2 × missed)").And.Contain("The rules at the start");
            foreach (var setting in RuleSettings.All)
                text.Should().Contain(setting.Sentence);
            page.QuerySelectorAll("a[href='/settings/rules/edit']").Length.Should().Be(person == world.Admin ? 1 : 0);
        }
    }

    [Theory]
    [InlineData("/settings/rules?version=7", HttpStatusCode.NotFound)]
    [InlineData("/settings/rules?version=1", HttpStatusCode.OK)]
    public async Task A_version_is_read_in_full_when_there_is_one(string url, HttpStatusCode status)
    {
        using var browser = await web.SignedInAsAsync((await World.MakeAsync(web)).Rep);
        using var response = await browser.GetAsync(new Uri(url, UriKind.Relative));
        response.StatusCode.Should().Be(status);
    }

    [Fact]
    public async Task A_refused_draft_says_what_is_wrong_beside_each_field_and_keeps_what_was_typed()
    {
        var world = await World.MakeAsync(web);
        using var browser = await web.SignedInAsAsync(world.Admin);

        using var refused = await browser.SubmitAsync(
            "/settings/rules/edit", ("Input.Values[Trust.HalfLife]", "0"), ("Input.Values[Ceiling.AtMost.Mild]", "101"),
            ("Input.Values[Units.Lie.Normal]", "2"), ("Input.Values[GraceDays]", "soon"), ("Input.Title", ""), ("Input.Reason", "Our customers wait."));

        refused.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        var page = await refused.ReadPageAsync();
        foreach (var (path, typed) in new[] { ("Trust.HalfLife", "0"), ("Ceiling.AtMost.Mild", "101"), ("GraceDays", "soon") })
        {
            var field = page.QuerySelector($"[name='Input.Values[{path}]']")!;
            field.GetAttribute("value").Should().Be(typed);
            field.GetAttribute("aria-invalid").Should().Be("true");
            field.Closest("details")!.HasAttribute("open").Should().BeTrue("a section with something refused is open");
            page.QuerySelector($"[role=alert] a[href='#{field.Id}']")!.TextContent.Should().ContainEquivalentOf(RuleSettings.Find(path)!.Name);
        }

        page.QuerySelector("[name='Input.Reason']")!.TextContent.Should().Contain("Our customers wait.");
        using var again = await browser.SubmitAsync("/settings/rules/edit", ("Input.Values[Units.Lie.Normal]", "2"), ("Input.Title", ""));
        (await again.ReadPageAsync()).QuerySelector("[role=alert]")!.TextContent.Should().Contain("Give the change a title").And.Contain("must be above mild (3)");
        await using var db = web.Db(world.Organization);
        (await db.RuleDrafts.AnyAsync()).Should().BeFalse();
    }

    [Fact]
    public async Task One_constant_goes_back_to_its_default_and_the_rest_stays_as_typed()
    {
        var world = await World.MakeAsync(web);
        using var browser = await web.SignedInAsAsync(world.Admin);
        (await browser.SubmitAsync("/settings/rules/edit", ("Input.Title", "Stricter"), ("Input.Values[Trust.LossRatio]", "4"))).StatusCode.Should().Be(HttpStatusCode.Redirect);

        using var back = await browser.SubmitAsync(
            "/settings/rules/edit?handler=Default", ("Input.Title", "Typed"), ("Input.Values[GraceDays]", "9"), ("path", "Trust.LossRatio"));

        back.StatusCode.Should().Be(HttpStatusCode.OK);
        var page = await back.ReadPageAsync();
        page.QuerySelector("[name='Input.Values[Trust.LossRatio]']")!.GetAttribute("value").Should().Be("3");
        page.QuerySelector("[name='Input.Values[GraceDays]']")!.GetAttribute("value").Should().Be("9");
        page.QuerySelector("[name='Input.Title']")!.GetAttribute("value").Should().Be("Typed");
        await using var db = web.Db(world.Organization);
        (await db.RuleDrafts.SingleAsync()).Rules.Trust.LossRatio.Should().Be(4, "nothing is saved by it");
    }

    [Fact]
    public async Task A_draft_goes_from_the_form_through_the_preview_to_a_version_and_is_not_started_twice()
    {
        var world = await World.MakeAsync(web);
        using var browser = await web.SignedInAsAsync(world.Admin);
        (await browser.SubmitAsync("/settings/rules/edit", ("Input.Title", "Stricter"), ("Input.Values[Trust.LossRatio]", "4.5"))).StatusCode.Should().Be(HttpStatusCode.Redirect);
        (await browser.SubmitAsync("/settings/rules/preview", form => form.Closest("main") is not null)).StatusCode.Should().Be(HttpStatusCode.Redirect);
        await web.Services.GetRequiredService<RuleWorker>().RunDueAsync(CancellationToken.None);
        var preview = (await UntilAsync(browser, "/settings/rules/preview", text => text.Contains("How many would move"))).QuerySelector("main")!.TextContent;
        preview.Should().Contain("An admin sees how many").And.NotContain($"{world.Secret} customer");

        using var published = await browser.SubmitAsync("/settings/rules/publish", form => form.Closest("main") is not null);
        published.Headers.Location!.ToString().Should().Be("/settings/rules/rebuild");
        (await browser.GetPageAsync("/settings/rules/rebuild")).QuerySelector("progress").Should().NotBeNull();
        (await browser.GetPageAsync("/settings/rules")).QuerySelector("main")!.TextContent.Should().Contain("Numbers are being rebuilt");
        (await browser.SubmitAsync("/settings/rules/edit", ("Input.Title", "Next"), ("Input.Values[GraceDays]", "9"))).StatusCode.Should().Be(HttpStatusCode.Redirect);
        using var twice = await browser.SubmitAsync("/settings/rules/publish", form => form.Closest("main") is not null);
        twice.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        (await twice.Content.ReadAsStringAsync()).Should().Contain("being rebuilt already");
    }

    [Fact]
    public async Task A_manager_reads_the_preview_with_names_and_starts_none()
    {
        var world = await World.MakeAsync(web);
        using var browser = await web.SignedInAsAsync(world.Manager);
        (await browser.GetPageAsync("/settings/rules/preview")).QuerySelectorAll("main form").Should().BeEmpty();
        using var profile = await browser.GetPageAsync("/account/sign-out");
        using var content = new FormUrlEncodedContent([KeyValuePair.Create("__RequestVerificationToken", profile.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!)]);
        foreach (var url in new[] { "/settings/rules/preview", "/settings/rules/publish", "/settings/rules/edit", "/settings/rules/rebuild?handler=Retry", "/settings/rules/rebuild?handler=Cancel" })
            (await browser.PostAsync(new Uri(url, UriKind.Relative), content)).StatusCode.Should().Be(HttpStatusCode.Forbidden, url);
    }

    [Fact]
    public async Task A_page_read_while_the_numbers_were_exchanged_is_read_again()
    {
        var world = await World.MakeAsync(web);
        await using (var db = web.Db(world.Organization))
        {
            await db.Database.ExecuteSqlAsync($"""
                insert into rule_versions (organization_id, version, rules, published_at, title)
                select organization_id, 2, rules, published_at, 'Next' from rule_versions where organization_id = {world.Organization.Id};
                update organizations set next_rules_version = 2 where id = {world.Organization.Id}
                """);
        }

        using var browser = await web.SignedInAsAsync(world.Rep);
        var url = $"/customers/{world.Customer.Id}";
        await using var exchange = new NpgsqlConnection(web.ConnectionString);
        await exchange.OpenAsync();
        await using var transaction = await exchange.BeginTransactionAsync();
        await RunAsync(exchange, "lock table standings in access exclusive mode");
        var reading = browser.GetAsync(new Uri(url, UriKind.Relative));
        await Task.Delay(700);
        reading.IsCompleted.Should().BeFalse();
        await RunAsync(exchange, $"update organizations set rules_version = 2, next_rules_version = null where id = '{world.Organization.Id}'");
        await transaction.CommitAsync();

        using var straddled = await reading;
        straddled.StatusCode.Should().Be(HttpStatusCode.Redirect);
        straddled.Headers.Location!.ToString().Should().Be(url);
        using var again = await browser.GetAsync(new Uri(url, UriKind.Relative));
        again.StatusCode.Should().Be(HttpStatusCode.OK);
    }

    private static async Task<AngleSharp.Dom.IDocument> UntilAsync(HttpClient browser, string url, Func<string, bool> shows)
    {
        for (var tries = 0; ; tries++)
        {
            var page = await browser.GetPageAsync(url);
            if (shows(page.QuerySelector("main")!.TextContent) || tries == 50)
                return page;
            await Task.Delay(200);
        }
    }

    private static async Task RunAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
