using Microsoft.EntityFrameworkCore;
using TrustCoach.Domain;
using TrustCoach.Domain.Customers;
using TrustCoach.Domain.People;
using TrustCoach.Domain.Scoring;
using TrustCoach.Services.Audit;
using TrustCoach.Services.Data;
using TrustCoach.Services.People;
using TrustCoach.Services.Rules;

namespace TrustCoach.Services.Customers;

/// <summary>Adds, changes, archives and restores customers.</summary>
public sealed class CustomerService(TrustCoachDb db, TimeProvider clock)
{
    /// <summary>Adds a customer with the rep's relationship. A name that is taken is refused until the person says that it is another company.</summary>
    public async Task<Result<CustomerDone>> AddAsync(Actor actor, AddCustomer command, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        if (Customer.Add(actor.OrganizationId, Guid.CreateVersion7(now), command.Name, command.BurnedBefore, command.BurnedNote, now)
            .Refused(out var problem, out var customer))
        {
            return problem;
        }

        if (command.Climate is not { } climate || !Enum.IsDefined(climate))
            return new Problem(nameof(command.Climate), "Say how it began: it sets the benefit of the doubt.");
        if (await RepAsync(actor, command.RepId, cancellation) is not { } repId)
            return new Problem(nameof(command.RepId), "Pick one of your reps.");
        Contact? contact = null;
        if (!string.IsNullOrWhiteSpace(command.ContactName)
            && Contact.Add(actor.OrganizationId, Guid.CreateVersion7(now), customer.Id, command.ContactName, null, null, null).Refused(out problem, out contact))
        {
            return new Problem(nameof(command.ContactName), problem.Message);
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var rulesVersion = await db.HoldRulesAsync(cancellation);
        await db.PassOneAtATimeAsync(customer.Name, cancellation);
        if (!command.EvenIfNamedAlike && await Namesakes(customer.Name).AnyAsync(cancellation))
            return new Problem(nameof(command.Name), $"{customer.Name} is here already. Join it below, or say that you mean another company.");

        db.Add(customer);
        if (contact is not null)
            db.Add(contact);
        var relationship = db.OpenRelationship(customer, repId, climate, actor.Today(now), rulesVersion, now);
        db.Record(actor, now, AuditActs.CustomerAdded, customer.Id, after: AuditTrail.Snapshot(customer));
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return new CustomerDone(customer.Id, relationship.Id);
    }

    /// <summary>Opens the rep's own relationship with a customer the organization knows, or takes up one that had ended. Null when there is no such customer.</summary>
    public async Task<Result<CustomerDone>?> JoinAsync(Actor actor, JoinCustomer command, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        if (command.Climate is not { } climate || !Enum.IsDefined(climate))
            return new Problem(nameof(command.Climate), "Say how it began: it sets the benefit of the doubt.");
        if (await RepAsync(actor, command.RepId, cancellation) is not { } repId)
            return new Problem(nameof(command.RepId), "Pick one of your reps.");

        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var rulesVersion = await db.HoldRulesAsync(cancellation);
        await db.PassOneAtATimeAsync($"{command.CustomerId}", cancellation);
        var customer = await Namesakes(command.Name?.Trim() ?? "").SingleOrDefaultAsync(c => c.Id == command.CustomerId, cancellation);
        if (customer is null)
            return null;
        var relationship = await db.Relationships.SingleOrDefaultAsync(r => r.CustomerId == customer.Id && r.RepId == repId, cancellation);
        if (relationship is { EndedOn: null })
            return new CustomerDone(customer.Id, relationship.Id);
        if (relationship is null)
        {
            relationship = db.OpenRelationship(customer, repId, climate, actor.Today(now), rulesVersion, now);
        }
        else
        {
            relationship.Resume();
            (await db.Standings.SingleAsync(s => s.RelationshipId == relationship.Id, cancellation)).End(false);
        }

        db.Record(actor, now, AuditActs.RelationshipChanged, relationship.Id, after: AuditTrail.Snapshot(relationship));
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return new CustomerDone(customer.Id, relationship.Id);
    }

    /// <summary>Changes name, burned before and how a relationship began. Null when there is no such customer.</summary>
    public async Task<Result<Guid>?> ChangeAsync(Actor actor, ChangeCustomer command, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await db.HoldRulesAsync(cancellation);
        await db.PassOneAtATimeAsync($"{command.Id}", cancellation);
        var customer = await db.CustomersFor(actor, Thing.Customer, Act.Edit).SingleOrDefaultAsync(c => c.Id == command.Id, cancellation);
        if (customer is null)
            return null;
        if (customer.Version != command.Version)
            return new Problem("", "Somebody changed this customer while you were writing. What you typed is kept: compare it with the customer's page, then save again.");
        var before = AuditTrail.Snapshot(customer);
        if (customer.Change(command.Name, command.BurnedBefore, command.BurnedNote) is { } problem)
            return problem;

        Relationship? relationship = null;
        if (command is { RelationshipId: { } id, Climate: { } climate })
        {
            relationship = await db.RelationshipsFor(actor, Thing.Customer, Act.Edit)
                .SingleOrDefaultAsync(r => r.Id == id && r.CustomerId == customer.Id, cancellation);
            if (relationship is null)
                return null;
            if (!Enum.IsDefined(climate))
                return new Problem(nameof(command.Climate), "Say how it began: it sets the benefit of the doubt.");
            if (relationship.Climate != climate)
            {
                var was = AuditTrail.Snapshot(relationship);
                relationship.Began(climate);
                db.Record(actor, now, AuditActs.RelationshipChanged, relationship.Id, was, AuditTrail.Snapshot(relationship));
            }
        }

        await ReopenStandingsAsync(customer, relationship, cancellation);
        db.Record(actor, now, AuditActs.CustomerChanged, customer.Id, before, AuditTrail.Snapshot(customer));
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return customer.Id;
    }

    /// <summary>Takes it off the lists; its history stays. Refused while somebody out of the actor's reach works with it. Null when there is no such customer.</summary>
    public Task<Result<Guid>?> ArchiveAsync(Actor actor, Guid id, CancellationToken cancellation) => PutAwayAsync(actor, id, archive: true, cancellation);

    /// <summary>Puts an archived customer back on the lists. Null when there is no such customer.</summary>
    public Task<Result<Guid>?> RestoreAsync(Actor actor, Guid id, CancellationToken cancellation) => PutAwayAsync(actor, id, archive: false, cancellation);

    private async Task<Result<Guid>?> PutAwayAsync(Actor actor, Guid id, bool archive, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await db.PassOneAtATimeAsync($"{id}", cancellation);
        var customer = await db.CustomersFor(actor, Thing.Customer, Act.Archive).SingleOrDefaultAsync(c => c.Id == id, cancellation);
        if (customer is null)
            return null;
        if (archive == customer.ArchivedAt is not null)
            return customer.Id;
        var reached = db.RelationshipsFor(actor, Thing.Customer, Act.Archive);
        if (archive && await db.Relationships.AnyAsync(r => r.CustomerId == id && r.EndedOn == null && !reached.Any(own => own.Id == r.Id), cancellation))
            return new Problem("", "A colleague works with this customer too. Ask your manager to archive it, or end your own relationship.");

        var before = AuditTrail.Snapshot(customer);
        if (archive)
            customer.Archive(now);
        else
            customer.Restore();
        db.Record(actor, now, archive ? AuditActs.CustomerArchived : AuditActs.CustomerRestored, customer.Id, before, AuditTrail.Snapshot(customer));
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return customer.Id;
    }

    // The opening is copied to every standing of the customer, so that a roll-up reads one table.
    private async Task ReopenStandingsAsync(Customer customer, Relationship? changed, CancellationToken cancellation)
    {
        var standings = await db.Standings.FromSql($"""
            select s.* from standings s join relationships r using (organization_id)
             where organization_id = {db.Organization.Id} and r.id = s.relationship_id and r.customer_id = {customer.Id}
             order by s.relationship_id for update of s
            """).ToListAsync(cancellation);
        foreach (var standing in standings)
            standing.Open(new Opening(standing.RelationshipId == changed?.Id ? changed.Climate : standing.Climate, customer.BurnedBefore));
    }

    private IQueryable<Customer> Namesakes(string name) => db.Customers
        .FromSql($"select * from customers where organization_id = {db.Organization.Id} and search = search_text({name})");

    private async Task<Guid?> RepAsync(Actor actor, Guid? repId, CancellationToken cancellation)
    {
        var id = repId ?? actor.PersonId;
        var isRep = await db.PeopleFor(actor, Thing.Customer, Act.Edit)
            .AnyAsync(p => p.Id == id && p.DeactivatedAt == null && (p.Roles & (Roles.Rep | Roles.Manager)) != 0, cancellation);
        return isRep ? id : null;
    }
}
