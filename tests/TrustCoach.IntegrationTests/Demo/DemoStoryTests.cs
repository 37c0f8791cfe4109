using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using TrustCoach.Domain;
using TrustCoach.Domain.Coaching;
using TrustCoach.Domain.Customers;
using TrustCoach.Domain.People;
using TrustCoach.Domain.Promises;
using TrustCoach.Domain.Scoring;
using TrustCoach.Domain.Touchpoints;
using TrustCoach.Services.Data;
using TrustCoach.Services.Demo;
using TrustCoach.Services.Scoring;

namespace TrustCoach.IntegrationTests.Demo;

public sealed class DemoStoryTests(DemoDatabase demo) : IClassFixture<DemoDatabase>
{
    private static readonly DateOnly Today = DateOnly.FromDateTime(DemoDatabase.Now.UtcDateTime);

    [Fact]
    public async Task Three_teams_in_one_with_managers_twelve_reps_and_one_admin_work_there()
    {
        await using var db = demo.Db();
        (await db.Teams.CountAsync(t => t.ManagerId != null && t.PartOfId != null)).Should().Be(3);
        (await db.People.CountAsync(p => p.Roles == Roles.Rep && p.TeamId != null)).Should().Be(12);
        (await db.People.CountAsync(p => p.Roles == Roles.Manager)).Should().Be(3);
        (await db.People.CountAsync(p => p.Roles == Roles.Admin)).Should().Be(1);
        (await db.Relationships.CountAsync()).Should().BeInRange(90, 115);
        foreach (var signIn in DemoOrganization.SignIns)
            (await db.Accounts.CountAsync(a => a.Email == signIn.Email)).Should().Be(1, signIn.Name);
    }

    [Fact]
    public async Task A_rebuild_finds_every_standing_and_counts_every_day_as_they_were_written()
    {
        await using var db = demo.Db();
        var written = await Counted(db).ToListAsync();

        var report = await new RebuildService(db, new RuleBook(), NullLogger<RebuildService>.Instance).RunAsync(CancellationToken.None);

        report.Differed.Should().Be(0);
        (await Counted(db).ToListAsync()).Should().BeEquivalentTo(written, days => days.WithStrictOrdering());
    }

    private static IQueryable<RepTally> Counted(TrustCoachDb db) => db.RepTallies.AsNoTracking().OrderBy(t => t.RepId).ThenBy(t => t.Day);

    [Fact]
    public async Task The_customer_who_was_lied_to_stands_under_a_ceiling_that_binds()
    {
        var reading = await ReadAsync("Yusuf Demir", "Hexham Bearings");
        reading.Ceiling.Should().BeInRange(51, 84);
        reading.RawTrust.Should().BeGreaterThan(reading.Ceiling);
        reading.Trust.Should().Be(reading.Ceiling);
    }

    [Fact]
    public async Task It_is_too_early_to_say_anything_of_the_new_rep()
    {
        foreach (var customer in new[] { "Cotterdale Preserves", "Swaledale Outfitters", "Kilnhurst Brick" })
            (await ReadAsync("Clara Nowak", customer)).TooEarly.Should().BeTrue(customer);
    }

    [Fact]
    public async Task Lateness_is_a_habit_of_the_slipping_rep_and_the_clock_breaks_the_promises()
    {
        var reading = await ReadAsync("Tomas Brandt", "Dunmere Chilled");
        reading.LatenessHabit.Should().BeTrue();
        reading.Stage.Should().NotBe(Stage.Trusted);
        await using var db = demo.Db();
        (await PromisesOf(db, "Tomas Brandt").CountAsync(p => p.State == PromiseState.Broken && p.Turns.Any(t => t.Id == p.Id))).Should().BeGreaterThan(3);
    }

    [Fact]
    public async Task The_steady_rep_stands_better_than_the_slipping_one_everywhere()
    {
        (await ReadAsync("Hanna Lindqvist", "Norland Dairies")).Stage.Should().BeOneOf(Stage.Credible, Stage.Trusted);
        (await ReadAsync("Sofia Marchetti", "Aurelia Instruments")).Stage.Should().Be(Stage.Trusted);
        (await MeanAsync("Hanna Lindqvist")).Should().BeGreaterThan(await MeanAsync("Tomas Brandt") + 15);
    }

    [Fact]
    public async Task Gossip_and_exaggeration_put_relationships_at_risk()
    {
        await using var db = demo.Db();
        var kinds = await db.Touchpoints.SelectMany(t => t.Breakers).Select(b => b.Kind).Distinct().ToListAsync();
        kinds.Should().Contain([BreakerKind.Gossip, BreakerKind.Exaggeration, BreakerKind.Lie, BreakerKind.Late]);
        (await ReadAsync("Joel Fischer", "Coverdale Frozen")).Stage.Should().Be(Stage.AtRisk);
    }

    [Fact]
    public async Task One_customer_takes_everything_and_another_returns_it()
    {
        (await ExchangeAsync("Priya Raman", "Marchmont Hotels")).Should().Be(Exchange.Altruist);
        (await ExchangeAsync("Priya Raman", "Lindisfarne Candles")).Should().Be(Exchange.Reciprocator);
    }

    [Fact]
    public async Task Lost_trust_names_its_cause_and_a_handed_over_customer_has_two_reps()
    {
        await using var db = demo.Db();
        var lost = await db.Relationships.SingleAsync(r => r.End == RelationshipEnd.LostOnTrust);
        (await db.Ledger.SingleAsync(e => e.Id == lost.EndCauseId)).Kind.Should().Be(EvidenceKind.PromiseBroken);
        var handedOver = await db.Relationships.SingleAsync(r => r.End == RelationshipEnd.HandedOver);
        (await db.Relationships.CountAsync(r => r.CustomerId == handedOver.CustomerId && r.EndedOn == null)).Should().Be(1);
    }

    [Fact]
    public async Task There_is_something_to_do_today()
    {
        await using var db = demo.Db();
        var open = await PromisesOf(db, "Hanna Lindqvist").Where(p => p.State == PromiseState.Open && p.Direction == Direction.Ours).ToListAsync();
        open.Should().Contain(p => p.DueDay < Today && p.ClosesOn > Today);
        open.Count(p => p.DueDay == Today).Should().BeGreaterThanOrEqualTo(2);
        open.Should().Contain(p => p.DueDay > Today && p.DueDay <= Today.AddDays(7));
        open.Should().Contain(p => p.WaitsOnCondition);
        var pending = await db.Touchpoints.Where(t => t.Outcome == Outcome.Pending).ToListAsync();
        pending.Should().Contain(t => t.HappenedAt < DemoDatabase.Now).And.Contain(t => t.HappenedAt > DemoDatabase.Now);
        (await db.Promises.AnyAsync(p => p.State == PromiseState.Lapsed && p.Direction == Direction.Ours)).Should().BeTrue();
        (await db.Promises.AnyAsync(p => p.Renegotiations > 1)).Should().BeTrue();
        (await db.Promises.AnyAsync(p => p.State == PromiseState.Open && p.ClosesOn <= Today)).Should().BeFalse("the clock has run");
    }

    [Fact]
    public async Task Stored_standings_are_the_fold_of_the_ledger()
    {
        await using var db = demo.Db();
        var ledger = (await db.Ledger.AsNoTracking().Where(e => e.Status == LedgerStatus.Counted).ToListAsync()).ToLookup(e => e.RelationshipId);
        var standings = await db.Standings.AsNoTracking().ToListAsync();
        standings.Should().HaveCount(await db.Relationships.CountAsync());
        foreach (var standing in standings)
        {
            var folded = new Standing(standing.OrganizationId, standing.RelationshipId, standing.RepId);
            folded.Open(standing.Opening);
            folded.Refold([.. ledger[standing.RelationshipId].Select(e => e.Evidence)], ScoringRules.Default);
            ScoreReader.Read(standing, standing.Opening, 0.5, Today.DayNumber, ScoringRules.Default)
                .Should().Be(ScoreReader.Read(folded, folded.Opening, 0.5, Today.DayNumber, ScoringRules.Default));
        }
    }

    [Fact]
    public async Task Every_sentence_is_finished_and_every_closed_week_of_a_rep_has_its_point()
    {
        await using var db = demo.Db();
        var texts = await db.Touchpoints.Select(t => t.Summary + t.Expectation).Concat(db.Promises.Select(p => p.Text + p.Condition)).ToListAsync();
        texts.Should().NotContain(t => t.Contains('{'));
        (await db.RepWeeks.Where(w => w.Week == Days.WeekOf(Today).AddDays(-7)).Select(w => w.RepId).Distinct().CountAsync()).Should().Be(12);
    }

    private static IQueryable<Promise> PromisesOf(TrustCoachDb db, string rep) =>
        db.Promises.Where(p => db.People.Any(r => r.Id == p.RepId && r.Name == rep));

    private async Task<Reading> ReadAsync(string rep, string customer)
    {
        await using var db = demo.Db();
        var (repId, id) = await FindAsync(db, rep, customer);
        return (await new ReadingsQuery(db, new RuleBook()).RunAsync([repId], Today, 1, CancellationToken.None))[id].Reading;
    }

    private async Task<double> MeanAsync(string rep)
    {
        await using var db = demo.Db();
        var repId = await db.People.Where(p => p.Name == rep).Select(p => p.Id).SingleAsync();
        return (await new ReadingsQuery(db, new RuleBook()).RunAsync([repId], Today, 1, CancellationToken.None)).Values.Average(r => r.Reading.Credibility);
    }

    private async Task<Exchange> ExchangeAsync(string rep, string customer)
    {
        await using var db = demo.Db();
        var (_, id) = await FindAsync(db, rep, customer);
        return Reciprocity.Of(await db.Standings.SingleAsync(s => s.RelationshipId == id), Today.DayNumber, ScoringRules.Default).Kind;
    }

    private static async Task<(Guid RepId, Guid Id)> FindAsync(TrustCoachDb db, string rep, string customer)
    {
        var found = await (
            from r in db.Relationships
            join p in db.People on r.RepId equals p.Id
            join c in db.Customers on r.CustomerId equals c.Id
            where p.Name == rep && c.Name == customer
            select new { r.RepId, r.Id }).SingleAsync();
        return (found.RepId, found.Id);
    }
}
