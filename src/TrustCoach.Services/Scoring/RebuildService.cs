using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using TrustCoach.Domain.Scoring;
using TrustCoach.Domain.Touchpoints;
using TrustCoach.Services.Data;
using TrustCoach.Services.Rules;

namespace TrustCoach.Services.Scoring;

/// <summary>What a rebuild found.</summary>
/// <param name="Relationships">Standings folded again from their ledgers.</param>
/// <param name="Differed">Standings whose stored state said something else; all of them say the same now.</param>
/// <param name="Tallies">Daily counters counted again.</param>
public sealed record RebuildReport(int Relationships, int Differed, int Tallies);

/// <summary>Folds every standing of the current organization from its ledger again and counts every daily tally again, in batches.</summary>
public sealed partial class RebuildService(TrustCoachDb db, RuleBook rules, ILogger<RebuildService> logger)
{
    /// <summary>Readings that differ by more points than this are a difference; sums taken in another order differ by less.</summary>
    public const double Tolerance = 1e-8;

    // Under one lock at a time: so few that a log waits a second or two at most, so many that Postgres reads the ledger as it lies.
    private const int MostRelationships = 2000;
    private const int MostEvents = 100_000;

    public async Task<RebuildReport> RunAsync(CancellationToken cancellation)
    {
        var (relationships, differed, after) = (0, 0, Guid.Empty);
        while (await BatchAsync(after, cancellation) is { Count: > 0 } ids)
        {
            differed += await FoldAsync(ids, cancellation);
            (relationships, after) = (relationships + ids.Count, ids[^1]);
        }

        var tallies = await CountAsync(db.Organization.Id, cancellation);
        LogRebuilt(db.Organization.Id, relationships, differed);
        return new(relationships, differed, tallies);
    }

    private async Task<List<Guid>> BatchAsync(Guid after, CancellationToken cancellation)
    {
        var next = await db.Standings.Where(s => s.RelationshipId > after).OrderBy(s => s.RelationshipId)
            .Select(s => new { s.RelationshipId, s.Judged }).Take(MostRelationships).ToListAsync(cancellation);
        var events = 0;
        return [.. next.TakeWhile((s, i) => (events += s.Judged) <= MostEvents || i == 0).Select(s => s.RelationshipId)];
    }

    private async Task<int> FoldAsync(List<Guid> ids, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var rulesVersion = await db.HoldRulesAsync(cancellation);
        var book = await rules.OfAsync(db, rulesVersion, cancellation);
        var wanted = ids.ToArray();
        var standings = await db.Standings.FromSql(
            $"select * from standings where organization_id = {db.Organization.Id} and relationship_id = any({wanted}) order by relationship_id for update")
            .ToListAsync(cancellation);
        var source = await FoldSource.ReadAsync(db, wanted, cancellation);
        var met = await db.Touchpoints.Where(t => wanted.Contains(t.RelationshipId) && t.Outcome != Outcome.Pending && t.VoidedAt == null)
            .GroupBy(t => t.RelationshipId).Select(t => new { t.Key, At = t.Max(x => (DateTimeOffset?)x.HappenedAt) })
            .ToDictionaryAsync(t => t.Key, t => t.At, cancellation);
        var (differed, weighed) = (0, new List<Weighed>());
        foreach (var standing in standings)
        {
            var (before, metBefore) = (Sample(standing, book), standing.LastContactAt);
            source.Fold(standing, book, weighed);
            standing.MetLast(met.GetValueOrDefault(standing.RelationshipId));
            standing.Follow(rulesVersion);
            if (standing.LastContactAt != metBefore || Sample(standing, book).Zip(before, (a, b) => Math.Abs(a - b)).Max() > Tolerance)
                differed++;
        }

        await FoldSource.WeighAsync(db, weighed, cancellation);
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        db.ChangeTracker.Clear();
        return differed;
    }

    // Everything a page reads from a standing, on the day of its last event: there nothing has faded away yet.
    private static double[] Sample(Standing standing, ScoringRules book)
    {
        var day = standing.LastDay ?? Standing.Landmark;
        var reading = ScoreReader.Read(standing, standing.Opening, 0.5, day, book);
        var given = Fading.Of(book.Reciprocity.HalfLife).ToDay(day);
        return
        [
            reading.Credibility, reading.Trust, reading.RawTrust, reading.Ceiling, reading.Confidence, reading.Judged, reading.Forecast,
            standing.Gave * given, standing.Took * given, standing.RecentOutcomes, standing.EncountersUntilCredible ?? 0,
        ];
    }

    // SQL, because it reads every touchpoint there is for a few counters a day; what counts is said in RepTally.Count.
    private async Task<int> CountAsync(Guid organizationId, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        // Nobody logs while the counters are exchanged; the standings above were rebuilt relationship by relationship.
        await db.Database.ExecuteSqlAsync($"lock table rep_tallies in share row exclusive mode", cancellation);
        await db.RepTallies.ExecuteDeleteAsync(cancellation);
        var count = await db.Database.ExecuteSqlAsync($"""
            with encounters as (
                select rep_id, day, count(*) filter (where outcome <> 0) as touchpoints,
                       count(*) filter (where outcome = 4) as contact_only,
                       count(*) filter (where outcome in (1, 2, 3) and expectation is not null) as expectations_named,
                       count(*) filter (where outcome = 1) as missed, count(*) filter (where outcome = 2) as met, count(*) filter (where outcome = 3) as exceeded,
                       count(*) filter (where planned and outcome <> 0) as planned_closed,
                       count(*) filter (where outcome in (1, 2, 3) and level = 3) as confirmed, count(*) filter (where outcome = 1 and level = 3) as confirmed_missed,
                       count(*) filter (where outcome in (1, 2, 3) and level = 1) as reported, count(*) filter (where outcome = 1 and level = 1) as reported_missed
                  from touchpoints where organization_id = {organizationId} and voided_at is null group by 1, 2),
            slips as (
                select t.rep_id, t.day, count(*) filter (where b.kind = 5) as broken,
                       count(*) filter (where b.kind = 1) as late, count(*) filter (where b.kind = 2) as exaggeration,
                       count(*) filter (where b.kind = 3) as gossip, count(*) filter (where b.kind = 4) as lies
                  from trust_breakers b join touchpoints t on t.organization_id = b.organization_id and t.id = b.touchpoint_id
                 where b.organization_id = {organizationId} and t.voided_at is null group by 1, 2),
            closings as (
                select p.rep_id, u.day, count(*) filter (where u.kind in (1, 2)) as kept,
                       count(*) filter (where u.kind = 3) as kept_late, count(*) filter (where u.kind in (4, 5)) as broken
                  from promise_turns u join promises p on p.organization_id = u.organization_id and p.id = u.promise_id
                 where u.organization_id = {organizationId} and u.undone_at is null and p.direction = 1 group by 1, 2)
            insert into rep_tallies (organization_id, rep_id, day, touchpoints, contact_only, expectations_named, missed, met, exceeded,
                   planned_closed, confirmed, confirmed_missed, reported, reported_missed,
                   promises_kept, promises_kept_late, promises_broken, late, exaggeration, gossip, lies)
            select {organizationId}, rep_id, day, coalesce(e.touchpoints, 0), coalesce(e.contact_only, 0), coalesce(e.expectations_named, 0),
                   coalesce(e.missed, 0), coalesce(e.met, 0), coalesce(e.exceeded, 0),
                   coalesce(e.planned_closed, 0), coalesce(e.confirmed, 0), coalesce(e.confirmed_missed, 0), coalesce(e.reported, 0), coalesce(e.reported_missed, 0),
                   coalesce(c.kept, 0), coalesce(c.kept_late, 0), coalesce(c.broken, 0) + coalesce(s.broken, 0),
                   coalesce(s.late, 0), coalesce(s.exaggeration, 0), coalesce(s.gossip, 0), coalesce(s.lies, 0)
              from encounters e full join slips s using (rep_id, day) full join closings c using (rep_id, day)
            """, cancellation);
        await db.SettleAsync(cancellation);
        // A rep whose last counter went has no row left to say that something changed.
        await db.Database.ExecuteSqlAsync($"update rep_stamps set changed_by = pg_current_xact_id() where organization_id = {organizationId}", cancellation);
        await transaction.CommitAsync(cancellation);
        return count;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Rebuilt {Relationships} standings of organization {OrganizationId}: {Differed} differed")]
    private partial void LogRebuilt(Guid organizationId, int relationships, int differed);
}
