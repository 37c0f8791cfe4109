using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using TrustCoach.Domain.Promises;
using TrustCoach.Domain.Scoring;
using TrustCoach.Domain.Touchpoints;
using TrustCoach.Services.Data;

namespace TrustCoach.Services.Scoring;

/// <summary>What a rebuild found.</summary>
/// <param name="Relationships">Standings folded again from their ledgers.</param>
/// <param name="Differed">Standings whose stored state said something else; all of them say the same now.</param>
/// <param name="Tallies">Weekly counters counted again.</param>
public sealed record RebuildReport(int Relationships, int Differed, int Tallies);

/// <summary>Folds every standing of the current organization from its ledger again and counts every weekly tally again, in batches.</summary>
public sealed partial class RebuildService(TrustCoachDb db, RuleBook rules, ILogger<RebuildService> logger)
{
    /// <summary>Readings that differ by more points than this are a difference; sums taken in another order differ by less.</summary>
    public const double Tolerance = 1e-8;

    private const int BatchSize = 500;

    public async Task<RebuildReport> RunAsync(CancellationToken cancellation)
    {
        var organization = await db.Organizations.AsNoTracking().SingleAsync(cancellation);
        var book = await rules.OfAsync(db, organization.RulesVersion, cancellation);
        var (relationships, differed, after) = (0, 0, Guid.Empty);
        while (await BatchAsync(after, cancellation) is { Count: > 0 } ids)
        {
            differed += await FoldAsync(ids, organization.RulesVersion, book, cancellation);
            (relationships, after) = (relationships + ids.Count, ids[^1]);
        }

        var tallies = await CountAsync(organization.Id, cancellation);
        LogRebuilt(organization.Id, relationships, differed);
        return new(relationships, differed, tallies);
    }

    private Task<List<Guid>> BatchAsync(Guid after, CancellationToken cancellation) => db.Standings
        .Where(s => s.RelationshipId > after).OrderBy(s => s.RelationshipId).Select(s => s.RelationshipId).Take(BatchSize).ToListAsync(cancellation);

    private async Task<int> FoldAsync(List<Guid> ids, int rulesVersion, ScoringRules book, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var wanted = ids.ToArray();
        var standings = await db.Standings.FromSql(
            $"select * from standings where organization_id = {db.Organization.Id} and relationship_id = any({wanted}) order by relationship_id for update")
            .ToListAsync(cancellation);
        var ledger = (await db.Ledger.Where(e => wanted.Contains(e.RelationshipId) && e.Status == LedgerStatus.Counted).ToListAsync(cancellation))
            .ToLookup(e => e.RelationshipId);
        var favours = await FavoursAsync(wanted, cancellation);
        var met = await db.Touchpoints.Where(t => wanted.Contains(t.RelationshipId) && t.Outcome != Outcome.Pending && t.VoidedAt == null)
            .GroupBy(t => t.RelationshipId).ToDictionaryAsync(t => t.Key, t => t.Max(x => (DateTimeOffset?)x.HappenedAt), cancellation);
        var differed = 0;
        foreach (var standing in standings)
        {
            var (before, metBefore) = (Sample(standing, book), standing.LastContactAt);
            var entries = ledger[standing.RelationshipId].ToArray();
            var units = new EvidenceUnits[entries.Length];
            standing.Refold(Array.ConvertAll(entries, e => e.Evidence), book, units);
            for (var i = 0; i < entries.Length; i++)
                entries[i].Weigh(units[i].Kept, units[i].Missed);
            standing.RefoldFavours([.. favours[standing.RelationshipId]], book);
            standing.MetLast(met.GetValueOrDefault(standing.RelationshipId));
            standing.Follow(rulesVersion);
            if (standing.LastContactAt != metBefore || Sample(standing, book).Zip(before, (a, b) => Math.Abs(a - b)).Max() > Tolerance)
                differed++;
        }

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

    private async Task<ILookup<Guid, Favour>> FavoursAsync(Guid[] ids, CancellationToken cancellation)
    {
        var gestures = await db.Gestures.AsNoTracking().Where(g => ids.Contains(g.RelationshipId)).ToListAsync(cancellation);
        var promises = await db.Promises.AsNoTracking()
            .Where(p => ids.Contains(p.RelationshipId) && (p.State == PromiseState.Kept || p.State == PromiseState.KeptLate)).ToListAsync(cancellation);
        return gestures.Select(g => (g.RelationshipId, Favour: LedgerWriter.FavourOf(g)))
            .Concat(promises.Select(p => (p.RelationshipId, Favour: LedgerWriter.FavourOf(p))))
            .Where(f => f.Favour is not null).ToLookup(f => f.RelationshipId, f => f.Favour!.Value);
    }

    private async Task<int> CountAsync(Guid organizationId, CancellationToken cancellation)
    {
        var tallies = new RepTallies(organizationId);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        // Nobody logs while the counters are exchanged; the standings above were rebuilt relationship by relationship.
        await db.Database.ExecuteSqlAsync($"lock table rep_tallies in share row exclusive mode", cancellation);
        await foreach (var touchpoint in db.Touchpoints.AsNoTracking().Include(t => t.Breakers).AsAsyncEnumerable().WithCancellation(cancellation))
            tallies.Count(touchpoint, 1);
        await foreach (var promise in db.Promises.AsNoTracking().Include(p => p.Turns).AsAsyncEnumerable().WithCancellation(cancellation))
        {
            foreach (var turn in promise.Turns)
                tallies.Count(promise, turn, 1);
        }

        await db.RepTallies.ExecuteDeleteAsync(cancellation);
        var count = await tallies.WriteAsync(db, cancellation);
        await transaction.CommitAsync(cancellation);
        return count;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Rebuilt {Relationships} standings of organization {OrganizationId}: {Differed} differed")]
    private partial void LogRebuilt(Guid organizationId, int relationships, int differed);
}
