using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using TrustCoach.Domain.Rules;
using TrustCoach.Domain.Scoring;
using TrustCoach.IntegrationTests.Infrastructure;
using TrustCoach.Services.Customers;
using TrustCoach.Services.Rules;
using TrustCoach.Services.Scoring;

namespace TrustCoach.IntegrationTests.Rules;

public sealed class RebuildJobTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    [Fact]
    public async Task Nothing_moves_until_everything_moves()
    {
        var team = await RuleTeam.MakeAsync(database);
        var before = await team.NumbersAsync();
        var rules = await team.PublishAsync(RuleTeam.Harsher);
        (await team.NumbersAsync()).Should().BeEquivalentTo(before, "publishing alone changes no number");

        var folded = 0;
        for (RebuildStep step; (step = await team.StepAsync()) != RebuildStep.Waiting; folded++)
        {
            step.Should().Be(RebuildStep.Folded);
            (await team.NumbersAsync()).Should().BeEquivalentTo(before);
        }

        folded.Should().BeGreaterThan(3);
        (await team.StepAsync()).Should().Be(RebuildStep.Waiting, "pages that are being read get their time");
        (await team.NumbersAsync()).Should().BeEquivalentTo(before);
        team.Clock.Now += RuleRebuild.Notice;
        (await team.StepAsync()).Should().Be(RebuildStep.Over);

        (await team.NumbersAsync()).Should().NotBeEquivalentTo(before);
        await team.AllFollowsAsync(rules, 2);
        (await team.StepAsync()).Should().Be(RebuildStep.Over, "once is enough");
        await using var db = team.Db();
        (await db.RuleJobs.SingleAsync()).Should().BeEquivalentTo(new { State = RuleJobState.Done, Done = 24, Total = 24, Error = (string?)null });
        (await db.Database.SqlQuery<int>($"""select count(*)::int as "Value" from standings_next""").SingleAsync()).Should().Be(0);
    }

    [Fact]
    public async Task Killed_at_any_statement_it_ends_where_it_would_have_ended()
    {
        var team = await RuleTeam.MakeAsync(database, customers: 4);
        var rules = await team.PublishAsync(RuleTeam.Harsher);
        team.Clock.Now += RuleRebuild.Notice;
        var (killed, over) = (0, false);
        for (var statement = 1; !over; statement++)
        {
            try
            {
                over = await team.StepAsync(3, new Killer(statement)) == RebuildStep.Over;
                statement = 0;
            }
            catch (InvalidOperationException failure) when (failure.Message == Killer.Words || failure.InnerException?.Message == Killer.Words)
            {
                killed++;
            }
            catch (DbUpdateException)
            {
                killed++;
            }
        }

        killed.Should().BeGreaterThan(30);
        await team.AllFollowsAsync(rules, 2);
    }

    [Fact]
    public async Task What_lies_beside_may_be_lost()
    {
        var team = await RuleTeam.MakeAsync(database, customers: 5);
        var rules = await team.PublishAsync(RuleTeam.Harsher);
        await team.StepAsync(4);
        await team.StepAsync(4);
        await using (var db = team.Db())
            await db.Database.ExecuteSqlAsync($"delete from standings_next; delete from ledger_units_next");

        await team.RunAsync(4);

        await team.AllFollowsAsync(rules, 2);
    }

    [Fact]
    public async Task What_is_logged_voided_and_begun_meanwhile_is_in_it()
    {
        var team = await RuleTeam.MakeAsync(database, customers: 6);
        var rules = await team.PublishAsync(RuleTeam.Harsher);
        while (await team.StepAsync(4) == RebuildStep.Folded)
        {
        }

        var first = team.Relationships[0];
        await team.Team.LogAsync(first, new Evidence(Guid.CreateVersion7(), team.Team.Today, EvidenceKind.Missed, 2));
        await VoidOneAsync(team, first.Id);
        var begun = await team.Team.AddRelationshipAsync(team.Reps[0], (3, EvidenceKind.Met, 2), (1, EvidenceKind.Missed, 3));
        await team.RunAsync(4);

        await team.AllFollowsAsync(rules, 2);
        await using var db = team.Db();
        (await db.Standings.SingleAsync(s => s.RelationshipId == begun.Id)).Judged.Should().Be(2);
    }

    [Fact]
    public async Task An_event_that_weighs_nothing_yet_is_not_overlooked()
    {
        var team = await RuleTeam.MakeAsync(database, customers: 1);
        var day = team.Team.Today;
        var miss = new Evidence(Guid.CreateVersion7(), day - 30, EvidenceKind.Missed, 2);
        var relationship = await team.Team.AddRelationshipAsync(team.Reps[0], new Opening(Climate.Cold, false), [miss, new Evidence(Guid.CreateVersion7(), day, EvidenceKind.Met)]);
        var rules = await team.PublishAsync(("Repair.WithinDays", 40));
        while (await team.StepAsync() == RebuildStep.Folded)
        {
        }

        // Thirty days after the miss it repairs nothing under the rules in force, and changes no sum.
        await team.Team.LogAsync(relationship, new Evidence(Guid.CreateVersion7(), day, EvidenceKind.Apology, 2, miss.Id));
        await team.RunAsync();

        await team.AllFollowsAsync(rules, 2);
        await using var db = team.Db();
        (await db.Ledger.SingleAsync(e => e.Kind == EvidenceKind.Apology && e.RelationshipId == relationship.Id)).MissedUnits.Should().BeNegative();
    }

    [Fact]
    public async Task A_rebuild_that_runs_is_not_started_again()
    {
        var team = await RuleTeam.MakeAsync(database, customers: 1);
        await team.PublishAsync(RuleTeam.Harsher);
        (await team.SaveAsync(0, ("Trust.LossRatio", 4))).Should().BeEmpty("a next draft may be written meanwhile");

        (await team.PublishAsync(1)).Refused(out var problem, out _).Should().BeTrue();

        problem!.Message.Should().Contain("being rebuilt");
        await using (var db = team.Db())
        {
            (await new RulePublisher(db, team.Clock, Microsoft.Extensions.Logging.Abstractions.NullLogger<RulePublisher>.Instance).RetryAsync(team.Admin, default))
                .Refused(out problem, out _).Should().BeTrue();
            problem!.Message.Should().Contain("already");
            (await db.RuleVersions.CountAsync()).Should().Be(2);
        }

        await team.RunAsync();
        (await team.PublishAsync(1)).Value.Should().Be(3);
    }

    [Fact]
    public async Task Two_publish_at_once_and_one_version_comes_of_it()
    {
        var team = await RuleTeam.MakeAsync(database, customers: 1);
        (await team.SaveAsync(0, RuleTeam.Harsher)).Should().BeEmpty();

        var both = await Task.WhenAll(team.PublishAsync(1), team.PublishAsync(1));

        both.Count(r => !r.Refused(out _, out _)).Should().Be(1);
        await using var db = team.Db();
        (await db.RuleJobs.CountAsync()).Should().Be(1);
    }

    [Fact]
    public async Task Who_opens_a_relationship_while_the_numbers_are_exchanged_follows_the_rules_of_that_moment()
    {
        var team = await RuleTeam.MakeAsync(database, customers: 1);
        var rules = await team.PublishAsync(RuleTeam.Harsher);
        while (await team.StepAsync() == RebuildStep.Folded)
        {
        }

        team.Clock.Now += RuleRebuild.Notice;
        await using (var opening = team.Db())
        {
            await using var transaction = await opening.Database.BeginTransactionAsync();
            var version = await opening.HoldRulesAsync(default);
            version.Should().Be(1);
            (await team.StepAsync()).Should().Be(RebuildStep.Waiting, "somebody writes by the rules in force");
            var customer = Domain.Customers.Customer.Add(team.Team.OrganizationId, Guid.CreateVersion7(), "New", false, null, team.Clock.Now).Value;
            opening.Add(customer);
            opening.OpenRelationship(customer, team.Reps[0], Climate.Cold, DateOnly.FromDayNumber(team.Team.Today), version, team.Clock.Now);
            await opening.SaveChangesAsync();
            await transaction.CommitAsync();
        }

        await team.RunAsync();
        await team.AllFollowsAsync(rules, 2);
    }

    [Fact]
    public async Task A_log_that_holds_its_relationship_is_waited_for_and_counted()
    {
        var team = await RuleTeam.MakeAsync(database, customers: 1);
        var rules = await team.PublishAsync(RuleTeam.Harsher);
        while (await team.StepAsync() == RebuildStep.Folded)
        {
        }

        team.Clock.Now += RuleRebuild.Notice;
        await using var logging = team.Db();
        await using var transaction = await logging.Database.BeginTransactionAsync();
        var ledger = new LedgerWriter(logging, team.Team.Book);
        var relationship = team.Relationships[0];
        var standing = await ledger.LockAsync(relationship.Id, default);
        var exchanging = team.StepAsync();
        await Task.Delay(300);
        exchanging.IsCompleted.Should().BeFalse("it waits for the relationship");
        var source = new LedgerSource(team.Team.OrganizationId, relationship.Id, relationship.RepId, null, null, team.Clock.Now, null);
        await ledger.AppendAsync(standing!, [LedgerEntry.Of(source, Guid.CreateVersion7(), DateOnly.FromDayNumber(team.Team.Today), EvidenceKind.Met)], default);
        await logging.SaveChangesAsync();
        await transaction.CommitAsync();

        (await exchanging).Should().Be(RebuildStep.Over);
        await team.AllFollowsAsync(rules, 2);
    }

    [Theory]
    [InlineData(20)]
    [InlineData(2)]
    public async Task Another_grace_moves_open_promises_and_breaks_nobodys_word(int grace)
    {
        var team = await RuleTeam.MakeAsync(database, customers: 1);
        var relationship = team.Relationships[0];
        var (coming, inGrace, closed) = (
            await team.Team.AddPromiseAsync(relationship, -5), await team.Team.AddPromiseAsync(relationship, 4), await team.Team.AddPromiseAsync(relationship, 30));
        await team.PublishAsync(("GraceDays", grace));
        await team.RunAsync();

        await using var db = team.Db();
        var closes = await db.Promises.Where(p => p.RelationshipId == relationship.Id).ToDictionaryAsync(p => p.Id, p => p.ClosesOn);
        var today = DateOnly.FromDayNumber(team.Team.Today);
        closes[coming.Id].Should().Be(coming.DueDay.AddDays(grace));
        closes[inGrace.Id].Should().Be(grace > 4 ? inGrace.DueDay.AddDays(grace) : today.AddDays(1), "nobody's word breaks by a new rule");
        closes[closed.Id].Should().Be(closed.ClosesOn, "the clock has closed it");
    }

    [Fact]
    public async Task What_lies_beside_has_the_columns_of_what_it_replaces()
    {
        await using var db = Given.Db(database.ConnectionString, Guid.Empty);
        async Task<List<string>> ColumnsAsync(string table) => await db.Database.SqlQuery<string>(
            $"""select column_name || ' ' || data_type || ' ' || is_nullable as "Value" from information_schema.columns where table_name = {table} order by 1""").ToListAsync();

        (await ColumnsAsync("standings_next")).Should().BeEquivalentTo([.. await ColumnsAsync("standings"), "based_on xid NO"]);
    }

    [Fact]
    public async Task Histories_are_marked_where_numbers_began_to_follow_other_rules()
    {
        var team = await RuleTeam.MakeAsync(database, customers: 1);
        var start = team.Clock.Now;
        team.Clock.Now += TimeSpan.FromDays(3);
        await team.PublishAsync(RuleTeam.Harsher);
        await team.RunAsync();

        await using var db = team.Db();
        var today = team.Admin.Today(team.Clock.Now);
        (await db.RuleMarksAsync(team.Admin, today.AddDays(-10), default)).Should().Equal(new RuleMark(2, today, "Be stricter"));
        (await db.RuleMarksAsync(team.Admin, today.AddDays(1), default)).Should().BeEmpty();
        (await RuleBook.VersionAtAsync(db, start, default)).Should().Be(1);
        (await RuleBook.VersionAtAsync(db, team.Clock.Now, default)).Should().Be(2);
    }

    private static async Task VoidOneAsync(RuleTeam team, Guid but)
    {
        await using var db = team.Db();
        var entry = await db.Ledger.AsNoTracking().Where(e => e.RelationshipId != but && e.KeptUnits > 0).OrderBy(e => e.Id).FirstAsync();
        await using var transaction = await db.Database.BeginTransactionAsync();
        var ledger = new LedgerWriter(db, team.Team.Book);
        var standing = await ledger.LockAsync(entry.RelationshipId, default);
        (await db.Ledger.SingleAsync(e => e.Id == entry.Id)).Void();
        await ledger.RefoldAsync(standing!, default);
        await db.SaveChangesAsync();
        await transaction.CommitAsync();
    }

    /// <summary>Ends the work before a statement.</summary>
    private sealed class Killer(int statement) : DbCommandInterceptor
    {
        public const string Words = "killed";

        private int _seen;

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default) =>
            ++_seen == statement ? throw new InvalidOperationException(Words) : new(result);

        public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default) =>
            ++_seen == statement ? throw new InvalidOperationException(Words) : new(result);
    }
}
