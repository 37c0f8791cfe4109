using System.Net;
using Microsoft.EntityFrameworkCore;
using TrustCoach.Domain.Practice;
using TrustCoach.Domain.TrustLists;
using TrustCoach.IntegrationTests.Infrastructure;

namespace TrustCoach.IntegrationTests.TrustLists;

public sealed class ListsPagesTests(ListsFixture web) : IClassFixture<ListsFixture>
{
    private const PaperSheet Trusted = PaperSheet.Trusted, Trusting = PaperSheet.Trusting;

    [Fact]
    public async Task Two_empty_sheets_teach_and_are_kept_by_no_browser()
    {
        using var client = await web.SignedInAsAsync(await web.GivenARepAsync(await web.GivenAnOrganizationAsync()));
        using var answer = await client.GetAsync(new Uri("/lists", UriKind.Relative));
        answer.Headers.CacheControl!.NoStore.Should().BeTrue();
        var page = await answer.ReadPageAsync();
        page.Body!.TextContent.Should().Contain("Take two sheets of paper").And.Contain("Whom do I trust, who trusts me, and why?").And.Contain("Who can see it: nobody but you");
        var fields = page.QuerySelectorAll("main form input[type=text]").Where(f => f.Closest("details") is null).ToList();
        fields.Should().HaveCount(2, "one field each").And.OnlyContain(f => f.GetAttribute("autocomplete") == "off");
        page.QuerySelectorAll("main form[data-draft]").Should().BeEmpty("nothing is kept on the device");
        page.QuerySelectorAll("main form .actions").Should().OnlyContain(a => a.TextContent.Contains("Seen by you alone."));
        (await client.GetPageAsync("/lists/result")).Body!.TextContent.Should().Contain("Write a few names on each sheet");
    }

    [Theory]
    [InlineData("<script>alert('Ruth')</script>"), InlineData("'); drop table sealed_lists; --"), InlineData("👩‍🚀 Zoë O’Neil"), InlineData("יוסי כהן"), InlineData("{{7*7}} @Model")]
    public async Task Hostile_and_foreign_names_are_names(string name)
    {
        var rep = await web.GivenARepAsync(await web.GivenAnOrganizationAsync());
        using var client = await web.SignedInAsAsync(rep);
        (await ListsFixture.AddAsync(client, Trusted, name, name)).Should().Be(HttpStatusCode.Redirect);
        (await ListsFixture.AddAsync(client, Trusting, name.ToUpperInvariant())).Should().Be(HttpStatusCode.Redirect);
        var id = (await web.ListsAsync(rep)).Trusted[0].Id;
        foreach (var url in new[] { "/lists", "/lists/result", "/lists/history", $"/lists/{id}", $"/lists/erase?name={id}" })
        {
            var page = await client.GetPageAsync(url);
            page.QuerySelector("main")!.TextContent.Should().Contain(name, url);
            page.QuerySelectorAll("main script").Should().BeEmpty(url);
        }
    }

    [Theory]
    [InlineData("", "Write a name"), InlineData("\u200b\u200d", "Write a name"), InlineData("Ruth Abel", "is on this sheet already")]
    public async Task A_refused_name_comes_back_with_a_reason_and_all_that_was_typed(string name, string reason)
    {
        using var client = await web.SignedInAsAsync(await web.GivenARepAsync(await web.GivenAnOrganizationAsync()));
        await ListsFixture.AddAsync(client, Trusted, "RUTH  ábel");
        using var answer = await client.SubmitToAsync("/lists", "Trusted", ("Trusted.Name", name), ("Trusted.Words", "makes tea"), ("Trusted.Traits", "Calm"));
        answer.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        answer.Headers.CacheControl!.NoStore.Should().BeTrue();
        var page = await answer.ReadPageAsync();
        page.QuerySelector("#Trusted_Name-error")!.TextContent.Should().Contain(reason);
        page.QuerySelector("#Trusted_Name")!.GetAttribute("value").Should().Be(name);
        page.QuerySelector("#Trusted_Words")!.GetAttribute("value").Should().Be("makes tea");
        page.QuerySelector("input[name='Trusted.Traits'][value='Calm']")!.HasAttribute("checked").Should().BeTrue();
    }

    [Fact]
    public async Task In_two_windows_nothing_is_lost_and_who_comes_second_is_told()
    {
        var rep = await web.GivenARepAsync(await web.GivenAnOrganizationAsync());
        using var client = await web.SignedInAsAsync(rep);
        (await client.GetPageAsync("/lists")).Dispose();   // a browser has its form token's cookie before it opens a second window
        (await Task.WhenAll(Enumerable.Range(0, 6).Select(i => ListsFixture.AddAsync(client, i % 2 == 0 ? Trusted : Trusting, $"Name {i}"))))
            .Should().OnlyContain(status => status == HttpStatusCode.Redirect);
        var lists = await web.ListsAsync(rep);
        (lists.Trusted.Count, lists.Trusting.Count).Should().Be((3, 3));

        var url = $"/lists/{lists.Trusted[0].Id}";
        (await client.SubmitAsync(url, ("Input.Name", "Mara"), ("Input.Words", "makes tea"))).Dispose();
        using var late = await client.SubmitAsync(url, ("Input.Name", "Marta"), ("Input.Version", "1"));
        late.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        var page = await late.ReadPageAsync();
        page.QuerySelector("#Input_Name-error")!.TextContent.Should().Contain("changed meanwhile").And.Contain("“Mara”, makes tea");
        (page.QuerySelector("#Input_Name")!.GetAttribute("value"), page.QuerySelector("input[name='Input.Version']")!.GetAttribute("value")).Should().Be(("Marta", "2"));
    }

    [Fact]
    public async Task An_earlier_state_can_be_looked_at_again_and_a_foreign_number_opens_nothing()
    {
        var rep = await web.GivenARepAsync(await web.GivenAnOrganizationAsync());
        using var client = await web.SignedInAsAsync(rep);
        await ListsFixture.AddAsync(client, Trusted, "Ruth", "Calm");
        (await client.SubmitToAsync($"/lists/{(await web.ListsAsync(rep)).Trusted[0].Id}", "TakeOff")).Dispose();
        (await client.GetPageAsync("/lists")).QuerySelector("main")!.TextContent.Should().NotContain("Ruth");
        var page = await client.GetPageAsync("/lists/history?at=1");
        page.QuerySelector("#state")!.TextContent.Should().Contain("As it was on").And.Contain("Ruth").And.Contain("Calm");
        page.Body!.TextContent.Should().Contain("Ruth added to whom I trust").And.Contain("Ruth taken off whom I trust");
        (await client.GetAsync(new Uri("/lists/history?at=99", UriKind.Relative))).StatusCode.Should().Be(HttpStatusCode.NotFound);

        (await client.SubmitToAsync("/lists/erase?what=Trusted", "Part")).Dispose();
        (await client.GetPageAsync("/lists/history")).QuerySelector("main")!.TextContent.Should().NotContain("Ruth");
        await using var db = web.Db(rep.Organization);
        (await db.SealedLists.CountAsync(s => s.PersonId == rep.Id)).Should().Be(0, "a sheet that was never written left no state");
    }

    [Fact]
    public async Task What_was_sealed_for_another_does_not_open_and_the_page_says_so()
    {
        var organization = await web.GivenAnOrganizationAsync();
        var (rep, other) = (await web.GivenARepAsync(organization), await web.GivenARepAsync(organization));
        using (var first = await web.SignedInAsAsync(other))
            await ListsFixture.AddAsync(first, Trusted, "Ruth");
        await using (var db = web.Db(organization))
            await db.Database.ExecuteSqlAsync($"insert into sealed_lists select organization_id, {rep.Id}, version, sealed from sealed_lists where person_id = {other.Id}");

        using var client = await web.SignedInAsAsync(rep);
        foreach (var url in new[] { "/lists", "/lists/result", "/lists/history", "/lists/history?at=1" })
            (await client.GetPageAsync(url)).QuerySelector("main")!.TextContent.Should().ContainEquivalentOf("cannot be opened any more").And.NotContain("Ruth");
        using (var refused = await client.PostAsync(new Uri("/lists?handler=Trusted", UriKind.Relative), await TokenAsync(client, ("Trusted.Name", "Mara"))))
            refused.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        (await client.SubmitToAsync("/lists/erase?what=Both", "Part")).Dispose();
        (await ListsFixture.AddAsync(client, Trusted, "Mara")).Should().Be(HttpStatusCode.Redirect);
        (await web.ListsAsync(other)).Trusted.Should().ContainSingle("nobody else's were touched");
    }

    [Fact]
    public async Task The_result_begins_a_habit_and_shares_the_one_sentence_that_was_read()
    {
        var organization = await web.GivenAnOrganizationAsync();
        var manager = await web.GivenAManagerAsync(organization);
        var rep = await web.GivenARepAsync(organization, (await web.GivenATeamAsync(organization, manager)).Id);
        using var client = await web.SignedInAsAsync(rep);
        foreach (var i in Enumerable.Range(0, 3))
        {
            await ListsFixture.AddAsync(client, Trusted, $"Left {i}", "on time, Calm");
            await ListsFixture.AddAsync(client, Trusting, $"Right {i}", "Calm");
        }

        var result = await client.GetPageAsync("/lists/result");
        result.QuerySelector("main")!.TextContent.Should().Contain("What you look for in others is what others find in you: calm.").And.Contain("too early")
            .And.Contain("You trust 3 people for punctuality and wrote it for none of those who trust you.").And.Contain($"where {manager.Name} reads it");
        (await client.SubmitToAsync("/lists/result", "Habit")).Headers.Location!.ToString().Should().Be("/progress");
        (await client.SubmitToAsync("/lists/result", "Share")).Dispose();
        await using var db = web.Db(organization);
        (await db.HabitTrials.SingleAsync(t => t.PersonId == rep.Id)).Habit.Should().Be(Habit.StartOnTime);
        (await db.AgendaItems.SingleAsync(i => i.RepId == rep.Id)).Text.Should().Be("From my two lists: what I look for in others is what they find in me, calm.");
    }

    private static async Task<FormUrlEncodedContent> TokenAsync(HttpClient client, params (string Name, string Value)[] fields)
    {
        using var page = await client.GetPageAsync("/account/sign-out");
        var token = page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        return new([new("__RequestVerificationToken", token), .. fields.Select(f => KeyValuePair.Create(f.Name, f.Value))]);
    }
}
