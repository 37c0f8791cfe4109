using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using TrustCoach.Domain;
using TrustCoach.Domain.Coaching;
using TrustCoach.Services.Audit;
using TrustCoach.Services.Data;
using TrustCoach.Services.People;

namespace TrustCoach.Services.Coaching;

/// <summary>
/// What people write into a session. Texts go to no log and no audit. Null where the actor has no such session; a refusal where they may
/// only read it or where the text was changed meanwhile.
/// </summary>
public sealed partial class SessionWritingService(TrustCoachDb db, NoteSeal seal, TimeProvider clock, ILogger<SessionWritingService> logger)
{
    /// <summary>The rep's own words before the session; nobody else writes them.</summary>
    public Task<Result<SessionDone>?> WriteWordsAsync(Actor actor, WriteWords command, CancellationToken cancellation) =>
        ChangeAsync(actor, command.SessionId, session => Task.FromResult(session.RepId == actor.PersonId
            ? session.Write(command.Words, command.Version, clock.GetUtcNow())
            : new Problem("", "These words are the rep's own.")), cancellation);

    /// <summary>The note that both write and read.</summary>
    public Task<Result<SessionDone>?> WriteSharedAsync(Actor actor, WriteNote command, CancellationToken cancellation) =>
        ChangeAsync(actor, command.SessionId, session => Task.FromResult(session.WriteShared(command.Note, command.Version, actor.PersonId)), cancellation);

    /// <summary>The actor's own note, which nobody else can read. Emptied, nothing of it stays.</summary>
    public Task<Result<SessionDone>?> WritePrivateAsync(Actor actor, WriteNote command, CancellationToken cancellation) =>
        ChangeAsync(actor, command.SessionId, async session =>
        {
            var text = TypedText.Clean(command.Note);
            if (text?.Length > CoachingSession.NoteMaxLength)
                return new Problem("Note", $"Keep it to {CoachingSession.NoteMaxLength} characters.");
            var kept = await db.SealedNotes.SingleOrDefaultAsync(n => n.SessionId == session.Id && n.PersonId == actor.PersonId, cancellation);
            if (kept is not null && kept.Version != command.Version && seal.Open(actor.PersonId, kept.Sealed) != text)
                return new Problem("Note", "Your note was changed meanwhile, on another screen. Both texts are below: put them together, then save.");
            if (text is null)
            {
                if (kept is not null)
                    db.SealedNotes.Remove(kept);
                return null;
            }

            if (kept is null)
                db.SealedNotes.Add(kept = new SealedNote(session.OrganizationId, session.Id, actor.PersonId));
            kept.Write(seal.Close(actor.PersonId, text));
            return null;
        }, cancellation);

    /// <summary>The rep has read what was agreed, and may reply.</summary>
    public Task<Result<SessionDone>?> AcknowledgeAsync(Actor actor, Guid id, string? reply, CancellationToken cancellation) =>
        ChangeAsync(actor, id, session =>
        {
            var now = clock.GetUtcNow();
            if (session.RepId != actor.PersonId)
                return Task.FromResult<Problem?>(new Problem("", "The rep acknowledges it."));
            var first = session.AcknowledgedAt is null;
            var problem = session.Acknowledge(reply, now);
            if (problem is null && first)
                db.Record(actor, now, AuditActs.SessionAcknowledged, id);
            return Task.FromResult(problem);
        }, cancellation);

    private async Task<Result<SessionDone>?> ChangeAsync(
        Actor actor, Guid id, Func<CoachingSession, Task<Problem?>> change, CancellationToken cancellation)
    {
        await using var unit = await db.Database.BeginTransactionAsync(cancellation);
        if (await db.OpenSessionAsync(actor, id, cancellation) is not { } opened)
            return null;
        if (opened.Refused(out var unseen, out var session))
            return unseen;
        if (await change(session) is { } problem)
            return problem;
        await db.SaveChangesAsync(cancellation);
        await unit.CommitAsync(cancellation);
        LogWritten(id);
        return new SessionDone(id);
    }

    [LoggerMessage(LogLevel.Information, "Somebody wrote into coaching session {SessionId}.")]
    private partial void LogWritten(Guid sessionId);
}
