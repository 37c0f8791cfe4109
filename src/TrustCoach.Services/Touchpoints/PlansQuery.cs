using Microsoft.EntityFrameworkCore;
using TrustCoach.Domain.People;
using TrustCoach.Domain.Touchpoints;
using TrustCoach.Services.Data;
using TrustCoach.Services.People;

namespace TrustCoach.Services.Touchpoints;

/// <summary>A planned encounter of the actor's own.</summary>
/// <param name="Version">What an answer is based on.</param>
public sealed record PlannedEncounter(
    Guid TouchpointId, int Version, Guid CustomerId, string Customer, string? Contact, DateTimeOffset HappenedAt, Channel? Channel, string? Expectation);

/// <summary>Planned encounters, the earliest first.</summary>
/// <param name="More">There are more than are shown at once.</param>
public sealed record Plans(IReadOnlyList<PlannedEncounter> Rows, bool More);

/// <summary>How a planned encounter stands, and who had it last.</summary>
/// <param name="By">Whose change was the last one.</param>
public sealed record PlanNow(Guid TouchpointId, int Version, string Customer, DateTimeOffset HappenedAt, Outcome Outcome, bool IsWithdrawn, Guid? ById, string? By)
{
    /// <summary>Nobody has said yet how it went.</summary>
    public bool IsOpen => Outcome == Outcome.Pending && !IsWithdrawn;
}

/// <summary>Reads the planned encounters of the actor's own that they may still say something of: one statement each, whatever the number.</summary>
public sealed class PlansQuery(TrustCoachDb db)
{
    /// <summary>So many are read at once.</summary>
    public const int Most = 25;

    /// <summary>Those that have begun and wait for their outcome.</summary>
    public Task<Plans> AwaitingAsync(Actor actor, DateTimeOffset now, CancellationToken cancellation) =>
        ReadAsync(actor, t => t.Where(x => x.HappenedAt <= now), Most, cancellation);

    /// <summary>Those that begin after now and before <paramref name="until"/>.</summary>
    public Task<Plans> ComingAsync(Actor actor, DateTimeOffset now, DateTimeOffset until, int most, CancellationToken cancellation) =>
        ReadAsync(actor, t => t.Where(x => x.HappenedAt > now && x.HappenedAt < until), most, cancellation);

    /// <summary>How some of the actor's own touchpoints stand; those that are not theirs are left out.</summary>
    public Task<List<PlanNow>> NowAsync(Actor actor, IReadOnlyCollection<Guid> ids, CancellationToken cancellation)
    {
        var relationships = db.RelationshipsFor(actor, Thing.Touchpoint, Act.Edit);
        return (
            from t in db.Touchpoints
            join c in db.Customers on t.CustomerId equals c.Id
            where ids.Contains(t.Id) && t.RepId == actor.PersonId && relationships.Any(r => r.Id == t.RelationshipId)
            orderby t.HappenedAt, t.Id
            let last = db.Audit.Where(a => a.SubjectId == t.Id).OrderByDescending(a => a.Id).Select(a => a.PersonId).FirstOrDefault()
            select new PlanNow(
                t.Id, t.Version, c.Name, t.HappenedAt, t.Outcome, t.VoidedAt != null, last, db.People.Where(p => p.Id == last).Select(p => p.Name).FirstOrDefault()))
            .ToListAsync(cancellation);
    }

    private async Task<Plans> ReadAsync(Actor actor, Func<IQueryable<Touchpoint>, IQueryable<Touchpoint>> when, int most, CancellationToken cancellation)
    {
        var relationships = db.RelationshipsFor(actor, Thing.Touchpoint, Act.Edit).Where(r => r.EndedOn == null);
        var rows = await (
            from t in when(db.Touchpoints.Where(t => t.RepId == actor.PersonId && t.Outcome == Outcome.Pending && t.VoidedAt == null))
            join c in db.Customers on t.CustomerId equals c.Id
            where relationships.Any(r => r.Id == t.RelationshipId)
            orderby t.HappenedAt, t.Id
            select new PlannedEncounter(
                t.Id, t.Version, c.Id, c.Name, db.Contacts.Where(x => x.Id == t.ContactId).Select(x => x.Name).FirstOrDefault(), t.HappenedAt, t.Channel, t.Expectation))
            .Take(most + 1).ToListAsync(cancellation);
        return new(rows.Count > most ? rows[..most] : rows, rows.Count > most);
    }
}
