using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using TrustCoach.Domain;
using TrustCoach.Domain.Coaching;
using TrustCoach.Domain.Scoring;
using TrustCoach.IntegrationTests.Infrastructure;
using TrustCoach.IntegrationTests.Scoring;
using TrustCoach.Services.Coaching;
using TrustCoach.Services.Scoring;

namespace TrustCoach.IntegrationTests.Coaching;

public sealed class WeeklyPointsServiceTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    internal static async Task<int> FillAsync(CoachedTeam team, params Guid[] reps)
    {
        await using var db = team.Db();
        return await new WeeklyPointsService(db, team.Book, team.Clock, NullLogger<WeeklyPointsService>.Instance).FillAsync(reps, default);
    }

    private static async Task<List<Guid>> DueAsync(CoachedTeam team)
    {
        await using var db = team.Db();
        return await new WeeklyPointsService(db, team.Book, team.Clock, NullLogger<WeeklyPointsService>.Instance).DueAsync(default);
    }

    private static async Task<List<RepWeek>> WeeksAsync(CoachedTeam team, Guid rep)
    {
        await using var db = team.Db();
        return await db.RepWeeks.AsNoTracking().Where(w => w.RepId == rep).OrderBy(w => w.Week).ToListAsync();
    }

    [Fact]
    public async Task Every_point_is_the_reading_of_its_sunday()
    {
        var team = await CoachedTeam.FoundAsync(database.ConnectionString);
        var random = new Random(42);
        var rep = await team.AddRepAsync();
        var histories = new List<(Opening Opening, Evidence[] Evidence)>();
        for (var i = 0; i < 8; i++)
        {
            histories.Add((RandomHistories.Opening(random), RandomHistories.Of(random, team.Today)));
            await team.AddRelationshipAsync(rep, histories[i].Opening, histories[i].Evidence);
        }

        (await FillAsync(team, rep)).Should().BePositive();

        var weeks = await WeeksAsync(team, rep);
        var first = histories.SelectMany(h => h.Evidence).Where(e => !Units.IsRepair(e.Kind)).Min(e => e.Day);
        weeks[0].Week.Should().Be(Days.WeekOf(DateOnly.FromDayNumber(first)));
        weeks[^1].Week.Should().Be(Days.WeekOf(DateOnly.FromDayNumber(team.Today)).AddDays(-7));
        weeks.Should().HaveCount(((weeks[^1].Week.DayNumber - weeks[0].Week.DayNumber) / 7) + 1);
        foreach (var week in weeks)
        {
            week.Should().BeEquivalentTo(Expected(team, histories, week), o => o
                .Using<double>(c => c.Subject.Should().BeApproximately(c.Expectation, 1e-8)).WhenTypeIs<double>());
        }
    }

    [Fact]
    public async Task A_second_run_changes_nothing_and_a_gap_is_filled_as_it_was_known()
    {
        var team = await CoachedTeam.FoundAsync(database.ConnectionString);
        var rep = await team.AddRepAsync();
        await team.AddRelationshipAsync(rep, [.. Enumerable.Range(1, 30).Select(i => (4 * i, i % 3 == 0 ? EvidenceKind.Missed : EvidenceKind.Met, 2))]);
        await FillAsync(team, rep);
        var whole = await WeeksAsync(team, rep);
        (await FillAsync(team, rep)).Should().Be(0);

        await using (var db = team.Db())
            await db.RepWeeks.Where(w => w.RepId == rep && w.Week > whole[3].Week && w.Week != whole[7].Week).ExecuteDeleteAsync();
        (await FillAsync(team, rep)).Should().Be(whole.Count - 5);
        (await WeeksAsync(team, rep)).Should().BeEquivalentTo(whole);
    }

    [Fact]
    public async Task A_week_from_before_variances_were_kept_gets_them_and_keeps_its_points()
    {
        var team = await CoachedTeam.FoundAsync(database.ConnectionString);
        var rep = await team.AddRepAsync();
        await team.AddRelationshipAsync(rep, (40, EvidenceKind.Met, 2), (30, EvidenceKind.Missed, 2), (9, EvidenceKind.Met, 2));
        await FillAsync(team, rep);
        var whole = await WeeksAsync(team, rep);
        await using (var db = team.Db())
        {
            await db.RepWeeks.Where(w => w.RepId == rep).ExecuteUpdateAsync(w => w
                .SetProperty(x => x.CredibilityVariance, (double?)null).SetProperty(x => x.TrustVariance, (double?)null).SetProperty(x => x.Credibility, 1.5));
        }

        (await DueAsync(team)).Should().Contain(rep);
        await FillAsync(team, rep);

        var again = await WeeksAsync(team, rep);
        again.Should().OnlyContain(w => w.Credibility == 1.5);
        again.Select(w => w.TrustVariance).Should().Equal(whole.Select(w => w.TrustVariance));
        (await DueAsync(team)).Should().NotContain(rep);
    }

    [Fact]
    public async Task A_new_week_is_read_from_the_standing_and_equals_the_fold()
    {
        var team = await CoachedTeam.FoundAsync(database.ConnectionString);
        var rep = await team.AddRepAsync();
        var relationship = await team.AddRelationshipAsync(rep, (20, EvidenceKind.Met, 2), (12, EvidenceKind.Late, 2), (5, EvidenceKind.Met, 2));
        await FillAsync(team, rep);
        (await DueAsync(team)).Should().NotContain(rep);

        team.Clock.Advance(TimeSpan.FromDays(14));
        await team.AddPromiseAsync(relationship, dueDaysAgo: 14);
        (await DueAsync(team)).Should().Contain(rep);
        (await FillAsync(team, rep)).Should().Be(2);

        var last = (await WeeksAsync(team, rep))[^1];
        await using var db = team.Db();
        var reading = (await new ReadingsQuery(db, team.Book).RunAsync([rep], last.Week.AddDays(6), 1, default))[relationship.Id].Reading;
        last.Credibility.Should().BeApproximately(reading.Credibility * reading.Confidence, 1e-8);
        last.Judged.Should().Be(1);
    }

    [Fact]
    public async Task The_running_week_has_no_point_and_a_rep_without_evidence_has_none()
    {
        var team = await CoachedTeam.FoundAsync(database.ConnectionString);
        var (busy, idle) = (await team.AddRepAsync(), await team.AddRepAsync("Idle Ida"));
        await team.AddRelationshipAsync(busy, (0, EvidenceKind.Met, 2));

        (await FillAsync(team, busy, idle)).Should().Be(0);
        (await DueAsync(team)).Should().BeEmpty();
    }

    private static RepWeek Expected(CoachedTeam team, List<(Opening Opening, Evidence[] Evidence)> histories, RepWeek week)
    {
        var day = week.Week.AddDays(6).DayNumber;
        var rules = team.Rules;
        var sums = histories.ConvertAll(h => ClosedForm.Sums(h.Evidence, day, rules));
        Outcomes OutcomesOf(Sums s) => new(s.ForecastKept, s.ForecastMissed);
        var reputation = sums.Aggregate(new Reputation(), (all, s) => all.Plus(OutcomesOf(s), rules));
        var readings = histories.Select((h, i) => ClosedForm.Read(
            h.Evidence, h.Opening, reputation.Minus(OutcomesOf(sums[i]), rules).Rho(rules.Reputation.Team, rules), day, rules)).ToList();
        return new RepWeek(week.OrganizationId, week.RepId, week.Week)
        {
            Judged = readings.Count(r => !r.TooEarly),
            AtRisk = readings.Count(r => r.Stage is Stage.AtRisk or Stage.Broken),
            Confidence = readings.Sum(r => r.Confidence),
            Credibility = readings.Sum(r => r.Confidence * r.Credibility),
            Trust = readings.Sum(r => r.Confidence * r.Trust),
            CredibilityVariance = readings.Sum(r => Math.Pow(r.Confidence * r.HalfBandCredibility / 1.2816, 2)),
            TrustVariance = readings.Sum(r => Math.Pow(r.Confidence * r.HalfBandTrust / 1.2816, 2)),
        };
    }
}
