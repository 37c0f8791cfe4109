using Microsoft.EntityFrameworkCore;
using TrustCoach.Domain.Customers;
using TrustCoach.Domain.People;
using TrustCoach.Domain.Promises;
using TrustCoach.Domain.Scoring;
using TrustCoach.Domain.Touchpoints;
using TrustCoach.Services.Data;

namespace TrustCoach.Services.Scoring;

/// <summary>New rows of many relationships, to be written at once: what an import or the demo brings in.</summary>
public sealed class HistoryBatch
{
    public List<Person> People { get; } = [];

    public List<Customer> Customers { get; } = [];

    public List<Contact> Contacts { get; } = [];

    public List<Relationship> Relationships { get; } = [];

    public List<Touchpoint> Touchpoints { get; } = [];

    public List<Gesture> Gestures { get; } = [];

    public List<Promise> Promises { get; } = [];

    /// <summary>Turns of promises that were here before; those of new promises hang on the promise.</summary>
    public List<(Promise Promise, PromiseTurn Turn)> Turns { get; } = [];

    internal IEnumerable<(Promise Promise, PromiseTurn Turn)> AllTurns => Turns.Concat(Promises.SelectMany(p => p.Turns.Select(t => (p, t))));
}

/// <summary>Writes histories in bulk inside the caller's transaction: rows, ledger, standings and tallies, each relationship folded once.</summary>
public sealed class HistoryWriter(TrustCoachDb db, RuleBook rules)
{
    /// <param name="rulesVersion">The scoring rules in force, held until the transaction ends (<see cref="Rules.RulesHold"/>).</param>
    public async Task WriteAsync(HistoryBatch batch, int rulesVersion, CancellationToken cancellation)
    {
        var book = await rules.OfAsync(db, rulesVersion, cancellation);
        await db.BulkInsertAsync(batch.People, cancellation);
        await db.BulkInsertAsync(batch.Customers, cancellation);
        await db.BulkInsertAsync(batch.Contacts, cancellation);
        await db.BulkInsertAsync(batch.Relationships, cancellation);
        await db.BulkInsertAsync(batch.Touchpoints, cancellation);
        await db.BulkInsertAsync([.. batch.Touchpoints.SelectMany(t => t.Breakers)], cancellation);
        await db.BulkInsertAsync([.. batch.Touchpoints.SelectMany(t => t.Repairs)], cancellation);
        await db.BulkInsertAsync(batch.Gestures, cancellation);
        await db.BulkInsertAsync(batch.Promises, cancellation);
        // Turns of promises that were here before are written with their promise, which is tracked.
        await db.BulkInsertAsync([.. batch.Promises.SelectMany(p => p.Turns)], cancellation);

        var entries = batch.Touchpoints.SelectMany(t => t.Evidence())
            .Concat(batch.AllTurns.Select(t => t.Promise.EvidenceOf(t.Turn)).OfType<LedgerEntry>())
            .ToLookup(e => e.RelationshipId);
        var favours = batch.Gestures.Select(g => (g.RelationshipId, Favour: LedgerWriter.FavourOf(g)))
            .Concat(KeptPromises(batch).Select(p => (p.RelationshipId, Favour: LedgerWriter.FavourOf(p))))
            .Where(f => f.Favour is not null).ToLookup(f => f.RelationshipId, f => f.Favour!.Value);
        var met = batch.Touchpoints.Where(t => t.IsContact).ToLookup(t => t.RelationshipId, t => t.HappenedAt);
        var history = new History(entries, favours, met);
        await OpenStandingsAsync(batch, history, rulesVersion, book, cancellation);
        await GrowStandingsAsync(batch, history, book, cancellation);
        await db.BulkInsertAsync([.. entries.SelectMany(e => e)], cancellation);
        await TallyAsync(batch, cancellation);
    }

    private async Task OpenStandingsAsync(
        HistoryBatch batch, History history, int rulesVersion, ScoringRules book, CancellationToken cancellation)
    {
        var burned = batch.Customers.ToDictionary(c => c.Id, c => c.BurnedBefore);
        var elsewhere = batch.Relationships.Select(r => r.CustomerId).Where(id => !burned.ContainsKey(id)).Distinct().ToList();
        foreach (var customer in await db.Customers.AsNoTracking().Where(c => elsewhere.Contains(c.Id)).Select(c => new { c.Id, c.BurnedBefore }).ToListAsync(cancellation))
            burned[customer.Id] = customer.BurnedBefore;

        var standings = new List<Standing>(batch.Relationships.Count);
        foreach (var relationship in batch.Relationships)
        {
            var standing = new Standing(relationship.OrganizationId, relationship.Id, relationship.RepId);
            standing.Open(new Opening(relationship.Climate, burned[relationship.CustomerId]));
            standing.Follow(rulesVersion);
            standing.End(relationship.EndedOn is not null);
            Fold(standing, [.. history.Entries[relationship.Id]], book);
            standing.RefoldFavours([.. history.Favours[relationship.Id]], book);
            history.Meet(standing);
            standings.Add(standing);
        }

        await db.BulkInsertAsync(standings, cancellation);
    }

    private async Task GrowStandingsAsync(
        HistoryBatch batch, History history, ScoringRules book, CancellationToken cancellation)
    {
        var added = batch.Relationships.Select(r => r.Id).ToHashSet();
        var grown = history.Relationships.Where(id => !added.Contains(id)).Order().ToArray();
        if (grown.Length == 0)
            return;
        // Locked in one order by everybody who locks several, so that two imports cannot wait for each other.
        var standings = await db.Standings.FromSql(
            $"select * from standings where organization_id = {db.Organization.Id} and relationship_id = any({grown}) order by relationship_id for update")
            .ToListAsync(cancellation);
        var known = (await db.Ledger.Where(e => grown.Contains(e.RelationshipId) && e.Status == LedgerStatus.Counted).ToListAsync(cancellation))
            .ToLookup(e => e.RelationshipId);
        foreach (var standing in standings)
        {
            Fold(standing, [.. known[standing.RelationshipId], .. history.Entries[standing.RelationshipId]], book);
            foreach (var favour in history.Favours[standing.RelationshipId])
                standing.ApplyFavour(favour, book);
            history.Meet(standing);
            // Written even when all its sums stay: a rebuild that runs has to see that something has come.
            db.Entry(standing).Property(s => s.RulesVersion).IsModified = true;
        }

        await db.SaveChangesAsync(cancellation);
    }

    private Task<int> TallyAsync(HistoryBatch batch, CancellationToken cancellation)
    {
        var tallies = new RepTallies(db.Organization.Id);
        foreach (var touchpoint in batch.Touchpoints)
            tallies.Count(touchpoint, 1);
        foreach (var (promise, turn) in batch.AllTurns)
            tallies.Count(promise, turn, 1);
        return tallies.WriteAsync(db, cancellation);
    }

    private static IEnumerable<Promise> KeptPromises(HistoryBatch batch) => batch.Promises.Concat(batch.Turns.Select(t => t.Promise)).Distinct();

    private static void Fold(Standing standing, LedgerEntry[] entries, ScoringRules book)
    {
        var units = new EvidenceUnits[entries.Length];
        standing.Refold(Array.ConvertAll(entries, e => e.Evidence), book, units);
        for (var i = 0; i < entries.Length; i++)
            entries[i].Weigh(units[i].Kept, units[i].Missed);
    }

    /// <summary>What a batch adds to each relationship's standing.</summary>
    private sealed record History(ILookup<Guid, LedgerEntry> Entries, ILookup<Guid, Favour> Favours, ILookup<Guid, DateTimeOffset> Met)
    {
        public IEnumerable<Guid> Relationships => Entries.Select(e => e.Key).Union(Favours.Select(f => f.Key)).Union(Met.Select(m => m.Key));

        public void Meet(Standing standing)
        {
            foreach (var at in Met[standing.RelationshipId])
                standing.Meet(at);
        }
    }
}
