using System.Net;
using AngleSharp.Dom;
using TrustCoach.Domain.Promises;
using TrustCoach.IntegrationTests.Infrastructure;

namespace TrustCoach.IntegrationTests.Promises;

public sealed class PromisePageTests(PromisePageFixture web) : IClassFixture<PromisePageFixture>
{
    private static DateOnly Wednesday => PromisePageFixture.Wednesday;

    [Fact]
    public async Task Open_promises_stand_under_their_headings_in_words()
    {
        var (rep, kestrel, client) = await web.GivenARepAtWorkAsync();
        using var _ = client;
        await web.GivenAPromiseAsync(rep, kestrel, 0, "This afternoon", new(17, 0));
        await web.GivenAPromiseAsync(rep, kestrel, 6, "On Tuesday");
        await web.GivenAPromiseAsync(rep, kestrel, 60, "In November");
        await web.GivenAPromiseAsync(rep, kestrel, 3, "They send figures", direction: Direction.Theirs);

        var page = await client.GetPageAsync("/promises");
        Texts(page, "h2").Should().Equal("Today", "Next 7 days", "Later");
        Texts(page, ".badge").Should().Equal("Today 17:00", "Tuesday", "1 Nov");
        page.Body!.TextContent.Should().Contain("None closed in 90 days, 3 still open").And.NotContain("They send figures");
        (await client.GetPageAsync("/promises?side=theirs")).Body!.TextContent.Should().Contain("They send figures");
    }

    [Fact]
    public async Task One_click_keeps_it_and_one_takes_it_back()
    {
        var (rep, kestrel, client) = await web.GivenARepAtWorkAsync();
        using var _ = client;
        var id = await web.GivenAPromiseAsync(rep, kestrel);
        using var kept = await client.SubmitAsync("/promises", form => form.GetAttribute("action")!.Contains("/kept", StringComparison.Ordinal));
        kept.StatusCode.Should().Be(HttpStatusCode.Redirect);

        var after = await client.GetPageAsync("/promises");
        after.QuerySelector(".flash")!.TextContent.Should().Contain("Kept: Send the depot audit");
        (await web.LoadAsync(rep, id)).State.Should().Be(PromiseState.Kept);
        after.Body!.TextContent.Should().Contain("1 of 1 kept in 90 days");
    }

    [Fact]
    public async Task The_message_offers_to_take_it_back_and_later_a_reason_is_asked()
    {
        var (rep, kestrel, client) = await web.GivenARepAtWorkAsync();
        using var _ = client;
        var id = await web.GivenAPromiseAsync(rep, kestrel);
        (await KeepAsync(client, id)).Dispose();
        using var undone = await client.SubmitAsync("/promises", form => form.GetAttribute("action")!.Contains("/undo", StringComparison.Ordinal));
        undone.StatusCode.Should().Be(HttpStatusCode.Redirect);
        (await web.LoadAsync(rep, id)).State.Should().Be(PromiseState.Open);

        (await KeepAsync(client, id)).Dispose();
        var started = web.Hands.Now;
        web.Hands.Advance(TimeSpan.FromMinutes(2));
        using var late = await client.SubmitAsync($"/promises/{id}/undo", ("Input.Reason", ""));
        late.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        (await late.ReadPageAsync()).Body!.TextContent.Should().Contain("Say why, in a few words");
        using var told = await client.SubmitAsync($"/promises/{id}/undo", ("Input.Reason", "Wrong row"));
        told.StatusCode.Should().Be(HttpStatusCode.Redirect);
        web.Hands.Now = started;
    }

    [Fact]
    public async Task A_second_click_says_that_it_was_kept_already()
    {
        var (rep, kestrel, client) = await web.GivenARepAtWorkAsync();
        using var _ = client;
        var id = await web.GivenAPromiseAsync(rep, kestrel);
        foreach (var answer in new[] { await KeepAsync(client, id), await KeepAsync(client, id) })
            answer.Dispose();
        (await client.GetPageAsync("/promises")).QuerySelector(".flash")!.TextContent.Should().Contain("Already kept: Send the depot audit");
    }

    [Theory]
    [InlineData("2026-09-01", "It cannot be due before it was given.")]
    [InlineData("2026-09-02 08:00", "That hour has passed already.")]
    [InlineData("2036-01-01", "Promise at most five years ahead.")]
    [InlineData("", "Say by when.")]
    [InlineData("31 Feb", "February has 29 days: there is no 31.")]
    [InlineData("soon", "“soon” is no date we can read.")]
    [InlineData("Friday 3pm", "This reads as Friday, 4 September 2026, 15:00. Save again if that is right.")]
    public async Task A_due_date_that_is_none_comes_back_beside_its_field_with_all_that_was_typed(string day, string message)
    {
        var (_, kestrel, client) = await web.GivenARepAtWorkAsync();
        using var __ = client;
        using var refused = await client.SubmitAsync(
            "/promises/new", ("Input.RelationshipId", $"{kestrel.Id}"), ("Input.Direction", "Ours"), ("Input.Text", "Send the <b>audit</b>"),
            ("Input.DueDay", day), ("Input.Condition", "If the figures come"), ("Input.Severity", "3"));

        refused.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        var page = await refused.ReadPageAsync();
        page.QuerySelector("[id='Input_DueDay-error'], .field:has([name='Input.DueDay'])")!.TextContent.Should().Contain(message);
        page.QuerySelector("[name='Input.DueDay']")!.GetAttribute("value").Should().Be(day.Length == 0 ? "" : day);
        page.QuerySelector("[name='Input.Text']")!.TextContent.Trim().Should().Be("Send the <b>audit</b>");
        page.QuerySelector("[name='Input.Condition']")!.GetAttribute("value").Should().Be("If the figures come");
        page.QuerySelector("[name='Input.Severity'][checked]")!.GetAttribute("value").Should().Be("3");
    }

    [Theory]
    [InlineData("2026-09-03", "It cannot have been kept in the future.")]
    [InlineData("30/2", "February has 29 days: there is no 30.")]
    public async Task When_it_was_kept_is_refused_beside_its_field(string at, string message)
    {
        var (rep, kestrel, client) = await web.GivenARepAtWorkAsync();
        using var _ = client;
        var id = await web.GivenAPromiseAsync(rep, kestrel);
        using var refused = await client.SubmitAsync($"/promises/{id}/kept", ("Input.At", at));
        refused.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        (await refused.ReadPageAsync()).QuerySelector("#Input_At-read")!.TextContent.Should().Contain(message);
    }

    [Fact]
    public async Task A_new_promise_is_saved_once_however_often_its_form_is_sent()
    {
        var (rep, kestrel, client) = await web.GivenARepAtWorkAsync();
        using var _ = client;
        var key = Guid.CreateVersion7();
        for (var i = 0; i < 2; i++)
        {
            using var made = await client.SubmitAsync(
                $"/promises/new?customer={kestrel.CustomerId}", ("Input.Text", "Bring the sample"), ("Input.DueDay", "2026-09-04"), ("Input.Key", $"{key}"));
            made.StatusCode.Should().Be(HttpStatusCode.Redirect);
        }

        (await web.LoadAsync(rep, key)).Text.Should().Be("Bring the sample");
        Texts(await client.GetPageAsync("/promises"), ".row-title").Should().Equal("Bring the sample");
    }

    [Fact]
    public async Task Somebody_elses_customer_and_an_archived_one_are_refused()
    {
        var (rep, _, client) = await web.GivenARepAtWorkAsync();
        using var __ = client;
        var archived = await web.GivenACustomerAsync(rep, "Old & Gone", archived: true);
        var (_, foreign, other) = await web.GivenARepAtWorkAsync();
        using var ___ = other;
        foreach (var (id, words) in new[] { (foreign.Id, "Pick one of your own customers."), (archived.Id, "This customer is archived.") })
        {
            using var refused = await client.SubmitAsync(
                "/promises/new", ("Input.RelationshipId", $"{id}"), ("Input.Direction", "Ours"), ("Input.Text", "Send it"), ("Input.DueDay", "2026-09-04"));
            refused.StatusCode.Should().Be(HttpStatusCode.BadRequest);
            (await refused.ReadPageAsync()).Body!.TextContent.Should().Contain(words);
        }
    }

    [Fact]
    public async Task Renegotiating_asks_whether_they_agreed_and_sets_the_new_date()
    {
        var (rep, kestrel, client) = await web.GivenARepAtWorkAsync();
        using var _ = client;
        var id = await web.GivenAPromiseAsync(rep, kestrel);
        using var refused = await client.SubmitAsync($"/promises/{id}/renegotiate", ("Input.DueDay", "2026-09-10"));
        refused.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        (await refused.ReadPageAsync()).Body!.TextContent.Should().Contain("Say whether they agreed.");
        using var moved = await client.SubmitAsync($"/promises/{id}/renegotiate", ("Input.DueDay", "2026-09-10"), ("Input.Agreed", "true"));

        moved.StatusCode.Should().Be(HttpStatusCode.Redirect);
        ((await web.LoadAsync(rep, id)).DueDay, (await web.LoadAsync(rep, id)).Renegotiations).Should().Be((new DateOnly(2026, 9, 10), 1));
        (await client.GetPageAsync($"/promises/{id}")).QuerySelector(".timeline")!.TextContent.Should().Contain("Renegotiated in time, they agreed");
    }

    [Fact]
    public async Task Giving_up_and_withdrawing_have_their_pages()
    {
        var (rep, kestrel, client) = await web.GivenARepAtWorkAsync();
        using var _ = client;
        var (broken, mistaken) = (await web.GivenAPromiseAsync(rep, kestrel), await web.GivenAPromiseAsync(rep, kestrel));
        using var gaveUp = await client.SubmitAsync($"/promises/{broken}/break", ("Input.OwnedUp", "true"), ("Input.Reason", "The part is not to be had"));
        gaveUp.StatusCode.Should().Be(HttpStatusCode.Redirect);
        using var without = await client.SubmitAsync($"/promises/{mistaken}/void", ("Input.Reason", " "));
        without.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        using var withdrawn = await client.SubmitAsync($"/promises/{mistaken}/void", ("Input.Reason", "Entered twice"));
        withdrawn.StatusCode.Should().Be(HttpStatusCode.Redirect);

        (await web.LoadAsync(rep, broken)).State.Should().Be(PromiseState.Broken);
        (await web.LoadAsync(rep, mistaken)).State.Should().Be(PromiseState.Voided);
        Texts(await client.GetPageAsync("/promises/closed"), "tbody .sign").Should().Equal("Broken");
        Texts(await client.GetPageAsync("/promises/closed?state=Voided"), "tbody th").Should().Equal("Send the depot audit");
    }

    [Fact]
    public async Task A_condition_comes_true_or_lapses_with_one_click()
    {
        var (rep, kestrel, client) = await web.GivenARepAtWorkAsync();
        using var _ = client;
        var (true_, lapsed) = (await web.GivenAPromiseAsync(rep, kestrel, condition: "If they order"), await web.GivenAPromiseAsync(rep, kestrel, condition: "If they order"));
        (await client.SubmitToAsync($"/promises/{true_}", "CameTrue")).Dispose();
        (await client.SubmitToAsync($"/promises/{lapsed}", "Lapse")).Dispose();

        (await web.LoadAsync(rep, true_)).ConditionMetAt.Should().NotBeNull();
        (await web.LoadAsync(rep, lapsed)).State.Should().Be(PromiseState.Lapsed);
    }

    [Theory]
    [InlineData("")]
    [InlineData("/kept")]
    [InlineData("/break")]
    [InlineData("/renegotiate")]
    [InlineData("/void")]
    [InlineData("/undo")]
    public async Task What_belongs_to_somebody_else_is_not_there(string page)
    {
        var (rep, kestrel, client) = await web.GivenARepAtWorkAsync();
        using var _ = client;
        var id = await web.GivenAPromiseAsync(rep, kestrel);
        using var colleague = await web.SignedInAsAsync(await web.GivenARepAsync(rep.Organization));
        using var stranger = await web.SignedInAsAsync(await web.GivenARepAsync(await web.GivenAnOrganizationAsync()));
        foreach (var other in new[] { colleague, stranger })
        {
            using var answer = await other.GetAsync(new Uri($"/promises/{id}{page}", UriKind.Relative));
            answer.StatusCode.Should().Be(HttpStatusCode.NotFound);
        }

        using var own = await client.GetAsync(new Uri($"/promises/{id}{page}", UriKind.Relative));
        own.StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_manager_sees_those_of_the_team_and_may_ask_for_one_rep()
    {
        var organization = await web.GivenAnOrganizationAsync();
        var manager = await web.GivenAManagerAsync(organization);
        var team = await web.GivenATeamAsync(organization, manager);
        foreach (var name in new[] { "Ada", "Ben" })
        {
            var rep = await web.GivenARepAsync(organization, team.Id, name);
            await web.GivenAPromiseAsync(rep, await web.GivenACustomerAsync(rep), text: $"From {name}");
        }

        using var client = await web.SignedInAsAsync(manager);
        var page = await client.GetPageAsync("/promises");
        Texts(page, ".row-title").Should().BeEquivalentTo("From Ada", "From Ben");
        var ada = page.QuerySelectorAll("option").Single(o => o.TextContent == "Ada").GetAttribute("value");
        Texts(await client.GetPageAsync($"/promises?rep={ada}"), ".row-title").Should().Equal("From Ada");
        Texts(await client.GetPageAsync($"/promises?rep={Guid.NewGuid()}"), ".row-title").Should().HaveCount(2);
    }

    [Fact]
    public async Task Many_come_page_by_page_without_gap_or_repeat()
    {
        var (rep, kestrel, client) = await web.GivenARepAtWorkAsync();
        using var _ = client;
        for (var i = 0; i < 53; i++)
            await web.GivenAPromiseAsync(rep, kestrel, 3, $"Promise {i}");
        var first = await client.GetPageAsync("/promises");
        var next = first.QuerySelector("a[rel=next]")!.GetAttribute("href")!;
        var second = await client.GetPageAsync(next);

        Texts(first, ".row-title").Concat(Texts(second, ".row-title")).Should().OnlyHaveUniqueItems().And.HaveCount(53);
        second.QuerySelector("a[rel=next]").Should().BeNull();
        Texts(await client.GetPageAsync("/promises?after=nonsense"), ".row-title").Should().HaveCount(50);
    }

    [Fact]
    public async Task Words_and_outcomes_narrow_the_closed_ones_and_signs_in_them_mean_nothing()
    {
        var (rep, kestrel, client) = await web.GivenARepAtWorkAsync();
        using var _ = client;
        foreach (var text in new[] { "Give 100% off", "Send_it", "Call" })
            (await KeepAsync(client, await web.GivenAPromiseAsync(rep, kestrel, text: text))).Dispose();
        Texts(await client.GetPageAsync("/promises/closed?q=100%25"), "tbody th").Should().Equal("Give 100% off");
        Texts(await client.GetPageAsync("/promises/closed?q=d_i"), "tbody th").Should().Equal("Send_it");
        Texts(await client.GetPageAsync("/promises/closed?q=kestrel&state=Kept"), "tbody th").Should().HaveCount(3);
        (await client.GetPageAsync("/promises/closed?q=%00'%3B--&state=Broken")).Body!.TextContent.Should().Contain("Nothing fits.");
    }

    private static async Task<HttpResponseMessage> KeepAsync(HttpClient client, Guid id) =>
        await client.SubmitAsync($"/promises/{id}/kept", ("Input.Reason", ""));

    private static IEnumerable<string> Texts(IDocument page, string selector) =>
        page.QuerySelectorAll($"main {selector}").Select(found => string.Join(' ', found.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
}
