using Microsoft.EntityFrameworkCore;
using TrustCoach.Domain.Scoring;
using TrustCoach.IntegrationTests.Coaching;
using TrustCoach.IntegrationTests.Infrastructure;
using TrustCoach.Services.Scoring;

namespace TrustCoach.IntegrationTests.Scoring;

public sealed class ScoresSqlTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private const string Scored = $"""
        with {ScoresSql.Scored}
        select relationship_id as "RelationshipId", rep_id as "RepId", rho as "Rho", confidence as "Confidence", forecast as "Forecast",
               credibility as "Credibility", raw_trust as "RawTrust", trust as "Trust", ceiling as "Ceiling", judged as "Judged", stage as "Stage",
               missed_of_last_five as "MissedOfLastFive", lateness as "Lateness"
          from scored
        """;

    // Every constant differs from every other, so that two swapped parameters cannot go unseen.
    private static readonly ScoringRules Odd = ScoringRules.Default with
    {
        Credibility = new ScoreRules(2.3, 0.21, 0.31, 1.9, 170, 0.9),
        Trust = new ScoreRules(9.1, 0.12, 0.23, 3.3, 340, 0.45),
        IntegrityHalfLife = 700,
        LatenessHalfLife = 55,
        LatenessMost = 3.7,
        EvidenceHalfLife = 370,
        ForecastHalfLife = 160,
        Climate = new ClimateRules { Cold = 0.01, Inbound = 0.04, Referral = 0.11, Existing = 0.13, Burned = -0.06 },
        Reputation = new ReputationRules { Team = 0.55, TeamWeight = 3.5, MostOfOneCustomer = 6, ForecastPrior = 2.5, ConfidencePrior = 9 },
        Stages = new StageRules { AtRiskCredibility = 48, CredibleCredibility = 66, TrustedTrust = 40, TrustedEvents = 8, TrustedDays = 70 },
        Units = new UnitRules { PromiseBroken = new BySeverity(1.1, 2.2, 4.4) },
    };

    [Theory, InlineData(false), InlineData(true)]
    public async Task The_statement_reads_what_the_reader_reads(bool odd)
    {
        var team = await CoachedTeam.FoundAsync(database.ConnectionString, odd ? Odd : null);
        var random = new Random(4711);
        var reps = new List<Guid>();
        for (var rep = 0; rep < 4; rep++)
        {
            reps.Add(await team.AddRepAsync($"Rep {rep}"));
            for (var customer = 0; customer < 12; customer++)
            {
                var relationship = await team.AddRelationshipAsync(reps[^1], RandomHistories.Opening(random), RandomHistories.Of(random, team.Today - random.Next(20)));
                for (var breaks = random.Next(4) - 1; breaks > 0; breaks--)
                    await team.AddPromiseAsync(relationship, 7 + random.Next(400), (short)random.Next(1, 4));
            }
        }

        await using var db = team.Db();
        var day = DateOnly.FromDayNumber(team.Today);
        var expected = await new ReadingsQuery(db, team.Book).RunAsync(reps, day, 1, default);
        var rows = await db.Database.SqlQueryRaw<Row>(Scored, [.. ScoresParameters.Of(team.OrganizationId, [.. reps], day, team.Rules)]).ToListAsync();

        var ledger = (await db.Ledger.AsNoTracking().ToListAsync()).ToLookup(e => e.RelationshipId, e => e.Evidence);
        var broken = (await new ReadingsQuery(db, team.Book).BrokenByClockAsync(reps, day, default)).ToLookup(b => b.RelationshipId, b => b.Evidence);
        rows.Should().HaveCount(48);
        foreach (var row in rows)
        {
            var (standing, reading, rho) = expected[row.RelationshipId];
            var sums = standing.On(team.Today, team.Rules);
            new[] { row.Rho, row.Confidence, row.Forecast, row.Credibility, row.RawTrust, row.Trust, row.Ceiling, row.Lateness }.Should().BeEquivalentTo(
                [
                    rho, reading.Confidence, reading.Forecast, reading.Credibility, reading.RawTrust, reading.Trust, reading.Ceiling,
                    Math.Min(1 + sums.LateLoad, team.Rules.LatenessMost),
                ],
                o => o.WithStrictOrdering().Using<double>(c => c.Subject.Should().BeApproximately(c.Expectation, 1e-8)).WhenTypeIs<double>());
            (row.Judged, row.Stage, row.MissedOfLastFive).Should().Be((reading.Judged, (int)reading.Stage, sums.MissedOfLastFive));
            var booked = Standing.Fold([.. ledger[row.RelationshipId], .. broken[row.RelationshipId]], team.Rules);
            row.MissedOfLastFive.Should().Be(booked.On(team.Today, team.Rules).MissedOfLastFive, "a job that has not run yet changes nothing");
        }

        rows.Select(r => r.Stage).Distinct().Should().HaveCountGreaterThan(3);
    }

    [Fact]
    public async Task The_sums_of_the_ledger_rows_are_the_stored_standing()
    {
        var team = await CoachedTeam.FoundAsync(database.ConnectionString);
        var random = new Random(815);
        var rep = await team.AddRepAsync();
        for (var i = 0; i < 40; i++)
            await team.AddRelationshipAsync(rep, RandomHistories.Opening(random), RandomHistories.Of(random, team.Today));

        await using var db = team.Db();
        var rows = await LedgerSums.RunAsync(db, rep, team.Today + 100);
        var standings = await db.Standings.AsNoTracking().Where(s => s.RepId == rep && s.LastDay != null).ToDictionaryAsync(s => s.RelationshipId);

        rows.Should().HaveCount(standings.Count);
        foreach (var row in rows)
        {
            var sums = standings[row.RelationshipId].On(team.Today + 100, team.Rules);
            new[] { row.KeptC, row.MissedC, row.KeptT, row.MissedT, row.EvidenceWeight, row.ForecastKept, row.ForecastMissed, row.Ceiling }.Should().BeEquivalentTo(
                [sums.KeptC, sums.MissedC, sums.KeptT, sums.MissedT, sums.EvidenceWeight, sums.ForecastKept, sums.ForecastMissed, sums.Ceiling],
                o => o.WithStrictOrdering().Using<double>(c => c.Subject.Should().BeApproximately(c.Expectation, 1e-8)).WhenTypeIs<double>());
            row.Judged.Should().Be(sums.Judged);
        }
    }

    private sealed record Row
    {
        public required Guid RelationshipId { get; init; }
        public required Guid RepId { get; init; }
        public required double Rho { get; init; }
        public required double Confidence { get; init; }
        public required double Forecast { get; init; }
        public required double Credibility { get; init; }
        public required double RawTrust { get; init; }
        public required double Trust { get; init; }
        public required double Ceiling { get; init; }
        public required double Lateness { get; init; }
        public required int Judged { get; init; }
        public required int Stage { get; init; }
        public required int MissedOfLastFive { get; init; }
    }
}
