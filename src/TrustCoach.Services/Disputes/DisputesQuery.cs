using Microsoft.EntityFrameworkCore;
using TrustCoach.Domain.Disputes;
using TrustCoach.Domain.People;
using TrustCoach.Domain.Promises;
using TrustCoach.Domain.Scoring;
using TrustCoach.Domain.Touchpoints;
using TrustCoach.Services.Data;
using TrustCoach.Services.People;

namespace TrustCoach.Services.Disputes;

/// <summary>One dispute in a list.</summary>
/// <param name="Words">The promise or note the event came from; null when nothing was written.</param>
/// <param name="IsOwn">The actor's own record.</param>
/// <param name="Owed">Where the owed answer stands by the clock.</param>
public sealed record DisputeRow(
    Guid Id, DisputeState State, EvidenceKind Kind, DateOnly Day, string? Words, string Customer, string Rep, bool IsOwn, string Reason,
    string? Answer, DateTimeOffset RaisedAt, DateOnly DueDay, DateTimeOffset? ClosedAt, PromiseState Owed);

/// <summary>The disputes somebody has to do with.</summary>
/// <param name="ToAnswer">Open ones that wait for the actor, the answer due first first.</param>
/// <param name="Waiting">The actor's own open ones, by due day.</param>
/// <param name="Closed">The last answered or taken back.</param>
public sealed record DisputeLists(IReadOnlyList<DisputeRow> ToAnswer, IReadOnlyList<DisputeRow> Waiting, IReadOnlyList<DisputeRow> Closed);

/// <summary>Lists disputes: two statements.</summary>
public sealed class DisputesQuery(TrustCoachDb db, TimeProvider clock)
{
    /// <summary>So many closed ones are kept in the list; each stays at its own address.</summary>
    public const int ClosedShown = 100;

    private const int OpenShown = 500;

    public async Task<DisputeLists> RunAsync(Actor actor, CancellationToken cancellation)
    {
        var today = actor.Today(clock.GetUtcNow());
        var seen = db.DisputesOf(actor, Act.See);
        var open = await Rows(actor, seen.Where(d => d.State == DisputeState.Open).OrderBy(d => d.DueDay).ThenBy(d => d.Id).Take(OpenShown), today)
            .ToListAsync(cancellation);
        var closed = await Rows(actor, seen.Where(d => d.State != DisputeState.Open).OrderByDescending(d => d.ClosedAt).ThenBy(d => d.Id).Take(ClosedShown), today)
            .ToListAsync(cancellation);
        return new(
            open.FindAll(d => !d.IsOwn), open.FindAll(d => d.IsOwn), [.. closed.OrderByDescending(d => d.ClosedAt)]);
    }

    private IQueryable<DisputeRow> Rows(Actor actor, IQueryable<Dispute> disputes, DateOnly today) =>
        from d in disputes
        join r in db.Relationships on d.RelationshipId equals r.Id
        join c in db.Customers on r.CustomerId equals c.Id
        join p in db.People on d.RepId equals p.Id
        join owed in db.CoachingPromises on d.Id equals owed.Id
        join e in db.Ledger on d.EntryId equals e.Id
        orderby d.DueDay, d.Id
        select new DisputeRow(
            d.Id, d.State, d.Kind, d.Day,
            db.Promises.Where(x => x.Id == e.PromiseId).Select(x => x.Text).FirstOrDefault()
                ?? db.Set<TrustBreaker>().Where(x => x.Id == e.Id).Select(x => x.Note).FirstOrDefault()
                ?? db.Touchpoints.Where(x => x.Id == e.TouchpointId && e.PromiseId == null).Select(x => x.Summary ?? x.Expectation).FirstOrDefault(),
            c.Name, p.Name, d.RepId == actor.PersonId, d.Reason, d.Answer, d.RaisedAt, d.DueDay, d.ClosedAt,
            owed.State == PromiseState.Open && owed.ClosesOn <= today ? PromiseState.Broken : owed.State);
}
