using Microsoft.EntityFrameworkCore;
using TrustCoach.Domain;
using TrustCoach.Domain.People;
using TrustCoach.Domain.Practice;
using TrustCoach.Services.Customers;
using TrustCoach.Services.Data;
using TrustCoach.Services.People;

namespace TrustCoach.Services.Practice;

/// <summary>Notes a close call.</summary>
/// <param name="Key">Made with the form: sent twice, it notes one.</param>
/// <param name="Day">Today when null.</param>
public sealed record NoteCloseCall(Guid Key, CloseCallKind? Kind, Guid? RelationshipId = null, DateOnly? Day = null, string? Note = null);

/// <summary>Keeps one's own close calls. It goes past ledger, audit and log on purpose: that there was one is nobody else's business.</summary>
public sealed class CloseCallService(TrustCoachDb db, AuthorSeal seal, TimeProvider clock)
{
    internal const string What = "CloseCall";

    /// <summary>Notes one; its id.</summary>
    public async Task<Result<Guid>> NoteAsync(Actor actor, NoteCloseCall command, CancellationToken cancellation)
    {
        var (now, me) = (clock.GetUtcNow(), actor.PersonId);
        await using var unit = await db.Database.BeginTransactionAsync(cancellation);
        await db.PassOneAtATimeAsync($"close calls of {me}", cancellation);
        var author = await db.CloseCalls.Where(c => c.Id == command.Key).Select(c => (Guid?)c.PersonId).SingleOrDefaultAsync(cancellation);
        if (author == me)
            return command.Key;
        if (command.RelationshipId is { } with
            && !await db.RelationshipsFor(actor, Thing.CloseCall, Act.Edit).AnyAsync(r => r.Id == with && r.RepId == me, cancellation))
        {
            return new Problem(nameof(command.RelationshipId), "Pick one of your own customers.");
        }

        var id = command.Key == Guid.Empty || author is not null ? Guid.CreateVersion7(now) : command.Key;
        if (CloseCall.Note(
            new(actor.OrganizationId, id, me, command.RelationshipId), command.Kind, command.Day, command.Note,
            words => seal.Close(What, me, words), actor.Today(now)).Refused(out var problem, out var call))
        {
            return problem;
        }

        if (await db.CloseCalls.CountAsync(c => c.PersonId == me && c.Day == call.Day, cancellation) >= CloseCall.MostADay)
            return new Problem("", $"{CloseCall.MostADay} are noted on that day already. Take back what was a slip of the finger.");
        db.Add(call);
        await db.SaveChangesAsync(cancellation);
        await unit.CommitAsync(cancellation);
        return call.Id;
    }

    /// <summary>Takes one of one's own back: nothing of it stays. False when there is none.</summary>
    public async Task<bool> TakeBackAsync(Actor actor, Guid id, CancellationToken cancellation) =>
        await db.CloseCalls.Where(c => c.Id == id && c.PersonId == actor.PersonId).ExecuteDeleteAsync(cancellation) > 0;
}
