using System.Buffers;
using System.Runtime.InteropServices;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using TrustCoach.Domain.Promises;
using TrustCoach.Domain.Scoring;
using TrustCoach.Services.Data;

namespace TrustCoach.Services.Scoring;

/// <summary>What a relationship's entries weigh under some rules, where that differs from what is stored.</summary>
internal sealed record Weighed(Guid RelationshipId, Guid Id, EvidenceUnits Units);

/// <summary>All that some relationships are folded from, read once: their counted entries in the order of the fold, and their favours.</summary>
internal sealed class FoldSource
{
    private readonly Dictionary<Guid, Range> _ranges = [];
    private readonly List<Evidence> _evidence = [];
    private readonly List<EvidenceUnits> _stored = [];
    private readonly ILookup<Guid, Favour> _favours;

    private FoldSource(ILookup<Guid, Favour> favours) => _favours = favours;

    public static async Task<FoldSource> ReadAsync(TrustCoachDb db, Guid[] relationships, CancellationToken cancellation)
    {
        var source = new FoldSource(await FavoursAsync(db, relationships, cancellation));
        await source.ReadEntriesAsync(db, relationships, cancellation);
        return source;
    }

    /// <summary>Folds one standing anew. Ids, opening and last contact stay.</summary>
    /// <param name="weighed">Takes the entries that weigh otherwise than is stored.</param>
    public void Fold(Standing standing, ScoringRules book, List<Weighed>? weighed)
    {
        var range = _ranges.GetValueOrDefault(standing.RelationshipId);
        var evidence = CollectionsMarshal.AsSpan(_evidence)[range];
        var stored = CollectionsMarshal.AsSpan(_stored)[range];
        var units = ArrayPool<EvidenceUnits>.Shared.Rent(evidence.Length);
        standing.Refold(evidence, book, units.AsSpan(0, evidence.Length));
        for (var i = 0; i < evidence.Length && weighed is not null; i++)
        {
            if (units[i] != stored[i])
                weighed.Add(new(standing.RelationshipId, evidence[i].Id, units[i]));
        }

        ArrayPool<EvidenceUnits>.Shared.Return(units);
        standing.RefoldFavours([.. _favours[standing.RelationshipId]], book);
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

    private Task ReadEntriesAsync(TrustCoachDb db, Guid[] relationships, CancellationToken cancellation) => LedgerReader.ReadAsync(db, $"""
        select relationship_id, {LedgerReader.Columns}, kept_units, missed_units
          from ledger where organization_id = $1 and relationship_id = any($2) and status = 1 order by relationship_id, day, id
        """, [new NpgsqlParameter<Guid[]> { TypedValue = relationships }], Add, cancellation);

    private void Add(NpgsqlDataReader row)
    {
        var (relationshipId, next) = (row.GetGuid(0), _evidence.Count);
        _ranges[relationshipId] = _ranges.TryGetValue(relationshipId, out var range) ? range.Start..(next + 1) : next..(next + 1);
        _evidence.Add(LedgerReader.EvidenceAt(row, 1));
        _stored.Add(new EvidenceUnits(row.GetDouble(10), row.GetDouble(11)));
    }

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
