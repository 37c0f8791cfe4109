using Microsoft.EntityFrameworkCore;
using TrustCoach.Domain.Disputes;
using TrustCoach.Domain.People;
using TrustCoach.Domain.Promises;
using TrustCoach.Domain.Scoring;
using TrustCoach.Domain.Touchpoints;
using TrustCoach.Services.Data;
using TrustCoach.Services.People;
using TrustCoach.Services.Scoring;

namespace TrustCoach.Services.Disputes;

/// <summary>The event a dispute is about, as it stands now.</summary>
/// <param name="Words">The promise or note it came from; null when nothing was written.</param>
/// <param name="MaySee">The reader may open the touchpoint or promise.</param>
public sealed record DisputedEvent(
    Guid Id, EvidenceKind Kind, DateOnly Day, EvidenceLevel Level, LedgerStatus Status, string? Words, Guid? TouchpointId, Guid? PromiseId,
    Guid RepId, string Rep, Guid CustomerId, string Customer, bool MaySee)
{
    /// <summary>A date that was moved is no verdict: it stands or is withdrawn.</summary>
    public bool IsCorrectable => Status != LedgerStatus.Voided && (PromiseId is null || Kind is not (EvidenceKind.PromiseRenegotiated or EvidenceKind.PromiseLate) || IsClosing);

    /// <summary>The promise was closed by it.</summary>
    public bool IsClosing { get; init; }
}

/// <summary>The scores with the event and without it, today.</summary>
public sealed record WithAndWithout(Reading With, Reading Without);

/// <summary>One dispute with both texts and all that became of it.</summary>
/// <param name="Scores">Null for readers who see no scores, and for an event that weighs nothing any more.</param>
/// <param name="AnsweredBy">Name of who answered; null while open.</param>
/// <param name="Answerer">Name of who owes the answer now; null when an admin does.</param>
/// <param name="Owed">Where the owed answer stands by the clock.</param>
/// <param name="Others">Other disputes of the same event, the oldest first.</param>
public sealed record DisputePage(
    Dispute Dispute, DisputedEvent Event, WithAndWithout? Scores, string? AnsweredBy, string? Answerer, PromiseState Owed,
    IReadOnlyList<Dispute> Others, bool IsOwn, bool MayAnswer);

/// <summary>Reads one dispute, or an event before it is disputed; null when the actor may not see it.</summary>
public sealed class DisputeQuery(TrustCoachDb db, RuleBook rules, ReputationQuery reputations, TimeProvider clock)
{
    public async Task<DisputePage?> RunAsync(Actor actor, Guid id, CancellationToken cancellation)
    {
        var today = actor.Today(clock.GetUtcNow());
        var (seen, answerable, coaching) = (db.DisputesOf(actor, Act.See), db.DisputesOf(actor, Act.Edit), db.Coaching());
        var found = await (
            from d in seen.AsNoTracking()
            join owed in db.CoachingPromises on d.Id equals owed.Id
            where d.Id == id
            select new
            {
                Dispute = d,
                Owed = owed,
                AnsweredBy = db.People.Where(p => p.Id == d.AnsweredBy).Select(p => p.Name).FirstOrDefault(),
                Answerer = coaching.Where(c => c.RepId == d.RepId).Select(c => c.Manager).FirstOrDefault(),
                MayAnswer = d.State == DisputeState.Open && answerable.Any(x => x.Id == d.Id),
            }).SingleOrDefaultAsync(cancellation);
        if (found is null || await EventAsync(actor, db.Ledger.Where(e => e.Id == found.Dispute.EntryId), cancellation) is not { } of)
            return null;
        var others = await db.Disputes.AsNoTracking().Where(d => d.EntryId == of.Id && d.Id != id).OrderBy(d => d.RaisedAt).ToListAsync(cancellation);
        var scores = of.Status == LedgerStatus.Voided || !actor.May(Thing.Score, Act.See)
            ? null : await ScoresAsync(actor, found.Dispute.RelationshipId, of.Id, today, cancellation);
        return new(
            found.Dispute, of, scores, found.AnsweredBy, found.Answerer, found.Owed.StateOn(today), others,
            found.Dispute.RepId == actor.PersonId, found.MayAnswer);
    }

    /// <summary>The dispute of an event that the actor may see: the open one, or the last.</summary>
    public Task<Guid?> OfEntryAsync(Actor actor, Guid entryId, bool openOnly, CancellationToken cancellation) => db.DisputesOf(actor, Act.See)
        .Where(d => d.EntryId == entryId && (!openOnly || d.State == DisputeState.Open))
        .OrderByDescending(d => d.RaisedAt).Select(d => (Guid?)d.Id).FirstOrDefaultAsync(cancellation);

    /// <summary>An event of the actor's own record; one that the clock has broken and nobody has booked is found by its promise.</summary>
    public async Task<DisputedEvent?> OwnEventAsync(Actor actor, Guid entryId, CancellationToken cancellation)
    {
        var (me, today) = (actor.PersonId, actor.Today(clock.GetUtcNow()));
        return await EventAsync(actor, db.Ledger.Where(e => e.Id == entryId && e.RepId == me), cancellation) ?? await (
            from p in db.Promises
            join c in db.Customers on p.CustomerId equals c.Id
            where p.Id == entryId && p.RepId == me && p.State == PromiseState.Open && p.ClosesOn <= today && p.Direction == Direction.Ours
                && (p.Condition == null || p.ConditionMetAt != null)
            select new DisputedEvent(
                p.Id, EvidenceKind.PromiseBroken, p.ClosesOn!.Value, EvidenceLevel.Witnessed, LedgerStatus.Counted, p.Text, p.TouchpointId, p.Id,
                me, actor.Name, c.Id, c.Name, true)).SingleOrDefaultAsync(cancellation);
    }

    private Task<DisputedEvent?> EventAsync(Actor actor, IQueryable<LedgerEntry> entries, CancellationToken cancellation)
    {
        var reached = db.RelationshipsFor(actor, Thing.Touchpoint, Act.See);
        return (
            from e in entries
            join r in db.Relationships on e.RelationshipId equals r.Id
            join c in db.Customers on r.CustomerId equals c.Id
            join rep in db.People on e.RepId equals rep.Id
            select new DisputedEvent(
                e.Id, e.Kind, e.Day, e.Level, e.Status,
                db.Promises.Where(p => p.Id == e.PromiseId).Select(p => p.Text).FirstOrDefault()
                    ?? db.Set<TrustBreaker>().Where(b => b.Id == e.Id).Select(b => b.Note).FirstOrDefault()
                    ?? db.Touchpoints.Where(t => t.Id == e.TouchpointId && e.PromiseId == null).Select(t => t.Summary ?? t.Expectation).FirstOrDefault(),
                e.TouchpointId, e.PromiseId, e.RepId, rep.Name, c.Id, c.Name, reached.Any(x => x.Id == r.Id))
            {
                IsClosing = db.Promises.Any(p => p.Id == e.PromiseId
                    && p.Turns.Any(t => t.Id == e.Id && t.UndoneAt == null && t.Kind != PromiseTurnKind.Renegotiated && t.Kind != PromiseTurnKind.RenegotiatedLate)),
            }).SingleOrDefaultAsync(cancellation)!;
    }

    private async Task<WithAndWithout> ScoresAsync(Actor actor, Guid relationshipId, Guid entryId, DateOnly today, CancellationToken cancellation)
    {
        var book = await rules.OfAsync(db, actor.RulesVersion, cancellation);
        var standing = await db.Standings.AsNoTracking().SingleAsync(s => s.RelationshipId == relationshipId, cancellation);
        var entries = await db.Ledger.AsNoTracking()
            .Where(e => e.RelationshipId == relationshipId && (e.Status == LedgerStatus.Counted || e.Id == entryId)).ToListAsync(cancellation);
        var all = (await reputations.RunAsync([standing.RepId], today, actor.RulesVersion, cancellation)).GetValueOrDefault(standing.RepId);
        var rho = ReputationQuery.RhoOf(standing, all, today, book);
        var with = entries.Select(e => e.Evidence).ToArray();
        return new(
            ClosedForm.Read(with, standing.Opening, rho, today.DayNumber, book),
            ClosedForm.Without(entryId, with, standing.Opening, rho, today.DayNumber, book));
    }
}
