using Microsoft.EntityFrameworkCore;
using Npgsql;
using TrustCoach.Domain;
using TrustCoach.Domain.Opportunities;
using TrustCoach.Domain.People;
using TrustCoach.Domain.Scoring;
using TrustCoach.Services.Audit;
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
        var at = await db.RelationshipsFor(actor, Thing.Opportunity, Act.Edit).Where(r => r.Id == command.RelationshipId)
            .Select(r => new { r.Id, r.RepId, r.CustomerId, r.EndedOn, Archived = db.Customers.Any(c => c.Id == r.CustomerId && c.ArchivedAt != null) })
            .SingleOrDefaultAsync(cancellation);
        if (at is null)
            return new Problem(nameof(command.RelationshipId), "Pick one of your own customers.");
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
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException twice) when (twice.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            // The same form again: the first one has made it.
        }

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
        var opportunity = await db.OpportunitiesFor(actor, Act.Edit).SingleOrDefaultAsync(o => o.Id == id, cancellation);
        if (opportunity is null)
            return null;
        var before = AuditTrail.Snapshot(opportunity.Say());
        if (await alter(opportunity) is { } problem)
            return problem;
        db.Record(actor, clock.GetUtcNow(), act, id, before, AuditTrail.Snapshot(opportunity.Say()));
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            return new Problem("", "Somebody changed this while you were writing. Your words are kept below: compare, then save again.");
        }

        return opportunity.CustomerId;
    }

    // A cause that was picked is of this customer and counts; it is dropped where nothing was lost on trust.
    private async Task<Problem?> UncausedAsync(Opportunity opportunity, OpportunityDetails details, CancellationToken cancellation) =>
        opportunity.CauseId is { } cause && !await db.Ledger.AnyAsync(
            e => e.Id == cause && e.Status != LedgerStatus.Voided && db.Relationships.Any(r => r.Id == e.RelationshipId && r.CustomerId == opportunity.CustomerId),
            cancellation)
            ? new Problem(nameof(details.CauseId), "Pick what cost the trust from the list.") : null;
}
