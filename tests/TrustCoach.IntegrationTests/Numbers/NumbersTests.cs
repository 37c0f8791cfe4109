using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using TrustCoach.Domain;
using TrustCoach.Domain.Coaching;
using TrustCoach.Domain.People;
using TrustCoach.Domain.Scoring;
using TrustCoach.IntegrationTests.Coaching;
using TrustCoach.IntegrationTests.Infrastructure;
using TrustCoach.IntegrationTests.Scoring;
using TrustCoach.Services.Coaching;
using TrustCoach.Services.Numbers;
using TrustCoach.Services.People;
using TrustCoach.Services.Scoring;

namespace TrustCoach.IntegrationTests.Numbers;

/// <summary>Each number redone from the rows of its page.</summary>
public sealed class NumbersTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    [Fact]
    public async Task A_roll_up_is_the_number_of_the_team_page_and_the_sum_of_its_rows()
    {
        var (team, rep, other) = await TeamAsync();
        var page = (await team.PageAsync())!;
        await using var db = team.Db();
        var query = new RollUpQuery(db, team.Book, team.Clock);
        foreach (var id in new[] { rep, other })
        {
            var of = (await query.OfRepAsync(team.Manager, id, default))!;
            of.Credibility.Should().Be(page.Reps.Single(r => r.RepId == id).Typical);
            of.Rows.Sum(r => r.Confidence * r.Credibility).Should().BeApproximately(of.Sum.Credibility.Weighted, 1e-8);
            of.Rows.Sum(r => r.Confidence).Should().BeApproximately(of.Sum.Credibility.Confidence, 1e-8);
            var conf = of.Rows.Sum(r => r.Confidence);
            of.Trust.Should().BeApproximately((of.Rows.Sum(r => r.Confidence * r.Trust) + (3 * of.TeamTrust)) / (conf + 3), 1e-8);
        }

        var all = (await query.OfTeamAsync(team.Manager, null, default))!;
        all.Credibility.Should().Be(page.Figures.Credibility.Now);
        all.Rows.Select(r => r.Name).Should().BeInAscendingOrder();
        all.Rows.Sum(r => r.Sums.Credibility).Should().BeApproximately(all.Sum.Credibility.Weighted, 1e-8);
    }

    [Fact]
    public async Task The_reputation_is_the_sum_of_its_rows_and_each_starts_from_the_others()
    {
        var (team, rep, _) = await TeamAsync();
        await using var db = team.Db();
        var of = (await new RepReputationQuery(db, team.Book, new ReadingsQuery(db, team.Book), team.Clock).RunAsync(team.Manager, rep, default))!;
        of.Rho.Should().BeApproximately((of.Rows.Sum(r => r.Kept) + 2) / (of.Rows.Sum(r => r.Weight) + 4), 1e-9);
        foreach (var row in of.Rows)
        {
            var others = of.Rows.Where(r => r != row).ToList();
            row.Elsewhere.Should().BeApproximately((others.Sum(r => r.Kept) + 2) / (others.Sum(r => r.Weight) + 4), 1e-9);
            row.Weight.Should().BeLessThanOrEqualTo(8 + 1e-9);
        }
    }

    [Fact]
    public async Task Reps_open_their_own_and_nobody_elses()
    {
        var (team, rep, other) = await TeamAsync();
        var (mine, stranger) = (As(team, rep), As(team, other));
        await using var db = team.Db();
        var (rollUps, reputations) = (new RollUpQuery(db, team.Book, team.Clock), new RepReputationQuery(db, team.Book, new ReadingsQuery(db, team.Book), team.Clock));
        var traits = new TraitEventsQuery(db, team.Book, team.Figures, team.Clock);
        (await rollUps.OfRepAsync(mine, rep, default))!.Rep.IsOwn.Should().BeTrue();
        (await reputations.RunAsync(mine, rep, default)).Should().NotBeNull();
        (await traits.RunAsync(mine, rep, Trait.Honesty, EvidenceCursor.Start, default)).Should().NotBeNull();
        (await rollUps.OfRepAsync(stranger, rep, default)).Should().BeNull();
        (await reputations.RunAsync(stranger, rep, default)).Should().BeNull();
        (await traits.RunAsync(stranger, rep, Trait.Honesty, EvidenceCursor.Start, default)).Should().BeNull();
    }

    [Fact]
    public async Task A_repaired_miss_shows_what_is_left_of_it_and_the_rows_of_a_trait_add_up()
    {
        var (team, rep, _) = await TeamAsync();
        var miss = new Evidence(Guid.CreateVersion7(), team.Today - 6, EvidenceKind.PromiseBroken, 2);
        var apology = new Evidence(Guid.CreateVersion7(), team.Today - 4, EvidenceKind.Apology, 2, miss.Id);
        await team.AddRelationshipAsync(rep, new Opening(Climate.Cold, false), [miss, apology]);
        await using var db = team.Db();
        foreach (var trait in Enum.GetValues<Trait>())
        {
            var (rows, after, of) = (new List<TraitEvent>(), EvidenceCursor.Start, (TraitEvents?)null);
            for (; after is not null; after = of.Next)
                rows.AddRange((of = (await new TraitEventsQuery(db, team.Book, team.Figures, team.Clock).RunAsync(team.Manager, rep, trait, after, default))!).Rows);

            rows.Sum(r => r.Units).Should().BeApproximately(of!.Sums.Kept - of.Sums.Missed, 1e-8, $"{trait} is the sum of its rows");
            if (trait == Trait.KeepingWord)
            {
                rows.Single(r => r.Line.Id == miss.Id).Should().Match<TraitEvent>(r =>
                    r.Line.Repaired > 0 && Math.Abs(r.Raw + r.Line.Missed - r.Line.Repaired) < 1e-9);
            }
        }
    }

    [Fact]
    public async Task The_forecasts_of_each_closed_week_are_written_once_and_add_up()
    {
        var (team, rep, other) = await TeamAsync();
        await FillAsync(team, rep, other);
        var written = await WeeksAsync(team);
        await FillAsync(team, rep, other);
        (await WeeksAsync(team)).Should().BeEquivalentTo(written);

        await using var db = team.Db();
        var sunday = Days.WeekOf(DateOnly.FromDayNumber(team.Today)).AddDays(-1);
        var expected = new List<ForecastOutcome>();
        foreach (var id in new[] { rep, other })
        {
            var ledger = await db.Ledger.AsNoTracking().Where(e => e.RepId == id && e.Status == LedgerStatus.Counted && e.Day <= sunday).ToListAsync();
            expected.AddRange(ForecastReplay.Of([.. ledger.GroupBy(e => e.RelationshipId).Select(g => g.Select(e => e.Evidence).ToArray())], team.Rules));
        }

        var naive = Calibration.Of(expected);
        var read = await new CalibrationQuery(db, team.Clock).RunAsync(team.Manager, null, default);
        read.Count.Should().Be(naive.Count).And.BeGreaterThan(0);
        read.Error.Should().BeApproximately(naive.Error, 1e-9);
        read.Deciles.Select(d => (d.Index, d.Count, d.Kept)).Should().Equal(naive.Deciles.Select(d => (d.Index, d.Count, d.Kept)));
        (await new WeeklyPointsService(db, team.Book, team.Clock, NullLogger<WeeklyPointsService>.Instance).DueAsync(default)).Should().BeEmpty();
    }

    [Fact]
    public async Task Another_organization_is_not_in_the_calibration()
    {
        var (team, rep, other) = await TeamAsync();
        await FillAsync(team, rep, other);
        var stranger = await CoachedTeam.FoundAsync(database.ConnectionString);
        await using var db = stranger.Db();
        (await new CalibrationQuery(db, stranger.Clock).RunAsync(stranger.Manager, null, default)).Count.Should().Be(0);
    }

    private async Task<(CoachedTeam Team, Guid Rep, Guid Other)> TeamAsync()
    {
        var team = await CoachedTeam.FoundAsync(database.ConnectionString);
        var (rep, other) = (await team.AddRepAsync("Hanna Lind"), await team.AddRepAsync("Theo Marsh"));
        var random = new Random(7);
        for (var i = 0; i < 4; i++)
        {
            await team.AddRelationshipAsync(rep, new Opening(Climate.Cold, false), RandomHistories.Of(random, team.Today));
            await team.AddRelationshipAsync(other, new Opening(Climate.Inbound, true), RandomHistories.Of(random, team.Today));
        }

        await team.AddRelationshipAsync(rep, (40, EvidenceKind.Met, 2), (30, EvidenceKind.Met, 2), (20, EvidenceKind.Missed, 2));
        await team.AddRelationshipAsync(other, (40, EvidenceKind.Met, 2), (30, EvidenceKind.Met, 2), (20, EvidenceKind.Met, 2));
        return (team, rep, other);
    }

    private static async Task FillAsync(CoachedTeam team, params Guid[] reps)
    {
        await using var db = team.Db();
        await new WeeklyPointsService(db, team.Book, team.Clock, NullLogger<WeeklyPointsService>.Instance).FillAsync(reps, default);
    }

    private static async Task<List<ForecastWeek>> WeeksAsync(CoachedTeam team)
    {
        await using var db = team.Db();
        return await db.ForecastWeeks.AsNoTracking().OrderBy(w => w.RepId).ThenBy(w => w.Week).ToListAsync();
    }

    private static Actor As(CoachedTeam team, Guid rep) => team.Manager with { PersonId = rep, Roles = Roles.Rep, TeamId = team.Team.Id };
}
