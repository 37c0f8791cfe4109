using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using TrustCoach.Domain.Touchpoints;
using TrustCoach.IntegrationTests.Infrastructure;
using TrustCoach.Services.Data;
using TrustCoach.Services.Promises;
using TrustCoach.Services.Scoring;
using TrustCoach.Services.Touchpoints;

namespace TrustCoach.IntegrationTests.Touchpoints;

public sealed class BudgetTests(WebFixture web) : IClassFixture<WebFixture>
{
    private readonly RuleBook _rules = new();

    [Theory, InlineData(10), InlineData(500)]
    public async Task A_log_costs_lock_week_and_rows_whatever_the_history(int history)
    {
        var scene = await Scene.SetAsync(web);
        var actor = await web.ActorAsync(scene.Rep);
        for (var day = history; day > 0; day--)
            await LogAsync(scene, actor, scene.Now.AddDays(-day), new CommandCounter());

        var counter = new CommandCounter();
        await LogAsync(scene, actor, scene.Now, counter);
        counter.Statements.Should().HaveCount(2);
        (await scene.StandingAsync()).Judged.Should().Be(history + 1);
    }

    private async Task LogAsync(Scene scene, Services.People.Actor actor, DateTimeOffset at, CommandCounter counter)
    {
        var options = new DbContextOptionsBuilder<TrustCoachDb>().UseNpgsql(web.ConnectionString).AddInterceptors(counter).Options;
        await using var db = new TrustCoachDb(options, CurrentOrganization.Of(scene.Organization.Id));
        // Read once a process, not once a log.
        await _rules.OfAsync(db, 1, CancellationToken.None);
        counter.Reset();
        var ledger = new LedgerWriter(db, _rules);
        var book = new TouchpointBook(db, ledger, new PromiseBook(db, ledger, _rules, web.Clock), web.Clock);
        var service = new TouchpointService(db, book, new(db, ledger, _rules), NullLogger<TouchpointService>.Instance);
        (await service.LogAsync(actor, scene.Command(new(Outcome.Met, at)), CancellationToken.None)).Refused(out var problem, out _)
            .Should().BeFalse(problem?.Message);
    }
}
