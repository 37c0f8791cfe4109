using Microsoft.EntityFrameworkCore;
using TrustCoach.Domain.Coaching;
using TrustCoach.Domain.Customers;
using TrustCoach.Domain.People;
using TrustCoach.Domain.Promises;
using TrustCoach.Domain.Scoring;
using TrustCoach.Services.Customers;
using TrustCoach.Services.Data;
using TrustCoach.Services.People;

namespace TrustCoach.Services.Scoring;

/// <summary>All evidence there ever was of one relationship, to be read on any day as it is known now or as it was known then.</summary>
public sealed class RelationshipLedger
{
    public required RelationshipFacts Relationship { get; init; }

    public required Guid CustomerId { get; init; }

    public required string Customer { get; init; }

    public required Opening Opening { get; init; }

    /// <summary>With the sums of today.</summary>
    public required Standing Standing { get; init; }

    /// <summary>When the reader last looked at it; null when this is the first time.</summary>
    public required DateTimeOffset? LastVisit { get; init; }

    public required IReadOnlyList<LedgerLine> Entries { get; init; }

    public required IReadOnlyList<LedgerRevision> Revisions { get; init; }

    /// <summary>Open promises of ours.</summary>
    public required IReadOnlyList<OwedPromise> Owed { get; init; }

    /// <summary>The first day there is anything to say about.</summary>
    public DateOnly FirstDay => Entries.Where(e => e.Status != LedgerStatus.Voided).Select(e => e.Day).Append(Relationship.OpenedOn).Min();

    /// <summary>What counts, as it is known now: promises broken by the clock by <paramref name="day"/> included.</summary>
    public Evidence[] On(DateOnly day) =>
    [
        .. Entries.Where(e => e.Status == LedgerStatus.Counted && e.Day <= day).Select(e => e.Evidence),
        .. BrokenByClock(day),
    ];

    /// <summary>What counted on a day, as it was known at a moment.</summary>
    /// <exception cref="InvalidOperationException">The ledger was read without its records.</exception>
    public Evidence[] KnownOn(DateOnly day, DateTimeOffset at)
    {
        // What an entry said then is its first revision after that moment.
        var then = Revisions.Where(r => r.Until > at).OrderBy(r => r.Until).DistinctBy(r => r.EntryId).ToDictionary(r => r.EntryId);
        bool Known(LedgerStatus status, LedgerRecord record) => status == LedgerStatus.Counted && (record.By is null || record.At <= at);
        LedgerRecord RecordOf(LedgerLine line) => line.Recorded ?? throw new InvalidOperationException("The ledger was read without its records.");
        return
        [
            .. Entries.Where(e => !then.ContainsKey(e.Id) && e.Day <= day && Known(e.Status, RecordOf(e))).Select(e => e.Evidence),
            .. then.Values.Where(r => r.Day <= day && Known(r.Status, new(r.RecordedAt, r.RecordedBy))).Select(r => r.Evidence),
            .. BrokenByClock(day),
        ];
    }

    internal WhyOf OfPage(DateOnly today) => new(CustomerId, Customer, Relationship, Opening, FirstDay, today);

    private IEnumerable<Evidence> BrokenByClock(DateOnly day) => Owed.Select(p => p.BrokenBy(day.DayNumber)).OfType<Evidence>();
}

/// <summary>Reads the ledger of one relationship with all it ever said: four statements, whatever its length.</summary>
public sealed class RelationshipLedgerQuery(TrustCoachDb db, TimeProvider clock)
{
    /// <summary>Null when the actor sees no scores of that customer, or none of that rep.</summary>
    /// <param name="repId">Whose relationship; null for one's own, else the one that runs.</param>
    /// <param name="records">Read when each entry was recorded too: what was known at a moment needs it.</param>
    public Task<RelationshipLedger?> RunAsync(Actor actor, Guid customerId, Guid? repId, bool records, CancellationToken cancellation) => RunAsync(
        db.RelationshipsFor(actor, Thing.Score, Act.See).Where(r => r.CustomerId == customerId && (repId == null || r.RepId == repId)),
        actor.PersonId, records, cancellation);

    /// <summary>One relationship with its records, for nobody in particular: the caller shows it to those who may see it.</summary>
    internal Task<RelationshipLedger?> OfAsync(Guid relationshipId, CancellationToken cancellation) =>
        RunAsync(db.Relationships.Where(r => r.Id == relationshipId), Guid.Empty, true, cancellation);

    private async Task<RelationshipLedger?> RunAsync(IQueryable<Relationship> relationships, Guid readerId, bool records, CancellationToken cancellation)
    {
        var heads = await (
            from r in relationships
            join c in db.Customers on r.CustomerId equals c.Id
            join p in db.People on r.RepId equals p.Id
            join s in db.Standings on r.Id equals s.RelationshipId
            orderby r.EndedOn == null descending, r.RepId == readerId descending, r.EndedOn descending, r.OpenedOn descending
            select new
            {
                Relationship = r,
                Customer = c.Name,
                Rep = p.Name,
                Standing = s,
                Visit = db.RelationshipVisits.Where(v => v.PersonId == readerId && v.RelationshipId == r.Id).FirstOrDefault(),
            }).AsNoTracking().Take(1).ToListAsync(cancellation);
        if (heads is not [var head])
            return null;

        var id = head.Relationship.Id;
        var owed = await db.Promises.AsNoTracking()
            .Where(p => p.RelationshipId == id && p.State == PromiseState.Open && p.Direction == Direction.Ours)
            .OrderBy(p => p.DueAt).ThenBy(p => p.Id)
            .Select(p => new { p.Id, p.Text, p.DueDay, p.ClosesOn, Waits = p.Condition != null && p.ConditionMetAt == null, p.Severity })
            .ToListAsync(cancellation);
        return new RelationshipLedger
        {
            Relationship = new(
                id, head.Relationship.RepId, head.Rep, head.Relationship.Climate, head.Relationship.OpenedOn, head.Relationship.EndedOn,
                head.Relationship.End, head.Relationship.RepId == readerId, MayLog: false),
            CustomerId = head.Relationship.CustomerId,
            Customer = head.Customer,
            Opening = head.Standing.Opening,
            Standing = head.Standing,
            LastVisit = head.Visit?.Before(clock.GetUtcNow()),
            Entries = await LedgerReader.ReadAsync(db, id, records, cancellation),
            Revisions = records ? await db.LedgerRevisions.AsNoTracking().Where(r => r.RelationshipId == id).ToListAsync(cancellation) : [],
            Owed = owed.ConvertAll(p => new OwedPromise(p.Id, p.Text, p.DueDay.DayNumber, p.ClosesOn!.Value.DayNumber, p.Waits, p.Severity)),
        };
    }
}
