using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Logging.Abstractions;
using TrustCoach.Domain.Customers;
using TrustCoach.Domain.People;
using TrustCoach.Domain.Rules;
using TrustCoach.Domain.Scoring;
using TrustCoach.IntegrationTests.Coaching;
using TrustCoach.IntegrationTests.Infrastructure;
using TrustCoach.IntegrationTests.Scoring;
using TrustCoach.Services.Data;
using TrustCoach.Services.People;
using TrustCoach.Services.Rules;
using TrustCoach.Testing;

namespace TrustCoach.IntegrationTests.Rules;

/// <summary>A team with made-up histories whose admin changes the rules.</summary>
internal sealed class RuleTeam(CoachedTeam team, List<Guid> reps, List<Relationship> relationships)
{
    /// <summary>Changes sums, units, ceilings and stages alike.</summary>
    public static readonly (string Path, double Value)[] Harsher =
        [("Trust.LossRatio", 5), ("Trust.HalfLife", 300), ("Credibility.HalfLife", 150), ("Units.Missed.Normal", 1.5), ("Units.SelfReported", 0.6), ("Ceiling.AtOnce.Mild", 60), ("Repair.WithinDays", 40)];

    public CoachedTeam Team => team;

    public ManualClock Clock => team.Clock;

    public IReadOnlyList<Guid> Reps => reps;

    public List<Relationship> Relationships => relationships;

    public Actor Admin { get; } = team.Manager with { Roles = Roles.Admin };

    public static async Task<RuleTeam> MakeAsync(TestDatabase database, int customers = 12)
    {
        var team = await CoachedTeam.FoundAsync(database.ConnectionString);
        var (random, reps, relationships) = (new Random(99), new List<Guid>(), new List<Relationship>());
        for (var rep = 0; rep < 2; rep++)
        {
            reps.Add(await team.AddRepAsync($"Rep {rep}"));
            for (var customer = 0; customer < customers; customer++)
            {
                relationships.Add(await team.AddRelationshipAsync(reps[^1], RandomHistories.Opening(random), RandomHistories.Of(random, team.Today - random.Next(20))));
                if (customer % 4 == 0)
                    await team.AddPromiseAsync(relationships[^1], 7 + random.Next(200), (short)random.Next(1, 4));
            }
        }

        return new RuleTeam(team, reps, relationships);
    }

    public TrustCoachDb Db(params IInterceptor[] interceptors) => team.Db(interceptors);

    public async Task<IReadOnlyList<Domain.Problem>> SaveAsync(int version, params (string Path, double Value)[] values) =>
        await SaveAsync(new SaveRuleDraft(values.ToDictionary(v => v.Path, v => v.Value), "Be stricter", "Our customers are.", version));

    public async Task<IReadOnlyList<Domain.Problem>> SaveAsync(SaveRuleDraft command)
    {
        await using var db = Db();
        return await new RuleDraftService(db, Clock, NullLogger<RuleDraftService>.Instance).SaveAsync(Admin, command, default);
    }

    public async Task<Domain.Result<int>> PublishAsync(int draftVersion = 1)
    {
        await using var db = Db();
        return await new RulePublisher(db, Clock, NullLogger<RulePublisher>.Instance).PublishAsync(Admin, draftVersion, default);
    }

    /// <summary>Saves and publishes a draft.</summary>
    public async Task<ScoringRules> PublishAsync(params (string Path, double Value)[] values)
    {
        (await SaveAsync(0, values)).Should().BeEmpty();
        (await PublishAsync(1)).Value.Should().BeGreaterThan(1);
        await using var db = Db();
        return (await db.RuleVersions.OrderByDescending(v => v.Version).FirstAsync()).Rules;
    }

    /// <summary>One step, as after a restart: nothing is remembered but what is in the database.</summary>
    public async Task<RebuildStep> StepAsync(int batch = 5, params IInterceptor[] interceptors)
    {
        await using var db = Db(interceptors);
        var job = await db.RuleJobs.Where(j => j.Kind == RuleJobKind.Rebuild).OrderByDescending(j => j.Id).Select(j => j.Id).FirstAsync();
        return await Rebuild(db, batch).StepAsync(job, default);
    }

    public RuleRebuild Rebuild(TrustCoachDb db, int batch) =>
        new(db, team.Book, new RuleExchange(db, team.Book, Clock), Clock, NullLogger<RuleRebuild>.Instance) { BatchSize = batch, FewChanged = 1 };

    public async Task RunAsync(int batch = 5)
    {
        Clock.Now += RuleRebuild.Notice;
        while (await StepAsync(batch) != RebuildStep.Over)
        {
        }
    }

    /// <summary>Every number that is stored, by relationship, as text.</summary>
    public async Task<Dictionary<Guid, string>> NumbersAsync()
    {
        await using var db = Db();
        var ledger = (await db.Ledger.AsNoTracking().OrderBy(e => e.Id).ToListAsync()).ToLookup(e => e.RelationshipId, e => $"{e.KeptUnits:r}/{e.MissedUnits:r}");
        return (await db.Standings.AsNoTracking().ToListAsync()).ToDictionary(
            s => s.RelationshipId,
            s => System.Text.Json.JsonSerializer.Serialize(s) + string.Join(' ', ledger[s.RelationshipId]));
    }

    /// <summary>Fails unless every standing and every entry says what folding from scratch under these rules says.</summary>
    public async Task AllFollowsAsync(ScoringRules rules, int version)
    {
        await using var db = Db();
        (await db.Organizations.SingleAsync()).Should().BeEquivalentTo(new { RulesVersion = version, NextRulesVersion = (int?)null });
        var ledger = (await db.Ledger.AsNoTracking().Where(e => e.Status == LedgerStatus.Counted).ToListAsync()).ToLookup(e => e.RelationshipId);
        var standings = await db.Standings.AsNoTracking().ToListAsync();
        standings.Should().NotBeEmpty().And.OnlyContain(s => s.RulesVersion == version);
        foreach (var standing in standings)
        {
            var entries = ledger[standing.RelationshipId].ToArray();
            var units = new EvidenceUnits[entries.Length];
            var folded = Standing.Fold(Array.ConvertAll(entries, e => e.Evidence), rules, units);
            entries.Select(e => new EvidenceUnits(e.KeptUnits, e.MissedUnits)).Should().Equal(units);
            var day = standing.LastDay ?? team.Today;
            Text(ScoreReader.Read(standing, standing.Opening, 0.5, day, rules)).Should().Be(Text(ScoreReader.Read(folded, standing.Opening, 0.5, day, rules)));
            (standing.KeptC, standing.MissedT, standing.Integrity, standing.Judged, standing.RecentOutcomes, standing.CredibleDay)
                .Should().Be((folded.KeptC, folded.MissedT, folded.Integrity, folded.Judged, folded.RecentOutcomes, folded.CredibleDay));
        }

        (await db.RuleVersions.SingleAsync(v => v.Version == version)).InForceFrom.Should().NotBeNull();
    }

    private static string Text(Reading reading) => $"{reading.Credibility:f9} {reading.Trust:f9} {reading.Ceiling:f9} {reading.Stage} {reading.Forecast:f9}";
}
