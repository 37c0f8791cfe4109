using TrustCoach.Domain.Customers;
using TrustCoach.Domain.Lessons;
using TrustCoach.Domain.Scoring;
using TrustCoach.Domain.Touchpoints;
using TrustCoach.Services.Data;
using TrustCoach.Services.People;

namespace TrustCoach.Services.Lessons;

/// <summary>Each look as rows in the order they are shown, all from the relationships it is given.</summary>
internal sealed partial class LookRows(TrustCoachDb db, IQueryable<Relationship> mine, Actor actor, DateTimeOffset now, ScoringRules rules)
{
    private static readonly EvidenceKind[] Misses = [EvidenceKind.Missed, EvidenceKind.PromiseLate, EvidenceKind.PromiseBroken, EvidenceKind.Late];

    private readonly Guid _me = actor.PersonId;
    private readonly DateOnly _today = actor.Today(now);

    public IQueryable<LookRow> Of(LessonLook look) => look switch
    {
        LessonLook.UnnamedExpectations => Ahead(named: false),
        LessonLook.PlannedAhead => Ahead(named: null),
        LessonLook.PendingOutcomes => Pending(),
        LessonLook.CourtesyOnly => Logged(LookSpan.FourWeeks, Outcome.Courtesy),
        LessonLook.Exceeded => Logged(LookSpan.FourWeeks, Outcome.Exceeded),
        LessonLook.Encounters => Logged(LookSpan.Week, null),
        LessonLook.WrittenLate => WrittenLate(),
        LessonLook.TheyStarted => TheyStarted(),
        LessonLook.SelfReported => SelfReported(),
        LessonLook.Late => Evidence(LookSpan.FourWeeks, [EvidenceKind.Late, EvidenceKind.PromiseLate]),
        LessonLook.Misses => Evidence(LookSpan.FourWeeks, [EvidenceKind.Missed]),
        LessonLook.NotOwnedUp => Evidence(LookSpan.FourWeeks, Misses, ownedUp: false),
        LessonLook.ApologiesOwed => ApologiesOwed(),
        LessonLook.IntegrityBreaches => Evidence(LookSpan.Quarter, [EvidenceKind.Gossip, EvidenceKind.Exaggeration, EvidenceKind.Lie]),
        LessonLook.PromisesDue => PromisesDue(),
        LessonLook.PromisesMade => PromisesMade(),
        LessonLook.PromisesMoved => PromisesMoved(),
        LessonLook.PromisesBroken => PromisesBroken(),
        LessonLook.PromisesWithConditions => WithConditions(),
        LessonLook.TheirPromises => TheirPromises(),
        LessonLook.NewRelationships => NewRelationships(),
        LessonLook.BurnedBefore => BurnedBefore(),
        LessonLook.QuietCustomers => Quiet(),
        LessonLook.Ended => Ended(),
        LessonLook.OpenFears => OpenFears(),
        LessonLook.OpenOffers => OpenOffers(),
        LessonLook.OneSided => OneSided(),
        LessonLook.Received => Received(),
        _ => Disputed(),
    };

    private IQueryable<LookRow> Ahead(bool? named)
    {
        var until = now.AddDays(LookSpan.Week);
        return
            from r in mine
            join t in db.Touchpoints on r.Id equals t.RelationshipId
            join c in db.Customers on r.CustomerId equals c.Id
            where t.RepId == _me && t.Outcome == Outcome.Pending && t.VoidedAt == null && t.HappenedAt >= now && t.HappenedAt < until
                && (named == null || (t.Expectation != null) == named)
            orderby t.HappenedAt, t.Id
            select new LookRow { At = LookAt.Touchpoint, Id = t.Id, Customer = c.Name, Text = t.Expectation, Day = t.Day };
    }

    private IQueryable<LookRow> Pending() =>
        from r in mine
        join t in db.Touchpoints on r.Id equals t.RelationshipId
        join c in db.Customers on r.CustomerId equals c.Id
        where t.RepId == _me && t.Outcome == Outcome.Pending && t.VoidedAt == null && t.HappenedAt < now
        orderby t.HappenedAt descending, t.Id
        select new LookRow { At = LookAt.Touchpoint, Id = t.Id, Customer = c.Name, Text = t.Expectation ?? t.Summary, Day = t.Day };

    private IQueryable<LookRow> Logged(int days, Outcome? outcome) =>
        from l in Log(days)
        where l.Touchpoint.Outcome != Outcome.Pending && (outcome == null || l.Touchpoint.Outcome == outcome)
        orderby l.Touchpoint.HappenedAt descending, l.Touchpoint.Id
        select new LookRow { At = LookAt.Touchpoint, Id = l.Touchpoint.Id, Customer = l.Customer, Text = l.Touchpoint.Summary ?? l.Touchpoint.Expectation, Day = l.Touchpoint.Day };

    private IQueryable<LookRow> TheyStarted() =>
        from l in Log(LookSpan.FourWeeks)
        where l.Touchpoint.TheyStarted
        orderby l.Touchpoint.HappenedAt descending, l.Touchpoint.Id
        select new LookRow { At = LookAt.Touchpoint, Id = l.Touchpoint.Id, Customer = l.Customer, Text = l.Touchpoint.Summary, Day = l.Touchpoint.Day };

    private IQueryable<LookRow> SelfReported() =>
        from l in Log(LookSpan.Week)
        where l.Touchpoint.Level == EvidenceLevel.SelfReported && l.Touchpoint.Outcome != Outcome.Pending && l.Touchpoint.Outcome != Outcome.Courtesy
        orderby l.Touchpoint.HappenedAt descending, l.Touchpoint.Id
        select new LookRow { At = LookAt.Touchpoint, Id = l.Touchpoint.Id, Customer = l.Customer, Text = l.Touchpoint.Summary ?? l.Touchpoint.Expectation, Day = l.Touchpoint.Day };

    private IQueryable<LookRow> WrittenLate() =>
        from l in Log(LookSpan.FourWeeks)
        where !l.Touchpoint.Planned && l.Touchpoint.ImportId == null && l.Touchpoint.RecordedAt > l.Touchpoint.HappenedAt.AddDays(1)
        orderby l.Touchpoint.HappenedAt descending, l.Touchpoint.Id
        select new LookRow { At = LookAt.Touchpoint, Id = l.Touchpoint.Id, Customer = l.Customer, Text = l.Touchpoint.Summary ?? l.Touchpoint.Expectation, Day = l.Touchpoint.Day };

    // By the customers met lately, whose timelines have an index: a rep's encounters have none.
    private IQueryable<LoggedEncounter> Log(int days)
    {
        var since = now.AddDays(-days);
        return
            from r in mine
            join s in db.Standings on r.Id equals s.RelationshipId
            join c in db.Customers on r.CustomerId equals c.Id
            join t in db.Touchpoints on new { CustomerId = c.Id, RelationshipId = r.Id } equals new { t.CustomerId, t.RelationshipId }
            where s.LastContactAt >= since && t.HappenedAt >= since && t.HappenedAt <= now && t.VoidedAt == null
            select new LoggedEncounter { Customer = c.Name, Touchpoint = t };
    }

    private IQueryable<LookRow> Evidence(int days, EvidenceKind[] kinds, bool? ownedUp = null) => Shown(Entries(days, kinds).Where(e => ownedUp == null || e.OwnedUp == ownedUp));

    private IQueryable<LookRow> ApologiesOwed() =>
        Shown(Entries(LookSpan.Apology, Misses).Where(e => !db.Ledger.Any(a => a.RefId == e.Id && a.Kind == EvidenceKind.Apology && a.Status == LedgerStatus.Counted)));

    private IQueryable<LedgerEntry> Entries(int days, EvidenceKind[] kinds)
    {
        var first = _today.AddDays(1 - days);
        var firstDay = first.DayNumber;
        return
            from r in mine
            join s in db.Standings on r.Id equals s.RelationshipId
            join e in db.Ledger on r.Id equals e.RelationshipId
            where s.LastDay >= firstDay && e.Day >= first && e.Day <= _today && e.Status == LedgerStatus.Counted && kinds.Contains(e.Kind)
            select e;
    }

    private IQueryable<LookRow> Shown(IQueryable<LedgerEntry> entries) =>
        from e in entries
        join r in db.Relationships on e.RelationshipId equals r.Id
        join c in db.Customers on r.CustomerId equals c.Id
        orderby e.Day descending, e.Id
        select new LookRow
        {
            At = e.PromiseId != null ? LookAt.Promise : e.TouchpointId != null ? LookAt.Touchpoint : LookAt.Customer,
            Id = e.PromiseId ?? e.TouchpointId ?? c.Id,
            Customer = c.Name,
            Text = db.Promises.Where(p => p.Id == e.PromiseId).Select(p => p.Text).FirstOrDefault() ?? db.Touchpoints.Where(t => t.Id == e.TouchpointId).Select(t => t.Summary ?? t.Expectation).FirstOrDefault(),
            Day = e.Day,
        };

    private sealed class LoggedEncounter
    {
        public required string Customer { get; init; }

        public required Touchpoint Touchpoint { get; init; }
    }
}
