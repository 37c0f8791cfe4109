using TrustCoach.Domain.Customers;
using TrustCoach.Domain.Disputes;
using TrustCoach.Domain.Lessons;
using TrustCoach.Domain.Scoring;

namespace TrustCoach.Services.Lessons;

/// <content>Looks at customers and at what goes back and forth with them.</content>
internal sealed partial class LookRows
{
    private IQueryable<Relationship> Running => mine.Where(r => r.EndedOn == null);

    private IQueryable<LookRow> NewRelationships()
    {
        var first = _today.AddDays(1 - LookSpan.FourWeeks);
        return
            from r in Running
            join c in db.Customers on r.CustomerId equals c.Id
            where r.OpenedOn >= first
            orderby r.OpenedOn descending, r.Id
            select new LookRow { At = LookAt.Customer, Id = c.Id, Customer = c.Name, Day = r.OpenedOn };
    }

    private IQueryable<LookRow> BurnedBefore() =>
        from r in Running
        join c in db.Customers on r.CustomerId equals c.Id
        where c.BurnedBefore
        orderby c.Name, c.Id
        select new LookRow { At = LookAt.Customer, Id = c.Id, Customer = c.Name, Text = c.BurnedNote };

    private IQueryable<LookRow> Quiet()
    {
        var since = now.AddDays(-Relationship.QuietDays);
        return
            from r in Running
            join s in db.Standings on r.Id equals s.RelationshipId
            join c in db.Customers on r.CustomerId equals c.Id
            where s.LastContactAt <= since && c.ArchivedAt == null
            orderby s.LastContactAt, r.Id
            select new LookRow { At = LookAt.Customer, Id = c.Id, Customer = c.Name, Day = DateOnly.FromDateTime(s.LastContactAt!.Value.UtcDateTime) };
    }

    private IQueryable<LookRow> Ended()
    {
        var first = _today.AddDays(1 - LookSpan.HalfYear);
        return
            from r in mine
            join c in db.Customers on r.CustomerId equals c.Id
            where r.EndedOn >= first && r.End != RelationshipEnd.HandedOver
            orderby r.EndedOn descending, r.Id
            select new LookRow { At = LookAt.Customer, Id = c.Id, Customer = c.Name, Text = r.End == RelationshipEnd.LostOnTrust ? "Trust was gone" : null, Day = r.EndedOn };
    }

    private IQueryable<LookRow> OpenFears() =>
        from r in Running
        join f in db.Fears on r.CustomerId equals f.CustomerId
        join c in db.Customers on r.CustomerId equals c.Id
        where f.AnsweredAt == null && f.WithdrawnAt == null
        orderby f.NotedOn, f.Id
        select new LookRow { At = LookAt.Customer, Id = c.Id, Customer = c.Name, Text = f.Text, Day = f.NotedOn };

    private IQueryable<LookRow> OpenOffers() =>
        from r in Running
        join o in db.Opportunities on r.Id equals o.RelationshipId
        join c in db.Customers on r.CustomerId equals c.Id
        where o.OfferedOn != null && o.ClosedOn == null && o.WithdrawnAt == null
        orderby o.OfferedOn, o.Id
        select new LookRow { At = LookAt.Opportunity, Id = o.Id, Customer = c.Name, Text = o.Name, Day = o.OfferedOn };

    // The reading of the ledger as on every other page: enough back and forth, and clearly more from one side (scoring.md 4.7).
    private IQueryable<LookRow> OneSided()
    {
        var (fading, limits) = (Fading.Of(rules.Reciprocity.HalfLife).ToDay(_today.DayNumber), rules.Reciprocity);
        return
            from r in Running
            join s in db.Standings on r.Id equals s.RelationshipId
            join c in db.Customers on r.CustomerId equals c.Id
            where (s.Gave + s.Took) * fading >= limits.Enough
                && ((s.Gave - s.Took) * fading > limits.Altruist * (((s.Gave + s.Took) * fading) + limits.Prior)
                    || (s.Gave - s.Took) * fading < limits.Cheater * (((s.Gave + s.Took) * fading) + limits.Prior))
            orderby c.Name, c.Id
            select new LookRow { At = LookAt.Customer, Id = c.Id, Customer = c.Name, Text = s.Gave > s.Took ? "You give, they take" : "They give, you take" };
    }

    private IQueryable<LookRow> Received()
    {
        var first = _today.AddDays(1 - LookSpan.FourWeeks);
        return
            from r in mine
            join g in db.Gestures on r.Id equals g.RelationshipId
            join c in db.Customers on r.CustomerId equals c.Id
            where !g.Given && g.VoidedAt == null && g.Day >= first && g.Day <= _today
            orderby g.Day descending, g.Id
            select new LookRow { At = g.TouchpointId == null ? LookAt.Customer : LookAt.Touchpoint, Id = g.TouchpointId ?? c.Id, Customer = c.Name, Text = g.Text, Day = g.Day };
    }

    private IQueryable<LookRow> Disputed()
    {
        var first = now.AddDays(-LookSpan.Quarter);
        return
            from r in mine
            join d in db.Disputes on r.Id equals d.RelationshipId
            join c in db.Customers on r.CustomerId equals c.Id
            where d.RepId == _me && d.RaisedAt >= first
            orderby d.State == DisputeState.Open descending, d.RaisedAt descending, d.Id
            select new LookRow { At = LookAt.Dispute, Id = d.Id, Customer = c.Name, Text = d.Reason, Day = d.Day };
    }
}
