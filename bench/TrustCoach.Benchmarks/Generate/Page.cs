using TrustCoach.Domain.Audit;
using TrustCoach.Domain.Promises;
using TrustCoach.Domain.Scoring;
using TrustCoach.Domain.Touchpoints;
using TrustCoach.Services.Audit;
using TrustCoach.Services.Data;

namespace TrustCoach.Benchmarks.Generate;

/// <summary>Some days of history on their way into the database, in the order in which they were lived.</summary>
internal sealed class Page(Guid organizationId)
{
    public List<Touchpoint> Touchpoints { get; } = [];

    public List<Promise> Promises { get; } = [];

    public List<Gesture> Gestures { get; } = [];

    public List<LedgerEntry> Ledger { get; } = [];

    public List<AuditEntry> Audit { get; } = [];

    /// <summary>Says in the audit what the app would have said.</summary>
    /// <param name="after">What was changed, as it is now; null for what was made.</param>
    public void Note(DateTimeOffset at, Guid? by, string act, Guid subjectId, object? after = null) =>
        Audit.Add(new AuditEntry(organizationId, at, by, act, subjectId, null, after is null ? null : AuditTrail.Snapshot(after)));

    public async Task WriteAsync(TrustCoachDb db, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await db.BulkInsertAsync(Touchpoints, cancellation);
        await db.BulkInsertAsync([.. Touchpoints.SelectMany(t => t.Breakers)], cancellation);
        await db.BulkInsertAsync([.. Touchpoints.SelectMany(t => t.Repairs)], cancellation);
        await db.BulkInsertAsync(Gestures, cancellation);
        await db.BulkInsertAsync(Promises, cancellation);
        await db.BulkInsertAsync([.. Promises.SelectMany(p => p.Turns)], cancellation);
        await db.BulkInsertAsync(Ledger, cancellation);
        await db.BulkInsertAsync(Audit, cancellation);
        await transaction.CommitAsync(cancellation);
    }
}
