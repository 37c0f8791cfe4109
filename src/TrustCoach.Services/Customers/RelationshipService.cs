using Microsoft.EntityFrameworkCore;
using TrustCoach.Domain;
using TrustCoach.Domain.Customers;
using TrustCoach.Domain.Opportunities;
using TrustCoach.Domain.People;
using TrustCoach.Domain.Promises;
using TrustCoach.Domain.Scoring;
using TrustCoach.Domain.Touchpoints;
using TrustCoach.Services.Audit;
using TrustCoach.Services.Data;
using TrustCoach.Services.People;
using TrustCoach.Services.Rules;
using TrustCoach.Services.Scoring;

namespace TrustCoach.Services.Customers;

/// <summary>
/// Hands relationships over, ends and reopens them. What the customer still waits for goes along with a hand-over: promises that are
/// in time and planned encounters become the next rep's own. A promise that is past due stays with the rep who gave it, and so does
/// its clock: nobody's record shows a word somebody else did not keep.
/// </summary>
public sealed class RelationshipService(TrustCoachDb db, LedgerWriter ledger, RuleBook rules, TimeProvider clock)
{
    /// <summary>Gives the customer to another rep, who starts with an allowance of their own or takes up their own earlier history. Null when there is no such relationship.</summary>
    public async Task<Result<CustomerDone>?> HandOverAsync(Actor actor, HandOver command, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        if (await LockAsync(db.RelationshipsFor(actor, Thing.Customer, Act.HandOver), command.RelationshipId, cancellation) is not { } from)
            return null;
        if (from.Relationship.EndedOn is not null)
            return new Problem("", "This relationship has ended already.");
        var next = await db.PeopleFor(actor, Thing.Customer, Act.HandOver)
            .SingleOrDefaultAsync(p => p.Id == command.ToRepId && p.DeactivatedAt == null && (p.Roles & Roles.Rep) != 0, cancellation);
        if (next is null || next.Id == from.Relationship.RepId)
            return new Problem(nameof(command.ToRepId), "Pick the rep who takes over.");
        if (command.Climate is not { } climate || !Enum.IsDefined(climate))
            return new Problem(nameof(command.Climate), "Say how it begins for the next rep.");

        var before = AuditTrail.Snapshot(from.Relationship);
        var to = await BeginAsync(actor, from, next.Id, climate, now, cancellation);
        await PassOnAsync(actor, from, to, $"Handed over to {next.Name}.", cancellation);
        await PassOpportunitiesOnAsync(from.Relationship.Id, to, cancellation);
        from.Relationship.Finish(RelationshipEnd.HandedOver, actor.Today(now), null);
        from.Standing.End(true);
        db.Record(actor, now, AuditActs.CustomerHandedOver, from.Customer.Id, before, AuditTrail.Snapshot(to));
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return new CustomerDone(from.Customer.Id, to.Id);
    }

    /// <summary>Ends a relationship, with the ledger entry that cost the trust or for another reason. Null when there is no such relationship.</summary>
    public async Task<Result<CustomerDone>?> EndAsync(Actor actor, EndRelationship command, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        if (await LockAsync(db.RelationshipsFor(actor, Thing.Customer, Act.Edit), command.RelationshipId, cancellation) is not { } at)
            return null;
        if (at.Relationship.EndedOn is not null)
            return new Problem("", "This relationship has ended already.");
        if (command.End is not (RelationshipEnd.LostOnTrust or RelationshipEnd.Other))
            return new Problem(nameof(command.End), "Say why it ended.");
        var cause = command.End == RelationshipEnd.LostOnTrust ? command.CauseId : null;
        if (cause is { } id && !await db.Ledger.AnyAsync(
            e => e.Id == id && e.RelationshipId == at.Relationship.Id && e.Status != LedgerStatus.Voided, cancellation))
        {
            return new Problem(nameof(command.CauseId), "Pick what cost the trust from the list.");
        }

        var before = AuditTrail.Snapshot(at.Relationship);
        await PassOnAsync(actor, at, null, "The relationship ended.", cancellation);
        at.Relationship.Finish(command.End.Value, actor.Today(now), cause);
        at.Standing.End(true);
        db.Record(actor, now, AuditActs.RelationshipChanged, at.Relationship.Id, before, AuditTrail.Snapshot(at.Relationship));
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return new CustomerDone(at.Customer.Id, at.Relationship.Id);
    }

    /// <summary>Takes up a relationship that had ended, with all its history. One that was handed over is not: its customer has a rep. Null when there is none.</summary>
    public async Task<Result<CustomerDone>?> ReopenAsync(Actor actor, Guid relationshipId, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var ended = db.RelationshipsFor(actor, Thing.Customer, Act.See).Where(r => r.End != RelationshipEnd.HandedOver);
        if (!actor.May(Thing.Customer, Act.Edit) || await LockAsync(ended, relationshipId, cancellation) is not { } at)
            return null;
        if (at.Relationship.EndedOn is null)
            return new CustomerDone(at.Customer.Id, at.Relationship.Id);
        var before = AuditTrail.Snapshot(at.Relationship);
        at.Relationship.Resume();
        at.Standing.End(false);
        db.Record(actor, now, AuditActs.RelationshipChanged, at.Relationship.Id, before, AuditTrail.Snapshot(at.Relationship));
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return new CustomerDone(at.Customer.Id, at.Relationship.Id);
    }

    // The customer's turn comes before the rows are read, so that the second of two at once reads what the first has done.
    private async Task<Locked?> LockAsync(IQueryable<Relationship> reached, Guid id, CancellationToken cancellation)
    {
        var customerId = await reached.Where(r => r.Id == id).Select(r => (Guid?)r.CustomerId).SingleOrDefaultAsync(cancellation);
        if (customerId is null)
            return null;
        var rulesVersion = await db.HoldRulesAsync(cancellation);
        await db.PassOneAtATimeAsync($"{customerId}", cancellation);
        var standing = await ledger.LockAsync(id, cancellation);
        var relationship = await reached.SingleOrDefaultAsync(r => r.Id == id, cancellation);
        return standing is null || relationship is null
            ? null
            : new Locked(relationship, standing, rulesVersion, await db.Customers.SingleAsync(c => c.Id == customerId, cancellation));
    }

    private async Task<Relationship> BeginAsync(
        Actor actor, Locked from, Guid repId, Climate climate, DateTimeOffset now, CancellationToken cancellation)
    {
        var customer = from.Customer;
        var earlier = await db.Relationships.SingleOrDefaultAsync(r => r.CustomerId == customer.Id && r.RepId == repId, cancellation);
        if (earlier is null)
            return db.OpenRelationship(customer, repId, climate, actor.Today(now), from.RulesVersion, now);
        if (earlier.EndedOn is not null)
        {
            earlier.Resume();
            (await ledger.LockAsync(earlier.Id, cancellation))!.End(false);
        }

        return earlier;
    }

    private async Task PassOnAsync(Actor actor, Locked held, Relationship? to, string reason, CancellationToken cancellation)
    {
        var (now, from) = (clock.GetUtcNow(), held.Relationship);
        var grace = (await rules.OfAsync(db, held.RulesVersion, cancellation)).GraceDays;
        var calendar = new PromiseCalendar(now, actor.OrganizationZone, actor.OrganizationZone, grace);
        var promises = await db.Promises.Include(p => p.Turns)
            .Where(p => p.RelationshipId == from.Id && p.State == PromiseState.Open && p.DueAt >= now).ToListAsync(cancellation);
        foreach (var promise in promises)
        {
            if (to is not null)
                db.Add(promise.PassOn(Guid.CreateVersion7(now), to.Id, to.RepId, actor.PersonId, calendar).Value);
            promise.LetGo(actor.PersonId, reason, calendar);
        }

        var planned = await db.Touchpoints
            .Where(t => t.RelationshipId == from.Id && t.Outcome == Outcome.Pending && t.VoidedAt == null && t.HappenedAt > now)
            .ToListAsync(cancellation);
        foreach (var encounter in planned)
        {
            if (to is not null)
                db.Add(Touchpoint.Log(PlannedBy(actor, encounter, to, now), PlanOf(encounter), actor.OrganizationZone, now).Value);
            encounter.Void(actor.PersonId, reason, now);
        }
    }

    // What may still be bought goes along; what was won or lost stays with whose work it was.
    private async Task PassOpportunitiesOnAsync(Guid from, Relationship to, CancellationToken cancellation)
    {
        var open = await db.Opportunities
            .Where(o => o.RelationshipId == from && o.WithdrawnAt == null && (o.Stage == OpportunityStage.OpenTalks || o.Stage == OpportunityStage.OfferMade))
            .ToListAsync(cancellation);
        foreach (var opportunity in open)
            opportunity.PassOn(to.Id, to.RepId);
    }

    private static TouchpointOf PlannedBy(Actor actor, Touchpoint encounter, Relationship to, DateTimeOffset now) => new(
        to.OrganizationId, Guid.CreateVersion7(now), to.Id, to.RepId, to.CustomerId, actor.PersonId, encounter.Level, Guid.CreateVersion7(now));

    private static TouchpointDetails PlanOf(Touchpoint encounter) => new(
        Outcome.Pending, encounter.HappenedAt, encounter.Channel, encounter.ContactId, encounter.Summary, encounter.Expectation);

    private sealed record Locked(Relationship Relationship, Standing Standing, int RulesVersion, Customer Customer);
}
