using Microsoft.EntityFrameworkCore;
using TrustCoach.Domain;
using TrustCoach.Domain.Customers;
using TrustCoach.Domain.People;
using TrustCoach.Services.Audit;
using TrustCoach.Services.Data;
using TrustCoach.Services.People;

namespace TrustCoach.Services.Customers;

/// <summary>Marks a time of need.</summary>
/// <param name="Key">Made with the form: sent twice, it marks one.</param>
public sealed record MarkNeed(Guid Key, Guid CustomerId, NeedDetails Details);

/// <summary>
/// What people do with a customer's times of need; one at a time is open. Null where the actor has no such customer or time of need; a
/// refusal where it cannot be done.
/// </summary>
public sealed class NeedService(TrustCoachDb db, TimeProvider clock)
{
    /// <summary>Marks one; its id.</summary>
    public async Task<Result<Guid>?> MarkAsync(Actor actor, MarkNeed command, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        await using var unit = await db.Database.BeginTransactionAsync(cancellation);
        await db.PassOneAtATimeAsync($"{command.CustomerId}", cancellation);
        var customer = await db.CustomersFor(actor, Thing.TimeOfNeed, Act.Edit).Where(c => c.Id == command.CustomerId)
            .Select(c => new
            {
                c.ArchivedAt,
                Known = db.TimesOfNeed.Any(n => n.Id == command.Key && n.CustomerId == c.Id),
                Taken = db.TimesOfNeed.Any(n => n.Id == command.Key),
                Open = db.TimesOfNeed.Any(n => n.CustomerId == c.Id && n.OverAt == null && n.WithdrawnAt == null),
            })
            .SingleOrDefaultAsync(cancellation);
        if (customer is null)
            return null;
        if (customer.Known)
            return command.Key;
        if (customer.ArchivedAt is not null)
            return new Problem("", "This customer is archived. Put it back into the list first.");
        if (customer.Open)
            return new Problem("", "A time of need is open already. Correct that one, or close it when it is over.");
        if (!await IsContactAsync(command.Details.ContactId, command.CustomerId, cancellation))
            return new Problem(nameof(TimeOfNeed.ContactId), "Pick one of this customer's contacts.");
        var id = command.Key == Guid.Empty || customer.Taken ? Guid.CreateVersion7(now) : command.Key;
        if (TimeOfNeed.Mark(new(actor.OrganizationId, id, command.CustomerId, actor.PersonId), command.Details, actor.OrganizationZone, now).Refused(out var problem, out var need))
            return problem;

        db.Add(need);
        db.Record(actor, now, AuditActs.NeedMarked, need.Id);
        await db.SaveChangesAsync(cancellation);
        await unit.CommitAsync(cancellation);
        return need.Id;
    }

    /// <summary>Corrects what happened or when.</summary>
    public Task<Result<Guid>?> ChangeAsync(Actor actor, Guid id, int version, NeedDetails details, CancellationToken cancellation) =>
        AlterAsync(actor, id, AuditActs.NeedChanged, async need => await IsContactAsync(details.ContactId, need.CustomerId, cancellation)
            ? need.Change(details, version, actor.OrganizationZone, clock.GetUtcNow())
            : new Problem(nameof(TimeOfNeed.ContactId), "Pick one of this customer's contacts."), cancellation);

    /// <summary>It is over.</summary>
    public Task<Result<Guid>?> EndAsync(Actor actor, Guid id, int version, CancellationToken cancellation) =>
        AlterAsync(actor, id, AuditActs.NeedOver, need => Task.FromResult(need.End(version, clock.GetUtcNow())), cancellation);

    /// <summary>It goes on; not beside another that is open.</summary>
    public Task<Result<Guid>?> ReopenAsync(Actor actor, Guid id, int version, CancellationToken cancellation) =>
        AlterAsync(actor, id, AuditActs.NeedReopened, async need =>
            await db.TimesOfNeed.AnyAsync(n => n.CustomerId == need.CustomerId && n.Id != id && n.OverAt == null && n.WithdrawnAt == null, cancellation)
                ? new Problem("", "Another time of need is open. Close that one first.")
                : need.Reopen(version), cancellation);

    /// <summary>Withdraws one that was marked by mistake.</summary>
    public Task<Result<Guid>?> WithdrawAsync(Actor actor, Guid id, int version, CancellationToken cancellation) =>
        AlterAsync(actor, id, AuditActs.NeedWithdrawn, need => Task.FromResult(need.Withdraw(version, clock.GetUtcNow())), cancellation);

    /// <summary>Changes one; the customer's id.</summary>
    private async Task<Result<Guid>?> AlterAsync(Actor actor, Guid id, string act, Func<TimeOfNeed, Task<Problem?>> alter, CancellationToken cancellation)
    {
        var customers = db.CustomersFor(actor, Thing.TimeOfNeed, Act.Edit);
        await using var unit = await db.Database.BeginTransactionAsync(cancellation);
        var customerId = await db.TimesOfNeed.Where(n => n.Id == id && customers.Any(c => c.Id == n.CustomerId)).Select(n => (Guid?)n.CustomerId).SingleOrDefaultAsync(cancellation);
        if (customerId is not { } of)
            return null;
        await db.PassOneAtATimeAsync($"{of}", cancellation);
        var need = await db.TimesOfNeed.SingleAsync(n => n.Id == id, cancellation);
        var before = AuditTrail.Snapshot(need);
        if (await alter(need) is { } problem)
            return problem;
        db.Record(actor, clock.GetUtcNow(), act, id, before, AuditTrail.Snapshot(need));
        await db.SaveChangesAsync(cancellation);
        await unit.CommitAsync(cancellation);
        return of;
    }

    private async Task<bool> IsContactAsync(Guid? contactId, Guid customerId, CancellationToken cancellation) =>
        contactId is null || await db.Contacts.AnyAsync(c => c.Id == contactId && c.CustomerId == customerId, cancellation);
}
