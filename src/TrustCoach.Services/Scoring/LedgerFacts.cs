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
        var rows = await LedgerRow.Every(db, ledger.Relationship.Id).AsNoTracking().Where(r => wanted.Contains(r.Entry.Id)).ToListAsync(cancellation);
        var facts = rows.ToDictionary(r => r.Entry.Id, r => r.ToFact());
        foreach (var owed in ledger.Owed.Where(o => wanted.Contains(o.Id)))
        {
            facts[owed.Id] = new(owed.Id, DateOnly.FromDayNumber(owed.ClosesOn), EvidenceKind.PromiseBroken, EvidenceLevel.Witnessed, true, owed.Text,
                DateOnly.FromDayNumber(owed.DueDay), null, owed.Id);
        }

        return facts;
    }
}
