using Microsoft.EntityFrameworkCore;
using TrustCoach.Domain.Promises;
using TrustCoach.Domain.Scoring;
using TrustCoach.Services.Data;

namespace TrustCoach.Services.Scoring;

/// <summary>One counted entry of a ledger, and what it is said to weigh.</summary>
internal sealed record FoldEntry(Guid RelationshipId, Evidence Evidence, EvidenceUnits Units);

/// <summary>What a relationship's entries weigh under some rules, where that differs from what is stored.</summary>
internal sealed record Weighed(Guid RelationshipId, Guid Id, EvidenceUnits Units);

/// <summary>All that some relationships are folded from, read once: their counted entries and their favours.</summary>
internal sealed record FoldSource(ILookup<Guid, FoldEntry> Entries, ILookup<Guid, Favour> Favours)
{
    public static async Task<FoldSource> ReadAsync(TrustCoachDb db, Guid[] relationships, CancellationToken cancellation) =>
        new(await EntriesAsync(db, relationships, cancellation), await FavoursAsync(db, relationships, cancellation));

    /// <summary>Folds one standing anew. Ids, opening and last contact stay.</summary>
    /// <param name="weighed">Takes the entries that weigh otherwise than is stored.</param>
    public void Fold(Standing standing, ScoringRules book, List<Weighed>? weighed)
    {
        var entries = Entries[standing.RelationshipId].ToArray();
        var units = new EvidenceUnits[entries.Length];
        standing.Refold(Array.ConvertAll(entries, e => e.Evidence), book, units);
        for (var i = 0; i < entries.Length && weighed is not null; i++)
        {
            if (units[i] != entries[i].Units)
                weighed.Add(new(standing.RelationshipId, entries[i].Evidence.Id, units[i]));
        }

        standing.RefoldFavours([.. Favours[standing.RelationshipId]], book);
    }

    /// <summary>Writes what entries weigh.</summary>
    public static async Task WeighAsync(TrustCoachDb db, List<Weighed> weighed, CancellationToken cancellation)
    {
        if (weighed.Count == 0)
            return;
        var (ids, kept, missed) = (weighed.ConvertAll(w => w.Id), weighed.ConvertAll(w => w.Units.Kept), weighed.ConvertAll(w => w.Units.Missed));
        await db.Database.ExecuteSqlAsync($"""
            update ledger l set kept_units = w.kept, missed_units = w.missed
              from unnest({ids}, {kept}, {missed}) as w(id, kept, missed)
             where l.organization_id = {db.Organization.Id} and l.id = w.id
            """, cancellation);
    }

    // Columns and not entities, in the order in which they are folded: a rebuild reads every entry there is and changes next to none.
    private static async Task<ILookup<Guid, FoldEntry>> EntriesAsync(TrustCoachDb db, Guid[] ids, CancellationToken cancellation) => (await db.Ledger.AsNoTracking()
        .Where(e => ids.Contains(e.RelationshipId) && e.Status == LedgerStatus.Counted)
        .OrderBy(e => e.RelationshipId).ThenBy(e => e.Day).ThenBy(e => e.Id)
        .Select(e => new FoldEntry(
            e.RelationshipId,
            new Evidence(e.Id, e.Day.DayNumber, e.Kind, e.Severity, e.RefId, e.Level, e.OwnedUp, e.Trait, e.StartedOnTime),
            new EvidenceUnits(e.KeptUnits, e.MissedUnits)))
        .ToListAsync(cancellation)).ToLookup(e => e.RelationshipId);

    private static async Task<ILookup<Guid, Favour>> FavoursAsync(TrustCoachDb db, Guid[] ids, CancellationToken cancellation)
    {
        var gestures = await db.Gestures.AsNoTracking().Where(g => ids.Contains(g.RelationshipId)).ToListAsync(cancellation);
        // As LedgerWriter.FavourOf says it, without reading the promise's words.
        var promises = await db.Promises.AsNoTracking()
            .Where(p => ids.Contains(p.RelationshipId) && (p.State == PromiseState.Kept || p.State == PromiseState.KeptLate) && p.ClosedOn != null)
            .Select(p => new { p.RelationshipId, Favour = new Favour(p.Id, p.ClosedOn!.Value.DayNumber, p.Direction == Direction.Ours, 1) })
            .ToListAsync(cancellation);
        return gestures.Select(g => (g.RelationshipId, Favour: LedgerWriter.FavourOf(g)))
            .Where(f => f.Favour is not null).Select(f => (f.RelationshipId, Favour: f.Favour!.Value))
            .Concat(promises.Select(p => (p.RelationshipId, p.Favour)))
            .ToLookup(f => f.RelationshipId, f => f.Favour);
    }
}
