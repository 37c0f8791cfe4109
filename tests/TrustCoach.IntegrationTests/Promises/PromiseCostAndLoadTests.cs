using Microsoft.Extensions.DependencyInjection;
using TrustCoach.Domain.Promises;
using TrustCoach.Domain.Scoring;
using TrustCoach.IntegrationTests.Infrastructure;
using TrustCoach.Services.Data;
using TrustCoach.Services.Promises;
using TrustCoach.Services.Scoring;

namespace TrustCoach.IntegrationTests.Promises;

public sealed class PromiseCostAndLoadTests(PromisePageFixture web) : IClassFixture<PromisePageFixture>
{
    private static readonly DateOnly Wednesday = PromisePageFixture.Wednesday;

    [Fact]
    public async Task What_is_due_says_when_it_costs_more_and_how_many_points()
    {
        var (rep, kestrel, client) = await web.GivenARepAtWorkAsync();
        using var _ = client;
        await web.GivenAPromiseAsync(rep, kestrel, 0, "Send the depot audit", new(17, 0));
        await web.GivenAPromiseAsync(rep, kestrel, 2, "On Friday");
        await using (var db = web.Db(rep.Organization))
        {
            // One late promise in a relationship without events takes what the closed form says.
            var taken = ClosedForm.Read([], new Opening(Climate.Cold, false), 0.5, Wednesday.DayNumber, ScoringRules.Default).Credibility
                - ClosedForm.Read([new Evidence(Guid.NewGuid(), Wednesday.DayNumber, EvidenceKind.PromiseLate, 2, Guid.NewGuid())], new Opening(Climate.Cold, false), 0.5, Wednesday.DayNumber, ScoringRules.Default).Credibility;
            foreach (var url in (string[])["/promises", "/"])
            {
                var page = await client.GetPageAsync(url);
                var note = page.QuerySelectorAll("main .row-note").Select(n => Spaced(n.TextContent)).First(text => text.Contains("costs more", StringComparison.Ordinal));
                note.Should().Be($"Kestrel Foods · costs more after today 17:00: \u2212{taken.ToString("0.0", System.Globalization.CultureInfo.InvariantCulture)}");
                page.QuerySelectorAll("main .row-note").Count(n => n.TextContent.Contains("costs more", StringComparison.Ordinal)).Should().Be(1, "what is due on Friday costs nothing soon");
            }
        }

        web.Hands.Advance(TimeSpan.FromDays(2));
        (await client.GetPageAsync("/promises")).Body!.TextContent.Should().MatchRegex("late: \\s*\\u2212[0-9.]+, after Tuesday \\u2212[0-9.]+");
        web.Hands.Advance(TimeSpan.FromDays(-2));
    }

    [Fact]
    public async Task A_week_with_more_than_is_usually_kept_is_said_before_and_after_promising()
    {
        var (rep, kestrel, client) = await web.GivenARepAtWorkAsync();
        using var _ = client;
        await GivenAPastAsync(rep, kestrel.Id, [(-12, 2, 2), (-11, 2, 2), (-10, 1, 1), (-9, 3, 1), (-8, 3, 1)]);
        await web.GivenAPromiseAsync(rep, kestrel, 1);
        await web.GivenAPromiseAsync(rep, kestrel, 1);
        var form = await client.GetPageAsync("/promises/new");
        Spaced(form.Body!.TextContent).Should().Contain("This week With one more: In weeks with three or more you kept 2 of 6 in time, in lighter ones 5 of 5. 2 due a lot");
        (await client.GetPageAsync("/promises")).QuerySelector(".notice.warn").Should().BeNull("two a week were always kept");

        using var saved = await client.SubmitAsync(
            "/promises/new", ("Input.Text", "One too many"), ("Input.RelationshipId", $"{kestrel.Id}"), ("Input.Direction", "Ours"), ("Input.DueDay", "2026-09-04"));
        saved.StatusCode.Should().Be(System.Net.HttpStatusCode.Redirect);
        var list = await client.GetPageAsync("/promises");
        list.QuerySelector(".flash")!.TextContent.Should().Contain("Three promises fall due this week. In weeks with three or more you kept 2 of 6 in time, in lighter ones 5 of 5.");
        list.QuerySelector(".notice.warn")!.TextContent.Should().Contain("Three promises fall due this week.");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(25)]
    public async Task Weighing_costs_the_same_statements_whatever_the_number_of_promises(int size)
    {
        var (rep, first, client) = await web.GivenARepAtWorkAsync();
        client.Dispose();
        for (var i = 0; i < size; i++)
            await web.GivenAPromiseAsync(rep, i == 0 ? first : await web.GivenACustomerAsync(rep, $"Customer {i}"), 0);
        var (counter, actor, rules) = (new CommandCounter(), await web.ActorAsync(rep), new RuleBook());
        await using (var known = web.Db(rep.Organization))
            await rules.OfAsync(known, actor.RulesVersion, default);
        await using var db = web.Counted(rep, counter);
        var rows = (await new PromisesQuery(db, web.Hands).OpenAsync(actor, Direction.Ours, rep.Id, null, 50, default)).Rows;
        var costs = new PromiseCosts(db, new FewReadingsQuery(db, rules, new ReputationQuery(db, rules)), rules, web.Hands);
        (await costs.WeighAsync(actor, rows, default)).Should().HaveCount(size).And.OnlyContain(row => row.Cost != null);
        await new PromiseLoadQuery(db, web.Hands).RunAsync(actor, default);
        counter.Count.Should().Be(5, string.Join("\n\n", counter.Statements));
    }

    private static string Spaced(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    // In each of some weeks so many fell due on its Wednesday, and so many of them were kept that day.
    private async Task GivenAPastAsync(GivenPerson rep, Guid relationshipId, (int Week, int Due, int Kept)[] weeks)
    {
        var (now, actor) = (web.Hands.Now, await web.ActorAsync(rep));
        foreach (var (week, due, kept) in weeks)
        {
            for (var i = 0; i < due; i++)
            {
                await using var scope = web.Services.CreateAsyncScope();
                await scope.ServiceProvider.GetRequiredService<TrustCoachDb>().EnterAsync(rep.Organization.Id, default);
                var promises = scope.ServiceProvider.GetRequiredService<PromiseService>();
                web.Hands.Now = now.AddDays(7 * week);
                var made = await promises.MakeAsync(actor, new(relationshipId, new(Direction.Ours, $"Promise {i}", Wednesday.AddDays(7 * week))), default);
                if (i < kept)
                    await promises.KeepAsync(actor, new(made.Value), default);
            }
        }

        web.Hands.Now = now;
    }
}
