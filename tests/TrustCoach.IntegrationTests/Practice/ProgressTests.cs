using System.Net;
using Microsoft.EntityFrameworkCore;
using TrustCoach.Domain;
using TrustCoach.Domain.People;
using TrustCoach.Domain.Practice;
using TrustCoach.Domain.Scoring;
using TrustCoach.Domain.Touchpoints;
using TrustCoach.IntegrationTests.Disputes;
using TrustCoach.IntegrationTests.Infrastructure;
using TrustCoach.IntegrationTests.Repairs;
using TrustCoach.IntegrationTests.Touchpoints;
using TrustCoach.IntegrationTests.Why;
using TrustCoach.Services.Coaching;
using TrustCoach.Services.People;
using TrustCoach.Services.Practice;
using TrustCoach.Services.Scoring;

namespace TrustCoach.IntegrationTests.Practice;

public sealed class ProgressTests(DisputeFixture web) : IClassFixture<DisputeFixture>
{
    [Fact]
    public async Task A_new_rep_is_taught_and_can_pick_a_habit_with_one_press()
    {
        var rep = await web.GivenARepAsync(await web.GivenAnOrganizationAsync());
        using var client = await web.SignedInAsAsync(rep);
        var page = await client.GetPageAsync("/progress");
        page.Body!.TextContent.Should().Contain("Your numbers begin with the first encounter").And.Contain("suggested").And.Contain("Only you see this page");

        using var picked = await client.SubmitAsync("/progress", form => form.TextContent.Contains("Pick it"));
        picked.StatusCode.Should().Be(HttpStatusCode.Redirect);
        page = await client.GetPageAsync("/progress");
        page.Body!.TextContent.Should().Contain("day 1 of 14").And.Contain("working on it");
        page.QuerySelectorAll("form button").Count(b => b.TextContent == "Change to it").Should().Be(4);
    }

    [Fact]
    public async Task Nobody_else_reads_it()
    {
        var organization = await web.GivenAnOrganizationAsync();
        foreach (var roles in new[] { Roles.Manager, Roles.Admin })
        {
            using var client = await web.SignedInAsAsync(await web.GivenAPersonAsync(organization, roles));
            (await client.GetAsync(new Uri("/progress", UriKind.Relative))).StatusCode.Should().Be(HttpStatusCode.Forbidden);
            (await client.GetPageAsync("/account/profile")).QuerySelector("nav a[href='/progress']").Should().BeNull();
        }
    }

    [Fact]
    public async Task Every_habit_is_counted_from_what_was_logged()
    {
        var scene = await Scene.SetAsync(web);
        var planned = await scene.LogAsync(scene.Command(new(null, scene.Now.AddHours(2), Expectation: "The figures.")));
        var unnamed = await scene.LogAsync(scene.Command(new(null, scene.Now.AddHours(3))));
        web.Hands.Advance(TimeSpan.FromHours(4));
        foreach (var id in new[] { planned.Value.TouchpointId, unnamed.Value.TouchpointId })
            await scene.AsAsync(scene.Rep, (s, a) => s.CloseAsync(a, new(id, 1, Outcome.Met), default));
        await scene.LogAsync(Outcome.Met, scene.Now.AddDays(-3));
        await scene.LogAsync(scene.Command(new(Outcome.Missed, scene.Now, OwnedUp: true) { Breakers = [new(BreakerKind.Late, Severity.Normal, 20)] }));
        await scene.LogAsync(Outcome.Courtesy);
        await scene.KeepAsync(await scene.PromiseAsync());
        await scene.PromiseAsync();
        web.Hands.Advance(TimeSpan.FromDays(10));

        var habits = (await ReadAsync(scene)).Habits.ToDictionary(h => h.Facts.Habit, h => h.Count);
        habits[Habit.NameExpectation].Should().Be(new HabitCount(1, 2));
        habits[Habit.StartOnTime].Should().Be(new HabitCount(3, 4), "one of four encounters began late");
        habits[Habit.PromiseLess].Should().Be(new HabitCount(1, 2), "the clock has broken the other, whether or not a job has run");
        habits[Habit.OwnUpFirst].Should().Be(new HabitCount(1, 3), "of a miss, a lateness and a broken promise the miss was told first");
        habits[Habit.CloseTheDay].Should().Be(new HabitCount(3, 4), "one was written down three days later");
    }

    [Fact]
    public async Task Two_weeks_later_before_and_after_are_compared_and_what_is_disputed_is_left_out()
    {
        var scene = await Scene.SetAsync(web);
        for (var ago = 20; ago > 0; ago -= 2)
            await scene.LogAsync(scene.Command(new(Outcome.Met, scene.Now.AddDays(-ago)) { Breakers = ago > 4 ? [new(BreakerKind.Late, Severity.Mild, 5)] : [] }));
        await PickAsync(scene, Habit.StartOnTime);
        for (var day = 0; day < 10; day++)
        {
            await scene.LogAsync(Outcome.Met);
            if (day == 2)
            {
                var late = (await scene.LogAsync(scene.Command(new(Outcome.Courtesy, scene.Now) { Breakers = [new(BreakerKind.Late, Severity.Mild, 5)] }))).Value.TouchpointId;
                await scene.RaiseAsync((await scene.TouchpointAsync(late)).Breakers[0].Id);
            }

            web.Hands.Advance(TimeSpan.FromDays(1));
        }

        var running = (await ReadAsync(scene)).Current!;
        (running.Day, running.Compared.After).Should().Be((11, new HabitCount(10, 10)));
        web.Hands.Advance(TimeSpan.FromDays(5));
        var read = await ReadAsync(scene);
        read.Current.Should().BeNull();
        var past = read.Past.Should().ContainSingle().Subject;
        past.Compared.Before.Should().Be(new HabitCount(2, 10));
        past.Compared.Verdict.Should().Be(HabitVerdict.Better);
        using var rep = await web.SignedInAsAsync(scene.Rep);
        (await rep.GetPageAsync("/progress")).Body!.TextContent.Should().Contain("Better: by").And.Contain("It says that it changed, not why.");
    }

    [Fact]
    public async Task A_habit_is_changed_given_up_and_picked_twice_at_once_without_a_second_one()
    {
        var scene = await Scene.SetAsync(web);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(i => PickAsync(scene, Habits.All[i].Habit)));
        (await TrialsAsync(scene)).Should().ContainSingle();
        web.Hands.Advance(TimeSpan.FromDays(2));
        var first = (await ReadAsync(scene)).Current!.Facts.Habit;
        var second = first == Habit.CloseTheDay ? Habit.StartOnTime : Habit.CloseTheDay;
        await PickAsync(scene, second);
        await PickAsync(scene, second);
        (await TrialsAsync(scene)).Should().HaveCount(2);
        var read = await ReadAsync(scene);
        (read.Current!.Facts.Habit, read.Past.Single().Facts.Habit).Should().Be((second, first));
        (await scene.WithAsync(scene.Rep, (HabitBook b, Actor a) => b.CurrentAsync(a, default)))!.Day.Should().Be(1);

        await scene.WithAsync(scene.Rep, async (HabitService s, Actor a) => { await s.GiveUpAsync(a, default); return true; });
        (await ReadAsync(scene)).Current.Should().BeNull();
        (await scene.WithAsync(scene.Rep, (HabitBook b, Actor a) => b.CurrentAsync(a, default))).Should().BeNull();
        using var rep = await web.SignedInAsAsync(scene.Rep);
        using var page = await rep.GetPageAsync("/progress");
        using var content = new FormUrlEncodedContent(
            [KeyValuePair.Create("__RequestVerificationToken", page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!), KeyValuePair.Create("habit", "99")]);
        (await rep.PostAsync(new Uri("/progress?handler=Pick", UriKind.Relative), content)).StatusCode.Should().Be(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task What_I_say_stands_beside_what_customers_say_with_its_counts()
    {
        var scene = await Scene.SetAsync(web);
        for (var ago = 8; ago > 0; ago--)
            await scene.LogAsync(ago == 1 ? Outcome.Missed : Outcome.Met, scene.Now.AddDays(-ago));
        await using (var db = scene.Db())
        {
            var confirmed = await db.Ledger.OrderBy(e => e.Day).Take(2).Select(e => e.Id).ToListAsync();
            await db.Ledger.Where(e => confirmed.Contains(e.Id)).ExecuteUpdateAsync(s => s.SetProperty(e => e.Level, EvidenceLevel.CustomerConfirmed));
        }

        using var rep = await web.SignedInAsAsync(scene.Rep);
        var page = await rep.GetPageAsync("/progress");
        page.Body!.TextContent.Should().Contain("5 of 6 met").And.Contain("too early (2 of 2)").And.Contain("Too few of either to compare");
        page.QuerySelectorAll($"a[href='/reps/{scene.Rep.Id}/traits/punctuality'], a[href='/promises/closed'], a[href='/reps/{scene.Rep.Id}/roll-up']").Should().HaveCountGreaterThan(2);
    }

    [Theory, InlineData(1), InlineData(25)]
    public async Task It_costs_the_same_few_statements_whatever_the_number_of_customers(int customers)
    {
        var scene = await Scene.SetAsync(web);
        for (var i = 0; i < customers; i++)
        {
            var (customerId, relationshipId) = await Scene.CustomerAsync(web, scene.Organization, scene.Rep, $"Customer {i}");
            await (scene with { CustomerId = customerId, RelationshipId = relationshipId }).LogAsync(i % 3 == 0 ? Outcome.Missed : Outcome.Met, scene.Now.AddDays(-i));
        }

        await PickAsync(scene, Habit.StartOnTime);
        var counter = new CommandCounter();
        using var figures = new RepFiguresBook();
        await scene.AskAsync(scene.Rep, async (db, _, actor) =>
        {
            var rules = new RuleBook();
            await rules.OfAsync(db, 1, default);
            counter.Reset();
            return await new ProgressQuery(db, rules, figures, web.Clock).RunAsync(actor, default);
        }, counter);
        counter.Count.Should().Be(8, string.Join("\n\n", counter.Statements));
    }

    private static Task<HabitsReading> ReadAsync(Scene scene) =>
        scene.WithAsync(scene.Rep, (HabitBook b, Actor a) => b.ReadAsync(a, ScoringRules.Default, default));

    private static Task<Result<Habit>> PickAsync(Scene scene, Habit habit) => scene.WithAsync(scene.Rep, (HabitService s, Actor a) => s.PickAsync(a, habit, default));

    private static async Task<List<HabitTrial>> TrialsAsync(Scene scene)
    {
        await using var db = scene.Db();
        return await db.HabitTrials.AsNoTracking().ToListAsync();
    }
}
