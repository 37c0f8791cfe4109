using Microsoft.EntityFrameworkCore;
using TrustCoach.Domain;
using TrustCoach.Domain.Customers;
using TrustCoach.Domain.People;
using TrustCoach.Services.Audit;
using TrustCoach.Services.Data;
using TrustCoach.Services.People;

namespace TrustCoach.Services.Customers;

/// <summary>Adds and changes the people at a customer.</summary>
public sealed class ContactService(TrustCoachDb db, TimeProvider clock)
{
    /// <summary>Adds a contact. Null when there is no such customer.</summary>
    public async Task<Result<Guid>?> AddAsync(Actor actor, Guid customerId, ContactDetails details, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await db.PassOneAtATimeAsync($"{customerId}", cancellation);
        if (!await db.CustomersFor(actor, Thing.Customer, Act.Edit).AnyAsync(c => c.Id == customerId, cancellation))
            return null;
        if (Contact.Add(actor.OrganizationId, Guid.CreateVersion7(now), customerId, details.Name, details.Title, details.Email, details.Phone)
            .Refused(out var problem, out var contact))
        {
            return problem;
        }

        if (await NamesakeAsync(contact, cancellation))
            return new Problem(nameof(details.Name), $"{contact.Name} is among the contacts already.");

        db.Add(contact);
        db.Record(actor, now, AuditActs.ContactAdded, contact.Id, after: AuditTrail.Snapshot(contact));
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return contact.Id;
    }

    /// <summary>Changes a contact. Null when there is no such contact of that customer.</summary>
    public Task<Result<Guid>?> ChangeAsync(Actor actor, Guid customerId, Guid id, ContactDetails details, CancellationToken cancellation) =>
        AlterAsync(actor, customerId, id, contact => contact.Change(details.Name, details.Title, details.Email, details.Phone), cancellation);

    /// <summary>Notes that a contact left the customer; their touchpoints stay. Null when there is no such contact of that customer.</summary>
    public Task<Result<Guid>?> LeaveAsync(Actor actor, Guid customerId, Guid id, CancellationToken cancellation) =>
        AlterAsync(actor, customerId, id, contact => { contact.Leave(clock.GetUtcNow()); return null; }, cancellation);

    /// <summary>Takes that back. Null when there is no such contact of that customer.</summary>
    public Task<Result<Guid>?> ReturnAsync(Actor actor, Guid customerId, Guid id, CancellationToken cancellation) =>
        AlterAsync(actor, customerId, id, contact => { contact.Return(); return null; }, cancellation);

    private async Task<Result<Guid>?> AlterAsync(
        Actor actor, Guid customerId, Guid id, Func<Contact, Problem?> change, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await db.PassOneAtATimeAsync($"{customerId}", cancellation);
        var customers = db.CustomersFor(actor, Thing.Customer, Act.Edit);
        var contact = await db.Contacts.SingleOrDefaultAsync(
            c => c.Id == id && c.CustomerId == customerId && customers.Any(customer => customer.Id == customerId), cancellation);
        if (contact is null)
            return null;
        var before = AuditTrail.Snapshot(contact);
        if (change(contact) is { } problem)
            return problem;
        if (await NamesakeAsync(contact, cancellation))
            return new Problem(nameof(contact.Name), $"{contact.Name} is among the contacts already.");

        db.Record(actor, clock.GetUtcNow(), AuditActs.ContactChanged, contact.Id, before, AuditTrail.Snapshot(contact));
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return contact.Id;
    }

    private Task<bool> NamesakeAsync(Contact contact, CancellationToken cancellation) => db.Contacts
        .FromSql($"select * from contacts where organization_id = {db.Organization.Id} and customer_id = {contact.CustomerId} and search = search_text({contact.Name})")
        .AnyAsync(c => c.Id != contact.Id && c.LeftAt == null, cancellation);
}
