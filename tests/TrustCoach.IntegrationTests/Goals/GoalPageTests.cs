using System.Net;
using TrustCoach.Domain.Practice;
using TrustCoach.Domain.Touchpoints;
using TrustCoach.IntegrationTests.Disputes;
using TrustCoach.IntegrationTests.Infrastructure;
using TrustCoach.IntegrationTests.Touchpoints;

namespace TrustCoach.IntegrationTests.Goals;

public sealed class GoalPageTests(DisputeFixture web) : IClassFixture<DisputeFixture>
{
    [Fact]
    public async Task A_manager_proposes_the_rep_agrees_and_both_read_the_same_counts()
    {
        var scene = await Scene.SetAsync(web);
        using var manager = await web.SignedInAsAsync(scene.Manager);
        using var rep = await web.SignedInAsAsync(scene.Rep);
        (await manager.GetPageAsync($"/team/reps/{scene.Rep.Id}")).QuerySelector($"a[href='/goals/new?rep={scene.Rep.Id}']").Should().NotBeNull();
        var form = await manager.GetPageAsync($"/goals/new?rep={scene.Rep.Id}");
        form.Body!.TextContent.Should().Contain("Trust follows; nobody can aim at it").And.Contain("in the last 28 days");
        form.QuerySelectorAll("input[name='Input.Behaviour']").Should().HaveCount(5);

        using var refused = await manager.SubmitAsync($"/goals/new?rep={scene.Rep.Id}", ("Input.Why", "<b>Because</b> it shows."), ("Input.Done", "12"));
        refused.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        var again = await refused.ReadPageAsync();
        again.Body!.TextContent.Should().Contain("Pick what is to be done");
        again.QuerySelector("textarea")!.TextContent.Should().Contain("<b>Because</b> it shows.");
        (again.QuerySelector("input[name='Input.Done']")!.GetAttribute("value")).Should().Be("12");

        using var unreadable = await manager.SubmitAsync($"/goals/new?rep={scene.Rep.Id}", ("Input.Of", "999999999999"));
        (await unreadable.ReadPageAsync()).Body!.TextContent.Should().Contain("“999999999999” does not fit here.");

        using var proposed = await manager.SubmitAsync($"/goals/new?rep={scene.Rep.Id}", ("Input.Behaviour", nameof(Habit.CloseTheDay)), ("Input.Why", "It shows."));
        proposed.StatusCode.Should().Be(HttpStatusCode.Redirect);
        var url = proposed.Headers.Location!.ToString();
        (await manager.GetPageAsync(url)).Body!.TextContent.Should().Contain("It runs once").And.Contain("Take it back").And.Contain("For coaching, not for pay");
        (await rep.GetPageAsync("/progress")).Body!.TextContent.Should().Contain($"Goals agreed with {scene.Manager.Name}").And.Contain("Written down the same day: 8 of 10");

        using var agreed = await rep.SubmitAsync("/progress", f => f.GetAttribute("action")?.Contains("handler=Agree", StringComparison.Ordinal) == true);
        agreed.StatusCode.Should().Be(HttpStatusCode.Redirect);
        await scene.LogAsync(Outcome.Met);
        foreach (var reader in new[] { manager, rep })
        {
            var page = await reader.GetPageAsync(url);
            page.Body!.TextContent.Should().Contain("1 of 1").And.Contain("Cannot tell yet");
            page.QuerySelectorAll("svg.course a").Should().ContainSingle();
            (await reader.GetPageAsync(page.QuerySelector("svg.course a")!.GetAttribute("href")!)).QuerySelectorAll("ul.rows > li").Should().ContainSingle();
            (await reader.GetPageAsync($"{url}/counted?only=not")).Body!.TextContent.Should().Contain("Nothing of this kind");
        }
    }

    [Fact]
    public async Task Who_answers_second_is_told_and_keeps_their_words()
    {
        var scene = await Scene.SetAsync(web);
        var id = await scene.AgreedAsync();
        using var rep = await web.SignedInAsAsync(scene.Rep);
        using var page = await rep.GetPageAsync($"/goals/{id}");
        await scene.DoAsync((s, a) => s.ProlongAsync(a, id, 2, 2, default));
        using var stale = new FormUrlEncodedContent(
        [
            KeyValuePair.Create("__RequestVerificationToken", page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!),
            KeyValuePair.Create("Input.Version", "2"), KeyValuePair.Create("Input.Reason", "Others first."),
        ]);
        using var answer = await rep.PostAsync(new Uri($"/goals/{id}?handler=GiveUp", UriKind.Relative), stale);
        answer.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        var told = await answer.ReadPageAsync();
        told.Body!.TextContent.Should().Contain("changed meanwhile").And.Contain("Others first.");
        told.QuerySelectorAll("input[name='Input.Version']").Should().OnlyContain(i => i.GetAttribute("value") == "3", "the next try is based on what is shown");
    }

    [Fact]
    public async Task When_it_is_over_the_page_says_how_it_ended_and_asks_what_they_make_of_it()
    {
        var scene = await Scene.SetAsync(web);
        var id = await scene.AgreedAsync();
        web.Hands.Advance(TimeSpan.FromDays(15));
        using var rep = await web.SignedInAsAsync(scene.Rep);
        (await rep.GetPageAsync($"/goals/{id}")).Body!.TextContent.Should().Contain("Too little happened to say").And.Contain("Too early to say").And.Contain("What do you make of it?");
        using var said = await rep.SubmitToAsync($"/goals/{id}", "Reflect", ("Input.Reflection", "No visits this month."));
        said.StatusCode.Should().Be(HttpStatusCode.Redirect);
        using var manager = await web.SignedInAsAsync(scene.Manager);
        (await manager.GetPageAsync($"/goals/{id}")).Body!.TextContent.Should().Contain("No visits this month.");
        (await manager.GetPageAsync($"/goals?rep={scene.Rep.Id}")).Body!.TextContent.Should().Contain("Too little happened to say");
    }

    [Fact]
    public async Task The_private_habit_is_not_told()
    {
        var scene = await Scene.SetAsync(web);
        await scene.WithAsync(scene.Rep, (Services.Practice.HabitService s, Services.People.Actor a) => s.PickAsync(a, Habit.StartOnTime, default));
        using var manager = await web.SignedInAsAsync(scene.Manager);
        foreach (var url in new[] { $"/team/reps/{scene.Rep.Id}", $"/goals?rep={scene.Rep.Id}" })
            (await manager.GetPageAsync(url)).Body!.TextContent.Should().NotContain("Start on time");
    }
}
