using Microsoft.EntityFrameworkCore;
using TrustCoach.Domain;
using TrustCoach.Domain.Customers;
using TrustCoach.Domain.People;
using TrustCoach.Services.Audit;
using TrustCoach.Services.Data;
using TrustCoach.Services.People;

namespace TrustCoach.Services.Customers;

/// <summary>Notes something a customer is afraid of.</summary>
/// <param name="Key">Made with the form: sent twice, it notes one.</param>
/// <param name="NotedOn">The day it was heard; today when null.</param>
public sealed record NoteFear(Guid Key, Guid CustomerId, string? Text, Guid? ContactId, DateOnly? NotedOn);

/// <summary>Names what answered a fear: a kept promise of ours, or an encounter that met or exceeded what they expected.</summary>
public sealed record AnswerFear(Guid FearId, int Version, Guid? AnswerId);

/// <summary>What people do with a customer's fears. Null where the actor has no such customer or fear; a refusal where it cannot be done.</summary>
public sealed class FearService(TrustCoachDb db, FearsQuery fears, TimeProvider clock)
{
    /// <summary>Notes one; its id.</summary>
    public async Task<Result<Guid>?> NoteAsync(Actor actor, NoteFear command, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        await using var unit = await db.Database.BeginTransactionAsync(cancellation);
        await db.PassOneAtATimeAsync($"{command.CustomerId}", cancellation);
        var customer = await db.CustomersFor(actor, Thing.Fear, Act.Edit).Where(c => c.Id == command.CustomerId)
            .Select(c => new { c.ArchivedAt, Known = db.Fears.Any(f => f.Id == command.Key), Count = db.Fears.Count(f => f.CustomerId == c.Id && f.WithdrawnAt == null) })
            .SingleOrDefaultAsync(cancellation);
        if (customer is null)
            return null;
        if (customer.Known)
            return command.Key;
        if (customer.ArchivedAt is not null)
            return new Problem("", "This customer is archived. Put it back into the list first.");
        if (customer.Count >= Fear.MostOfACustomer)
            return new Problem("", $"{Fear.MostOfACustomer} fears are noted already. Withdraw those that no longer matter first.");
        if (!await IsContactAsync(command.ContactId, command.CustomerId, cancellation))
            return new Problem(nameof(command.ContactId), "Pick one of this customer's contacts.");
        var id = command.Key == Guid.Empty ? Guid.CreateVersion7(now) : command.Key;
        if (Fear.Note(actor.OrganizationId, id, command.CustomerId, command.Text, command.ContactId, command.NotedOn, actor.PersonId, actor.Today(now))
            .Refused(out var problem, out var fear))
        {
            return problem;
        }

        db.Add(fear);
        db.Record(actor, now, AuditActs.FearNoted, fear.Id);
        await db.SaveChangesAsync(cancellation);
        await unit.CommitAsync(cancellation);
        return fear.Id;
    }

    /// <summary>Puts it into other words.</summary>
    public Task<Result<Guid>?> ChangeAsync(Actor actor, Guid id, int version, string? text, Guid? contactId, CancellationToken cancellation) =>
        AlterAsync(actor, id, AuditActs.FearChanged, async fear =>
            await IsContactAsync(contactId, fear.CustomerId, cancellation)
                ? fear.Change(text, contactId, version)
                : new Problem(nameof(Fear.ContactId), "Pick one of this customer's contacts."), cancellation);

    /// <summary>Closes it with what answered it.</summary>
    public Task<Result<Guid>?> AnswerAsync(Actor actor, AnswerFear command, CancellationToken cancellation) =>
        AlterAsync(actor, command.FearId, AuditActs.FearAnswered, async fear =>
        {
            var found = command.AnswerId is { } answerId
                ? await fears.Answers(actor, fear.CustomerId).FirstOrDefaultAsync(a => a.Id == answerId, cancellation)
                : null;
            return found?.ToAnswer() is not { } answer
                ? new Problem(nameof(command.AnswerId), "Pick what answered it from the list: nothing else closes a fear.")
                : fear.Answer(answer.PromiseId, answer.TouchpointId, answer.Day, command.Version, actor.PersonId, clock.GetUtcNow());
        }, cancellation);

    /// <summary>Takes the answer back: it is open again.</summary>
    public Task<Result<Guid>?> ReopenAsync(Actor actor, Guid id, int version, CancellationToken cancellation) =>
        AlterAsync(actor, id, AuditActs.FearReopened, fear => Task.FromResult(fear.Reopen(version)), cancellation);

    /// <summary>Withdraws one that was noted by mistake.</summary>
    public Task<Result<Guid>?> WithdrawAsync(Actor actor, Guid id, int version, CancellationToken cancellation) =>
        AlterAsync(actor, id, AuditActs.FearWithdrawn, fear => Task.FromResult(fear.Withdraw(version, clock.GetUtcNow())), cancellation);

    /// <summary>Changes one; the customer's id.</summary>
    private async Task<Result<Guid>?> AlterAsync(Actor actor, Guid id, string act, Func<Fear, Task<Problem?>> alter, CancellationToken cancellation)
    {
        var customers = db.CustomersFor(actor, Thing.Fear, Act.Edit);
        await using var unit = await db.Database.BeginTransactionAsync(cancellation);
        var customerId = await db.Fears.Where(f => f.Id == id && customers.Any(c => c.Id == f.CustomerId)).Select(f => (Guid?)f.CustomerId).SingleOrDefaultAsync(cancellation);
        if (customerId is not { } of)
            return null;
        await db.PassOneAtATimeAsync($"{of}", cancellation);
        var fear = await db.Fears.SingleAsync(f => f.Id == id, cancellation);
        var before = AuditTrail.Snapshot(fear);
        if (await alter(fear) is { } problem)
            return problem;
        db.Record(actor, clock.GetUtcNow(), act, id, before, AuditTrail.Snapshot(fear));
        await db.SaveChangesAsync(cancellation);
        await unit.CommitAsync(cancellation);
        return of;
    }

    private async Task<bool> IsContactAsync(Guid? contactId, Guid customerId, CancellationToken cancellation) =>
        contactId is null || await db.Contacts.AnyAsync(c => c.Id == contactId && c.CustomerId == customerId, cancellation);
}
