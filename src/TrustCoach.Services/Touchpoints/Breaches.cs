using Microsoft.EntityFrameworkCore;
using TrustCoach.Domain.Scoring;
using TrustCoach.Services.Data;

namespace TrustCoach.Services.Touchpoints;

/// <summary>A breach that an apology or something done could still answer.</summary>
/// <param name="Id">The ledger entry's id.</param>
/// <param name="Words">The promise or the summary it came from; null when nothing was written.</param>
public sealed record Breach(Guid Id, EvidenceKind Kind, DateOnly Day, string? Words);

/// <summary>What can be put right in a relationship.</summary>
public static class Breaches
{
    /// <summary>So many are offered, newest first.</summary>
    public const int Offered = 8;

    internal static readonly EvidenceKind[] Kinds =
    [
        EvidenceKind.Missed, EvidenceKind.PromiseLate, EvidenceKind.PromiseBroken, EvidenceKind.Late,
        EvidenceKind.Gossip, EvidenceKind.Exaggeration, EvidenceKind.Lie,
    ];

    // A repair of an ordinary miss counts within two weeks; an apology for a lie opens the way back whenever it comes.
    private const int Fresh = 14;

    /// <summary>Breaches of a relationship, newest first: fresh ones, and lies nobody apologized for.</summary>
    /// <param name="today">The organization's day.</param>
    internal static Task<List<Breach>> BreachesAsync(this TrustCoachDb db, Guid relationshipId, DateOnly today, CancellationToken cancellation)
    {
        var since = today.AddDays(-Fresh);
        return db.Ledger
            .Where(e => e.RelationshipId == relationshipId && e.Status != LedgerStatus.Voided && Kinds.Contains(e.Kind) && e.Day <= today)
            .Where(e => e.Day >= since || (e.Kind == EvidenceKind.Lie
                && !db.Ledger.Any(a => a.RefId == e.Id && a.Kind == EvidenceKind.Apology && a.Status != LedgerStatus.Voided)))
            .OrderByDescending(e => e.Day).ThenByDescending(e => e.Id).Take(Offered)
            .Select(e => new Breach(e.Id, e.Kind, e.Day,
                db.Promises.Where(p => p.Id == e.PromiseId).Select(p => p.Text).FirstOrDefault()
                    ?? db.Touchpoints.Where(t => t.Id == e.TouchpointId).Select(t => t.Expectation ?? t.Summary).FirstOrDefault()))
            .ToListAsync(cancellation);
    }
}
