using TrustCoach.Domain;
using TrustCoach.Domain.Lessons;
using TrustCoach.Domain.Promises;

namespace TrustCoach.Services.Lessons;

/// <content>Looks at promises.</content>
internal sealed partial class LookRows
{
    private IQueryable<Promise> Ours => db.Promises.Where(p => p.RepId == _me && p.Direction == Direction.Ours && p.State != PromiseState.Voided);

    private IQueryable<LookRow> PromisesDue()
    {
        var until = Days.EndOf(_today.AddDays(LookSpan.Week - 1), actor.OrganizationZone);
        return Rows(Ours.Where(p => p.State == PromiseState.Open && p.DueAt < until && (p.ClosesOn == null || p.ClosesOn > _today) && (p.Condition == null || p.ConditionMetAt != null)));
    }

    private IQueryable<LookRow> PromisesMade()
    {
        var first = _today.AddDays(1 - LookSpan.Week);
        return Rows(Ours.Where(p => p.MadeOn >= first && p.MadeOn <= _today));
    }

    private IQueryable<LookRow> PromisesMoved()
    {
        var first = _today.AddDays(1 - LookSpan.FourWeeks);
        return Rows(Ours.Where(p => p.Renegotiations > 0 && p.Turns.Any(
            t => (t.Kind == PromiseTurnKind.Renegotiated || t.Kind == PromiseTurnKind.RenegotiatedLate) && t.UndoneAt == null && t.Day >= first)));
    }

    // What the clock has broken and no job has booked counts too.
    private IQueryable<LookRow> PromisesBroken()
    {
        var first = _today.AddDays(1 - LookSpan.FourWeeks);
        return Rows(Ours.Where(p => ((p.State == PromiseState.Broken || p.State == PromiseState.KeptLate) && p.ClosedOn >= first)
            || (p.State == PromiseState.Open && p.ClosesOn <= _today && p.ClosesOn >= first && (p.Condition == null || p.ConditionMetAt != null))));
    }

    private IQueryable<LookRow> WithConditions() =>
        Rows(Ours.Where(p => p.State == PromiseState.Open && p.Condition != null && p.ConditionMetAt == null));

    private IQueryable<LookRow> TheirPromises() =>
        Rows(db.Promises.Where(p => p.RepId == _me && p.Direction == Direction.Theirs && p.State == PromiseState.Open));

    private IQueryable<LookRow> Rows(IQueryable<Promise> promises) =>
        from r in mine
        join p in promises on r.Id equals p.RelationshipId
        join c in db.Customers on r.CustomerId equals c.Id
        orderby p.DueAt, p.Id
        select new LookRow { At = LookAt.Promise, Id = p.Id, Customer = c.Name, Text = p.Text, Day = p.DueDay };
}
