using Microsoft.EntityFrameworkCore;
using TrustCoach.Domain.People;
using TrustCoach.Domain.Scoring;
using TrustCoach.Domain.Touchpoints;
using TrustCoach.Services.Data;
using TrustCoach.Services.People;

namespace TrustCoach.Services.Customers;

/// <summary>A customer as the edit, contact and hand-over forms begin with it.</summary>
public sealed record CustomerForm(CustomerFacts Customer, RelationshipForm? Relationship, IReadOnlyList<ContactFacts> Contacts);

/// <param name="InTime">Open promises and planned encounters that go along with a hand-over.</param>
/// <param name="Overdue">Open promises past their date, which stay with the rep who gave them.</param>
public sealed record RelationshipForm(Guid Id, Guid RepId, string RepName, Climate Climate, bool Ended, int InTime, int Overdue);

/// <summary>A customer of the same name, and whether the actor's rep works with it already.</summary>
public sealed record Namesake(Guid Id, string Name, bool IsOwn, bool IsArchived);

/// <summary>Something that may have cost the trust.</summary>
public sealed record PossibleCause(Guid Id, DateOnly Day, EvidenceKind Kind, string? Text);

/// <summary>What the forms about customers are filled in with.</summary>
public sealed class CustomerFormsQuery(TrustCoachDb db, TimeProvider clock)
{
    /// <summary>Null when the actor does not reach that customer with the act.</summary>
    public async Task<CustomerForm?> OfAsync(Actor actor, Guid customerId, Guid? repId, Act act, CancellationToken cancellation)
    {
        var customer = await db.CustomersFor(actor, Thing.Customer, act).Where(c => c.Id == customerId)
            .Select(c => new CustomerFacts(c.Id, c.Name, c.BurnedBefore, c.BurnedNote, c.ArchivedAt, c.Version)).SingleOrDefaultAsync(cancellation);
        if (customer is null)
            return null;
        var (now, me) = (clock.GetUtcNow(), actor.PersonId);
        var relationship = await (
            from r in db.RelationshipsFor(actor, Thing.Customer, act)
            where r.CustomerId == customerId && (repId == null || r.RepId == repId)
            join p in db.People on r.RepId equals p.Id
            orderby r.EndedOn != null, r.RepId != me, r.OpenedOn descending
            select new RelationshipForm(
                r.Id, r.RepId, p.Name, r.Climate, r.EndedOn != null,
                db.Promises.Count(x => x.RelationshipId == r.Id && x.State == Domain.Promises.PromiseState.Open && x.DueAt >= now)
                    + db.Touchpoints.Count(x => x.RelationshipId == r.Id && x.CustomerId == customerId && x.Outcome == Outcome.Pending && x.VoidedAt == null && x.HappenedAt > now),
                db.Promises.Count(x => x.RelationshipId == r.Id && x.State == Domain.Promises.PromiseState.Open && x.DueAt < now)))
            .FirstOrDefaultAsync(cancellation);
        var contacts = await db.Contacts.Where(c => c.CustomerId == customerId).OrderBy(c => c.LeftAt != null).ThenBy(c => c.Id)
            .Select(c => new ContactFacts(c.Id, c.Name, c.Title, c.Email, c.Phone, c.LeftAt)).ToListAsync(cancellation);
        return new(customer, relationship, contacts);
    }

    /// <summary>Customers of that name in the whole organization, so that a company is not entered twice. Names alone: nothing of what a colleague knows.</summary>
    public Task<List<Namesake>> NamesakesAsync(Actor actor, string? name, CancellationToken cancellation)
    {
        var (typed, me) = (name?.Trim() ?? "", actor.PersonId);
        return db.Customers
            .FromSql($"select * from customers where organization_id = {db.Organization.Id} and search = search_text({typed})")
            .OrderBy(c => c.Id).Take(5)
            .Select(c => new Namesake(
                c.Id, c.Name, db.Relationships.Any(r => r.CustomerId == c.Id && r.RepId == me && r.EndedOn == null), c.ArchivedAt != null))
            .ToListAsync(cancellation);
    }

    /// <summary>The misses and breaches of a relationship, newest first.</summary>
    public Task<List<PossibleCause>> CausesAsync(Actor actor, Guid relationshipId, CancellationToken cancellation)
    {
        var reached = db.RelationshipsFor(actor, Thing.Score, Act.See);
        return (
            from e in db.Ledger
            where e.RelationshipId == relationshipId && e.Status == LedgerStatus.Counted && e.MissedUnits > 0 && reached.Any(r => r.Id == relationshipId)
            from t in db.Touchpoints.Where(t => t.Id == e.TouchpointId).DefaultIfEmpty()
            from p in db.Promises.Where(p => p.Id == e.PromiseId).DefaultIfEmpty()
            orderby e.Day descending, e.Id descending
            select new PossibleCause(e.Id, e.Day, e.Kind, p!.Text ?? t!.Summary ?? t.Expectation)).Take(50).ToListAsync(cancellation);
    }
}
