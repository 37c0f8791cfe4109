using Microsoft.EntityFrameworkCore;
using TrustCoach.Domain.Scoring;
using TrustCoach.Services.Customers;
using TrustCoach.Services.Data;

namespace TrustCoach.Services.Scoring;

/// <summary>The words of ledger entries, for those that are shown.</summary>
internal static class LedgerFacts
{
    /// <summary>By evidence id. A promise the clock has broken and no job has booked is known by the promise's own id.</summary>
    public static async Task<Dictionary<Guid, LedgerFact>> OfAsync(
        TrustCoachDb db, RelationshipLedger ledger, IEnumerable<Guid> ids, CancellationToken cancellation)
    {
        var wanted = ids.ToHashSet();
        var facts = await OfAsync(db, ledger.Relationship.Id, wanted, cancellation);
        foreach (var owed in ledger.Owed.Where(o => wanted.Contains(o.Id)))
        {
            facts[owed.Id] = new(owed.Id, DateOnly.FromDayNumber(owed.ClosesOn), EvidenceKind.PromiseBroken, EvidenceLevel.Witnessed, true, owed.Text,
                DateOnly.FromDayNumber(owed.DueDay), null, owed.Id);
        }

        return facts;
    }

    /// <summary>By evidence id, of what stands in the ledger.</summary>
    public static async Task<Dictionary<Guid, LedgerFact>> OfAsync(TrustCoachDb db, Guid relationshipId, HashSet<Guid> ids, CancellationToken cancellation)
    {
        var rows = await LedgerRow.Of(db, relationshipId).AsNoTracking().Where(r => ids.Contains(r.Entry.Id)).ToListAsync(cancellation);
        return rows.ToDictionary(r => r.Entry.Id, r => r.ToFact());
    }
}
