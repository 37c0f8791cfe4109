using Microsoft.EntityFrameworkCore;
using TrustCoach.Domain;
using TrustCoach.Domain.Coaching;
using TrustCoach.Domain.Disputes;
using TrustCoach.Domain.People;
using TrustCoach.Domain.Scoring;
using TrustCoach.Services.Audit;
using TrustCoach.Services.Data;
using TrustCoach.Services.Mail;
using TrustCoach.Services.People;
using TrustCoach.Services.Scoring;

namespace TrustCoach.Services.Disputes;

/// <summary>
/// Raises and closes disputes inside the caller's transaction, under the relationship's lock: the hold on the ledger, the answer that
/// is owed, the audit and the mails.
/// </summary>
public sealed class DisputeBook(TrustCoachDb db, LedgerWriter ledger, RuleBook rules)
{
    /// <summary>Raises a dispute of an entry and holds the entry; a second one at once finds the first.</summary>
    internal async Task<Result<DisputeDone>> RaiseAsync(
        Actor actor, Standing standing, LedgerEntry entry, RaiseDispute command, DateTimeOffset now, CancellationToken cancellation)
    {
        var earlier = await db.Disputes.AsNoTracking().Where(d => d.EntryId == entry.Id).ToListAsync(cancellation);
        if (earlier.Find(d => d.State == DisputeState.Open) is { } open)
            return new DisputeDone(open.Id, open.State, open.DueDay, true);
        var (today, answered) = (actor.Today(now), earlier.Where(d => d.Answer is not null).Select(d => d.Reason));
        if (Dispute.Raise(Guid.CreateVersion7(now), entry, command.Reason, answered, now, today).Refused(out var problem, out var dispute))
            return problem;
        var answerers = await db.AnswerersOf(dispute.RepId).Select(p => p.Id).ToListAsync(cancellation);
        if (answerers.Count == 0)
            return new Problem("", "Nobody could answer it yet: nobody manages your team, and there is no admin besides you. Ask for a manager first.");
        var book = await rules.OfAsync(db, actor.RulesVersion, cancellation);
        db.Disputes.Add(dispute);
        db.CoachingPromises.Add(CoachingPromise.Answer(
            dispute.OrganizationId, dispute.Id, dispute.RepId, now, dispute.DueDay, book.GraceDays));
        await ledger.HoldAsync(standing, entry.Id, now, cancellation);
        foreach (var email in await EmailsAsync(answerers, cancellation))
            db.Mails.Add(MailTexts.DisputeRaised(actor, email, dispute.DueDay, command.LinkTo + dispute.Id, now));
        db.Record(actor, now, AuditActs.DisputeRaised, dispute.Id, reason: dispute.Reason);
        return new DisputeDone(dispute.Id, dispute.State, dispute.DueDay);
    }

    /// <summary>Takes a dispute back; the event weighs again.</summary>
    internal async Task<Result<DisputeDone>> WithdrawAsync(
        Actor actor, Standing standing, Dispute dispute, DateTimeOffset now, CancellationToken cancellation)
    {
        if (dispute.State == DisputeState.Withdrawn)
            return new DisputeDone(dispute.Id, dispute.State, dispute.DueDay, true);
        if (dispute.Withdraw(now) is { } problem)
            return problem;
        (await OwedAsync(dispute, cancellation))?.LetGo(actor.Today(now));
        await ledger.ReleaseAsync(standing, dispute.EntryId, actor.PersonId, now, cancellation);
        db.Record(actor, now, AuditActs.DisputeWithdrawn, dispute.Id);
        return new DisputeDone(dispute.Id, dispute.State, dispute.DueDay);
    }

    /// <summary>Closes a dispute with an answer and lets its event weigh as it stands now; the event itself was changed before, if it was to be.</summary>
    /// <param name="field">The name under which the form asks for the answer.</param>
    internal async Task<Problem?> CloseAsync(
        Actor actor, Standing standing, Dispute dispute, AnswerDispute command, DateTimeOffset now, CancellationToken cancellation,
        string field = nameof(AnswerDispute.Answer))
    {
        if (dispute.Close(command.State, command.Answer, actor.PersonId, now, field) is { } problem)
            return problem;
        (await OwedAsync(dispute, cancellation))?.Keep(actor.PersonId, actor.Today(now));
        await ledger.ReleaseAsync(standing, dispute.EntryId, actor.PersonId, now, cancellation);
        foreach (var email in await EmailsAsync([dispute.RepId], cancellation))
            db.Mails.Add(MailTexts.DisputeAnswered(actor, email, command.LinkTo + dispute.Id, now));
        db.Record(actor, now, AuditActs.DisputeAnswered, dispute.Id, after: AuditTrail.Snapshot(new { dispute.State }), reason: dispute.Answer);
        return null;
    }

    /// <summary>Closes the dispute that a correction of a touchpoint or a promise answers.</summary>
    /// <param name="sourceId">The corrected touchpoint's or promise's id: the dispute must be about it.</param>
    internal async Task<Problem?> CloseByCorrectionAsync(
        Actor actor, Standing standing, Guid sourceId, ByDispute by, string? answer, DateTimeOffset now, CancellationToken cancellation)
    {
        var dispute = await db.DisputesOf(actor, Act.Edit)
            .Where(d => d.Id == by.DisputeId && d.RelationshipId == standing.RelationshipId && db.Ledger.Any(e => e.Id == d.EntryId
                && (e.PromiseId == sourceId || (e.TouchpointId == sourceId && e.PromiseId == null))))
            .SingleOrDefaultAsync(cancellation);
        return dispute is null
            ? new Problem("", "There is no such dispute of this event that you could answer. Correct it without one.")
            : await CloseAsync(actor, standing, dispute, new(dispute.Id, DisputeState.Corrected, answer, by.LinkTo), now, cancellation, "Reason");
    }

    private async Task<CoachingPromise?> OwedAsync(Dispute dispute, CancellationToken cancellation) =>
        await db.CoachingPromises.FindAsync([dispute.OrganizationId, dispute.Id], cancellation);

    private Task<List<string>> EmailsAsync(List<Guid> people, CancellationToken cancellation) =>
        db.Accounts.Where(a => people.Contains(a.Id) && a.Email != null).Select(a => a.Email!).ToListAsync(cancellation);
}
