using Microsoft.EntityFrameworkCore;
using TrustCoach.Domain;
using TrustCoach.Domain.Opportunities;
using TrustCoach.Domain.People;
using TrustCoach.Domain.Scoring;
using TrustCoach.Services.Audit;
using TrustCoach.Services.Customers;
using TrustCoach.Services.Data;
using TrustCoach.Services.People;

namespace TrustCoach.Services.Opportunities;

/// <summary>Opens an opportunity.</summary>
/// <param name="Key">Made with the form: sent twice, it opens one.</param>
public sealed record OpenOpportunity(Guid Key, Guid? RelationshipId, OpportunityDetails Details);

/// <param name="Version">What the person had before their eyes; an older one than stands is refused.</param>
public sealed record ChangeOpportunity(Guid Id, int Version, OpportunityDetails Details);

/// <summary>What people do with opportunities. None of it moves a score. Null where the actor has no such opportunity.</summary>
public sealed class OpportunityService(TrustCoachDb db, OfferReadings offers, TimeProvider clock)
{
    /// <summary>Opens one; its id.</summary>
    public async Task<Result<Guid>> OpenAsync(Actor actor, OpenOpportunity command, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var reached = db.RelationshipsFor(actor, Thing.Opportunity, Act.Edit).Where(r => r.Id == command.RelationshipId);
        await using var unit = await db.Database.BeginTransactionAsync(cancellation);
        await PassAsync(await reached.Select(r => (Guid?)r.CustomerId).SingleOrDefaultAsync(cancellation), cancellation);
        var at = await reached
            .Select(r => new
            {
                r.Id,
                r.RepId,
                r.CustomerId,
                r.EndedOn,
                Archived = db.Customers.Any(c => c.Id == r.CustomerId && c.ArchivedAt != null),
                Known = db.Opportunities.Any(o => o.Id == command.Key),
            }).SingleOrDefaultAsync(cancellation);
        if (at is null)
            return new Problem(nameof(command.RelationshipId), "Pick one of your own customers.");
        if (at.Known)
            return command.Key;
        if (at.EndedOn is not null)
            return new Problem(nameof(command.RelationshipId), "This relationship has ended. Pick the rep who looks after the customer now.");
        if (at.Archived)
            return new Problem(nameof(command.RelationshipId), "This customer is archived. Put it back into the list first.");
        var of = new OpportunityOf(actor.OrganizationId, command.Key == Guid.Empty ? Guid.CreateVersion7(now) : command.Key, at.Id, at.RepId, at.CustomerId);
        if (Opportunity.Open(of, command.Details, actor.Today(now)).Refused(out var problem, out var opportunity))
            return problem;
        if (await UncausedAsync(opportunity, command.Details, cancellation) is { } uncaused)
            return uncaused;
        await offers.ReadAsync(opportunity, actor.OrganizationZone, cancellation);
        db.Add(opportunity);
        db.Record(actor, now, AuditActs.OpportunityOpened, opportunity.Id);
        await db.SaveChangesAsync(cancellation);
        await unit.CommitAsync(cancellation);
        return opportunity.Id;
    }

    /// <summary>Changes what it says; its customer's id.</summary>
    public Task<Result<Guid>?> ChangeAsync(Actor actor, ChangeOpportunity command, CancellationToken cancellation) =>
        AlterAsync(actor, command.Id, AuditActs.OpportunityChanged, async opportunity =>
        {
            if (opportunity.Change(command.Details, command.Version, actor.Today(clock.GetUtcNow())) is { } problem)
                return problem;
            if (await UncausedAsync(opportunity, command.Details, cancellation) is { } uncaused)
                return uncaused;
            await offers.ReadAsync(opportunity, actor.OrganizationZone, cancellation);
            return null;
        }, cancellation);

    /// <summary>Withdraws one that was entered by mistake; its customer's id.</summary>
    public Task<Result<Guid>?> WithdrawAsync(Actor actor, Guid id, int version, CancellationToken cancellation) =>
        AlterAsync(actor, id, AuditActs.OpportunityWithdrawn, opportunity => Task.FromResult(opportunity.Withdraw(version, clock.GetUtcNow())), cancellation);

    private async Task<Result<Guid>?> AlterAsync(
        Actor actor, Guid id, string act, Func<Opportunity, Task<Problem?>> alter, CancellationToken cancellation)
    {
        var reached = db.OpportunitiesFor(actor, Act.Edit).Where(o => o.Id == id);
        await using var unit = await db.Database.BeginTransactionAsync(cancellation);
        await PassAsync(await reached.Select(o => (Guid?)o.CustomerId).SingleOrDefaultAsync(cancellation), cancellation);
        if (await reached.SingleOrDefaultAsync(cancellation) is not { } opportunity)
            return null;
        var before = AuditTrail.Snapshot(opportunity.Say());
        if (await alter(opportunity) is { } problem)
            return problem;
        db.Record(actor, clock.GetUtcNow(), act, id, before, AuditTrail.Snapshot(opportunity.Say()));
        await db.SaveChangesAsync(cancellation);
        await unit.CommitAsync(cancellation);
        return opportunity.CustomerId;
    }

    // The customer's turn first, as a hand-over takes it: what is read afterwards cannot change under one's hands.
    private Task PassAsync(Guid? customerId, CancellationToken cancellation) =>
        customerId is { } id ? db.PassOneAtATimeAsync($"{id}", cancellation) : Task.CompletedTask;

    // A cause that was picked is of this customer and counts; it is dropped where nothing was lost on trust.
    private async Task<Problem?> UncausedAsync(Opportunity opportunity, OpportunityDetails details, CancellationToken cancellation) =>
        opportunity.CauseId is { } cause && !await db.Ledger.AnyAsync(
            e => e.Id == cause && e.Status != LedgerStatus.Voided && db.Relationships.Any(r => r.Id == e.RelationshipId && r.CustomerId == opportunity.CustomerId),
            cancellation)
            ? new Problem(nameof(details.CauseId), "Pick what cost the trust from the list.") : null;
}
