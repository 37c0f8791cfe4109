using Microsoft.EntityFrameworkCore;
using TrustCoach.Domain.People;
using TrustCoach.Domain.Promises;
using TrustCoach.Services.Data;
using TrustCoach.Services.People;

namespace TrustCoach.Services.Promises;

/// <summary>Lists promises the actor may see, page by page along an index: thousands cost what ten cost.</summary>
public sealed class PromisesQuery(TrustCoachDb db, TimeProvider clock)
{
    /// <summary>Open ones by due date, soonest first.</summary>
    /// <param name="repId">Those of one rep; of everyone the actor sees when null.</param>
    public async Task<PromisesPage> OpenAsync(
        Actor actor, Direction direction, Guid? repId, PromiseCursor? after, int size, CancellationToken cancellation)
    {
        var today = actor.Today(clock.GetUtcNow());
        var open = Visible(actor, repId).Where(p => p.State == PromiseState.Open && p.ClosesOn > today && p.Direction == direction);
        if (after is { } cursor)
        {
            var at = new DateTimeOffset(cursor.Ticks, TimeSpan.Zero);
            open = open.Where(p => EF.Functions.GreaterThan(ValueTuple.Create(p.DueAt, p.Id), ValueTuple.Create(at, cursor.Id)));
        }

        var rows = await Rows(open.OrderBy(p => p.DueAt).ThenBy(p => p.Id).Take(size + 1)).ToListAsync(cancellation);
        return Page(rows, size, row => row.DueAt.UtcTicks);
    }

    /// <summary>Closed ones, the last closed first, those the clock has closed and no job has booked included.</summary>
    /// <param name="state">Only these; all but the withdrawn when null.</param>
    /// <param name="words">Words of the promise or of the customer's name.</param>
    public async Task<PromisesPage> ClosedAsync(
        Actor actor, Direction direction, Guid? repId, PromiseState? state, string? words, PromiseCursor? after, int size, CancellationToken cancellation)
    {
        var today = actor.Today(clock.GetUtcNow());
        var closed = Visible(actor, repId).Where(p => p.Direction == direction && (p.State != PromiseState.Open || p.ClosesOn <= today));
        closed = state switch
        {
            null => closed.Where(p => p.State != PromiseState.Voided),
            PromiseState.Broken => closed.Where(p =>
                p.State == PromiseState.Broken || (p.State == PromiseState.Open && (p.Condition == null || p.ConditionMetAt != null))),
            PromiseState.Lapsed => closed.Where(p =>
                p.State == PromiseState.Lapsed || (p.State == PromiseState.Open && p.Condition != null && p.ConditionMetAt == null)),
            { } one => closed.Where(p => p.State == one),
        };
        if (words?.Replace("\0", "", StringComparison.Ordinal).Trim() is { Length: > 0 } typed)
        {
            var pattern = $"%{LikePattern.Escape(typed)}%";
            closed = closed.Where(p => EF.Functions.ILike(p.Text, pattern, @"\")
                || db.Customers.Any(c => c.Id == p.CustomerId && EF.Functions.ILike(c.Name, pattern, @"\")));
        }

        if (after is { } cursor)
        {
            var day = DateOnly.FromDayNumber((int)Math.Min(cursor.Ticks, DateOnly.MaxValue.DayNumber));
            closed = closed.Where(p => (p.ClosedOn ?? p.ClosesOn ?? p.DueDay) < day || ((p.ClosedOn ?? p.ClosesOn ?? p.DueDay) == day && p.Id < cursor.Id));
        }

        var rows = await Rows(closed.OrderByDescending(p => p.ClosedOn ?? p.ClosesOn ?? p.DueDay).ThenByDescending(p => p.Id).Take(size + 1))
            .ToListAsync(cancellation);
        return Page(rows, size, row => row.ClosedOn!.Value.DayNumber);
    }

    /// <summary>Whose promises the actor may see, by name; more than one for a manager.</summary>
    public Task<List<RepChoice>> RepsAsync(Actor actor, CancellationToken cancellation) => db.PeopleFor(actor, Thing.Promise, Act.See)
        .OrderBy(p => p.Name).ThenBy(p => p.Id).Take(500).Select(p => new RepChoice(p.Id, p.Name)).ToListAsync(cancellation);

    /// <summary>Where the actor can give a promise: their own customers, and those of <paramref name="customerId"/> whoever looks after it.</summary>
    public Task<List<RelationshipChoice>> ChoicesAsync(Actor actor, Guid? customerId, CancellationToken cancellation)
    {
        var me = actor.PersonId;
        var choices =
            from r in db.RelationshipsFor(actor, Thing.Promise, Act.Log)
            join c in db.Customers on r.CustomerId equals c.Id
            join p in db.People on r.RepId equals p.Id
            where r.EndedOn == null && c.ArchivedAt == null && (r.RepId == me || r.CustomerId == customerId)
            orderby c.Name, r.Id
            select new RelationshipChoice(r.Id, c.Id, c.Name, r.RepId, r.RepId == me ? null : p.Name);
        return choices.Take(1000).ToListAsync(cancellation);
    }

    private static PromisesPage Page(List<PromiseRow> rows, int size, Func<PromiseRow, long> key)
    {
        if (rows.Count <= size)
            return new(rows, null);
        rows.RemoveAt(size);
        return new(rows, new(key(rows[^1]), rows[^1].Id));
    }

    private IQueryable<Promise> Visible(Actor actor, Guid? repId)
    {
        var relationships = db.RelationshipsFor(actor, Thing.Promise, Act.See);
        // A rep's own: said twice, so that the index by rep is used.
        var of = actor.Reach(Thing.Promise, Act.See) == Reach.Own ? actor.PersonId : repId;
        var promises = of is { } id ? db.Promises.Where(p => p.RepId == id) : db.Promises;
        return promises.Where(p => relationships.Any(r => r.Id == p.RelationshipId));
    }

    private IQueryable<PromiseRow> Rows(IQueryable<Promise> promises) =>
        from p in promises
        join c in db.Customers on p.CustomerId equals c.Id
        join rep in db.People on p.RepId equals rep.Id
        let waits = p.Condition != null && p.ConditionMetAt == null
        select new PromiseRow(
            p.Id, p.Text, p.Direction, p.RelationshipId, c.Id, c.Name, rep.Id, rep.Name, p.DueAt, p.HasTime, p.Condition, waits,
            p.State, p.ClosedOn ?? p.ClosesOn ?? p.DueDay, p.Renegotiations, p.Severity);
}
