using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using TrustCoach.Domain;
using TrustCoach.Domain.Disputes;
using TrustCoach.Domain.People;
using TrustCoach.Domain.Scoring;
using TrustCoach.Services.Data;
using TrustCoach.Services.People;
using TrustCoach.Services.Rules;

namespace TrustCoach.Services.Disputes;

/// <summary>What people do with disputes. Null where the actor has no such event or dispute; a refusal where it cannot be done.</summary>
public sealed partial class DisputeService(TrustCoachDb db, DisputeBook disputes, DisputedEvents events, ILogger<DisputeService> logger)
{
    /// <summary>Disputes an event of the actor's own record; from now on it weighs nothing.</summary>
    public async Task<Result<DisputeDone>?> RaiseAsync(Actor actor, RaiseDispute command, CancellationToken cancellation)
    {
        await using var unit = await db.Database.BeginTransactionAsync(cancellation);
        await db.HoldRulesAsync(cancellation);
        if (await events.OpenOwnAsync(actor, command.EntryId, cancellation) is not var (standing, entry))
            return null;
        var raised = await disputes.RaiseAsync(actor, standing, entry, command, events.Now, cancellation);
        return await SaveAsync(raised, unit, cancellation);
    }

    /// <summary>Takes one's own dispute back while nobody has answered it.</summary>
    public async Task<Result<DisputeDone>?> WithdrawAsync(Actor actor, Guid disputeId, CancellationToken cancellation)
    {
        await using var unit = await db.Database.BeginTransactionAsync(cancellation);
        await db.HoldRulesAsync(cancellation);
        var own = db.DisputesOf(actor, Act.Log).Where(d => d.RepId == actor.PersonId);
        if (await OpenAsync(own, disputeId, cancellation) is not var (standing, dispute))
            return null;
        return await SaveAsync(await disputes.WithdrawAsync(actor, standing, dispute, events.Now, cancellation), unit, cancellation);
    }

    /// <summary>Answers a dispute: the event stands and weighs again, or it is withdrawn for good.</summary>
    public async Task<Result<DisputeDone>?> AnswerAsync(Actor actor, AnswerDispute command, CancellationToken cancellation)
    {
        await using var unit = await db.Database.BeginTransactionAsync(cancellation);
        await db.HoldRulesAsync(cancellation);
        if (await OpenAsync(db.DisputesOf(actor, Act.Edit), command.DisputeId, cancellation) is not var (standing, dispute))
            return null;
        var answered = command.State switch
        {
            DisputeState.Upheld => await UpholdAsync(actor, standing, dispute, command, cancellation),
            DisputeState.Voided => await VoidAsync(actor, standing, dispute, command, cancellation),
            _ => new Problem(nameof(command.State), "Say whether the event stands or is withdrawn."),
        };
        return await SaveAsync(
            answered is { } problem ? problem : new DisputeDone(dispute.Id, dispute.State, dispute.DueDay), unit, cancellation);
    }

    private async Task<Problem?> UpholdAsync(
        Actor actor, Standing standing, Dispute dispute, AnswerDispute command, CancellationToken cancellation) =>
        dispute.State == DisputeState.Open && await events.IsGoneAsync(dispute, cancellation)
            ? new Problem(nameof(command.State), "The event was withdrawn meanwhile, so it cannot stand. Answer that it is withdrawn.")
            : await disputes.CloseAsync(actor, standing, dispute, command, events.Now, cancellation);

    // Withdrawn before it is released, so that at no moment it counts again.
    private async Task<Problem?> VoidAsync(
        Actor actor, Standing standing, Dispute dispute, AnswerDispute command, CancellationToken cancellation) =>
        dispute.State == DisputeState.Open && await events.WithdrawAsync(actor, standing, dispute.EntryId, command.Answer?.Trim(), cancellation) is { } problem
            ? problem
            : await disputes.CloseAsync(actor, standing, dispute, command, events.Now, cancellation);

    // The lock first: what the dispute says cannot change under one's hands.
    private async Task<(Standing Standing, Dispute Dispute)?> OpenAsync(IQueryable<Dispute> reached, Guid disputeId, CancellationToken cancellation)
    {
        var relationshipId = await reached.Where(d => d.Id == disputeId).Select(d => (Guid?)d.RelationshipId).SingleOrDefaultAsync(cancellation);
        if (relationshipId is not { } id || await events.LockAsync(id, cancellation) is not { } standing)
            return null;
        return (standing, await db.Disputes.SingleAsync(d => d.Id == disputeId, cancellation));
    }

    private async Task<Result<DisputeDone>> SaveAsync(
        Result<DisputeDone> changed, Microsoft.EntityFrameworkCore.Storage.IDbContextTransaction unit, CancellationToken cancellation)
    {
        if (changed.Refused(out _, out var done) || done.Already)
            return changed;
        await db.SaveChangesAsync(cancellation);
        await unit.CommitAsync(cancellation);
        LogChanged(done.DisputeId, done.State);
        return changed;
    }

    [LoggerMessage(LogLevel.Information, "Dispute {DisputeId} is {State}.")]
    private partial void LogChanged(Guid disputeId, DisputeState state);
}
