using Microsoft.EntityFrameworkCore;
using TrustCoach.Domain.People;
using TrustCoach.Domain.Promises;
using TrustCoach.Domain.Scoring;
using TrustCoach.Services.Data;
using TrustCoach.Services.People;

namespace TrustCoach.Services.Promises;

/// <summary>One turn in a promise's story.</summary>
/// <param name="By">Who said so; null when the system's own clock did.</param>
public sealed record PromiseTurnLine(
    Guid Id, PromiseTurnKind Kind, DateTimeOffset At, DateTimeOffset RecordedAt, string? By, string? Reason, EvidenceLevel Level, bool OwnedUp,
    DateTimeOffset? DueBefore, DateTimeOffset? UndoneAt);

/// <summary>One promise with its story.</summary>
/// <param name="State">As the clock has it, whether or not a job has booked that.</param>
/// <param name="ClosedByClock">The day the clock closed it; null when something else did or nothing yet.</param>
/// <param name="MayChange">The actor may turn it.</param>
public sealed record PromiseStory(
    Guid Id, string Text, Direction Direction, Guid CustomerId, string Customer, Guid RepId, string Rep, string RecordedBy, DateTimeOffset MadeAt,
    DateTimeOffset DueAt, bool HasTime, string? Condition, DateTimeOffset? ConditionMetAt, short Severity, PromiseState State, DateOnly? ClosesOn,
    DateOnly? ClosedByClock, int Renegotiations, bool MayChange, IReadOnlyList<PromiseTurnLine> Turns)
{
    /// <summary>Its condition has not come true: its date binds nobody yet.</summary>
    public bool WaitsOnCondition => Condition is not null && ConditionMetAt is null;

    /// <summary>The turns that are events of the rep's record, by id, and whether they weigh; the clock's own is known by the promise's id.</summary>
    public IReadOnlyDictionary<Guid, LedgerStatus> Events { get; init; } = new Dictionary<Guid, LedgerStatus>();

    /// <summary>The clock has broken it and no job has booked that yet.</summary>
    public bool IsUnbooked { get; init; }

    /// <summary>The touchpoint in which it was given, when it was.</summary>
    public Guid? GivenIn { get; init; }

    /// <summary>The reader's own record.</summary>
    public bool IsOwn { get; init; }
}

/// <summary>Reads one promise; null when the actor may not see it.</summary>
public sealed class PromiseQuery(TrustCoachDb db, TimeProvider clock)
{
    public async Task<PromiseStory?> RunAsync(Actor actor, Guid id, CancellationToken cancellation)
    {
        var (visible, editable) = (db.RelationshipsFor(actor, Thing.Promise, Act.See), db.RelationshipsFor(actor, Thing.Promise, Act.Edit));
        var found = await (
            from p in db.Promises.AsNoTracking().Include(p => p.Turns)
            join c in db.Customers on p.CustomerId equals c.Id
            join rep in db.People on p.RepId equals rep.Id
            join recorder in db.People on p.RecordedBy equals recorder.Id into recorders
            from recorder in recorders.DefaultIfEmpty()
            where p.Id == id && visible.Any(r => r.Id == p.RelationshipId)
            select new { Promise = p, Customer = c.Name, Rep = rep.Name, By = (string?)recorder.Name, MayChange = editable.Any(r => r.Id == p.RelationshipId) })
            .SingleOrDefaultAsync(cancellation);
        if (found is null)
            return null;
        var (promise, today) = (found.Promise, actor.Today(clock.GetUtcNow()));
        var ids = promise.Turns.Select(t => t.By).OfType<Guid>().Distinct().ToList();
        var names = ids.Count == 0 ? [] : await db.People.Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name, cancellation);
        var byClock = promise.ClosedByClockOn(today);
        var state = promise.State == PromiseState.Open && byClock is not null
            ? promise.WaitsOnCondition ? PromiseState.Lapsed : PromiseState.Broken
            : promise.State;
        return new(
            promise.Id, promise.Text, promise.Direction, promise.CustomerId, found.Customer, promise.RepId, found.Rep, found.By ?? "Somebody who has left", promise.MadeAt,
            promise.DueAt, promise.HasTime, promise.Condition, promise.ConditionMetAt, promise.Severity, state, promise.ClosesOn,
            byClock, promise.Renegotiations, found.MayChange,
            [
                .. promise.Turns.OrderBy(t => t.RecordedAt).ThenBy(t => t.Id).Select(t => new PromiseTurnLine(
                    t.Id, t.Kind, t.At, t.RecordedAt, t.By is { } who ? names.GetValueOrDefault(who, "Somebody who has left") : null,
                    t.Reason, t.Level, t.OwnedUp, t.DueBefore, t.UndoneAt)),
            ])
        {
            Events = promise.Direction == Direction.Theirs ? new() : await db.Ledger
                .Where(e => e.RelationshipId == promise.RelationshipId && e.PromiseId == id && e.Status != LedgerStatus.Voided)
                .ToDictionaryAsync(e => e.Id, e => e.Status, cancellation),
            IsUnbooked = promise is { State: PromiseState.Open, Direction: Direction.Ours, WaitsOnCondition: false } && byClock is not null,
            GivenIn = promise.TouchpointId,
            IsOwn = promise.RepId == actor.PersonId,
        };
    }
}
