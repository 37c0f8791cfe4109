using Microsoft.EntityFrameworkCore;
using TrustCoach.Domain.Disputes;
using TrustCoach.Domain.Favours;
using TrustCoach.Domain.People;
using TrustCoach.Domain.Promises;
using TrustCoach.Domain.Scoring;
using TrustCoach.Services.Data;
using TrustCoach.Services.People;
using TrustCoach.Services.Scoring;

namespace TrustCoach.Services.Favours;

/// <summary>Reads what went back and forth in one relationship: seven statements, whatever its length.</summary>
public sealed class GiveAndTakeQuery(TrustCoachDb db, RelationshipLedgerQuery ledgers, RuleBook rules, TimeProvider clock)
{
    /// <summary>Null when the actor sees no scores of that customer, or none of that rep.</summary>
    /// <param name="repId">Whose relationship; null for one's own, else the one that runs.</param>
    public async Task<GiveAndTakePage?> RunAsync(Actor actor, Guid customerId, Guid? repId, CancellationToken cancellation)
    {
        if (await ledgers.RunAsync(actor, customerId, repId, false, cancellation) is not { } ledger)
            return null;
        var (id, today, book) = (ledger.Relationship.Id, actor.Today(clock.GetUtcNow()), await rules.OfAsync(db, actor.RulesVersion, cancellation));
        var gestures = await db.Gestures.AsNoTracking().Where(g => g.RelationshipId == id && g.VoidedAt == null).ToListAsync(cancellation);
        var promises = await PromisesAsync(id, today, cancellation);
        var fading = Fading.Of(book.Reciprocity.HalfLife);
        double Faded(int value, DateOnly day) => value * fading.After(today.DayNumber - day.DayNumber);
        var favours = gestures
            .Select(g => new FavourPart(g.Day, g.Given, g.Value, Faded(g.Value, g.Day), g.Text, g.Id, null, g.TouchpointId, g.Commitment)
            {
                ThankedOn = g.ThankedOn,
                WantsThanks = g.WantsThanks(today),
            })
            .Concat(promises.Where(p => p.IsKept).Select(p =>
                new FavourPart(p.Day, p.Direction == Direction.Ours, 1, Faded(1, p.Day), p.Text, null, p.Id, null, p.Commitment)))
            .OrderByDescending(f => f.Day).ThenBy(f => f.Text, StringComparer.Ordinal).ToList();

        var balance = Reciprocity.Of(ledger.Standing, today.DayNumber, book);
        var year = YearOfFavours.Of(
            gestures.Select(g => new Exchanged(g.Day, g.Given, g.Value, null))
                .Concat(promises.Where(p => p.State != PromiseState.Open && !p.Disputed).Select(p => new Exchanged(p.Day, p.Direction == Direction.Ours, null, p.State))), today);
        var ladder = CommitmentLadder.Of(favours.Where(f => f.Commitment is not null).Select(f => (f.Commitment!.Value, f.Day)));
        return new(
            ledger.OfPage(today), balance, book.Reciprocity, favours, year,
            promises.Count(p => p is { State: PromiseState.Open, Direction: Direction.Ours }), promises.Count(p => p is { State: PromiseState.Open, Direction: Direction.Theirs }),
            ladder, FairAsk.Of(year, balance.Kind, ladder, ledger.Relationship.IsOwn), actor.May(Thing.Touchpoint, Act.Edit) && ledger.Relationship.EndedOn is null);
    }

    // The clock's breaks count whether or not a job has booked them; those it lapses count on no side.
    private async Task<List<PromisePart>> PromisesAsync(Guid relationshipId, DateOnly today, CancellationToken cancellation)
    {
        var read = await db.Promises.AsNoTracking()
            .Where(p => p.RelationshipId == relationshipId && p.State != PromiseState.Voided && p.State != PromiseState.Lapsed)
            .Select(p => new
            {
                p.Id,
                p.Direction,
                p.Text,
                p.State,
                p.ClosesOn,
                p.ClosedOn,
                p.Commitment,
                Waits = p.Condition != null && p.ConditionMetAt == null,
                Disputed = db.Disputes.Any(d => d.State == DisputeState.Open && (d.EntryId == p.Id || p.Turns.Any(t => t.Id == d.EntryId))),
            }).ToListAsync(cancellation);
        return
        [
            .. from p in read
               let past = p.State == PromiseState.Open && p.ClosesOn <= today
               where !(past && p.Waits)
               select new PromisePart(
                   p.Id, p.Direction, p.Text, past ? PromiseState.Broken : p.State, p.ClosedOn ?? p.ClosesOn ?? today, p.Commitment, p.Disputed),
        ];
    }

    /// <param name="Day">The day it ended, or will.</param>
    private sealed record PromisePart(Guid Id, Direction Direction, string Text, PromiseState State, DateOnly Day, Commitment? Commitment, bool Disputed)
    {
        public bool IsKept => State is PromiseState.Kept or PromiseState.KeptLate;
    }
}
