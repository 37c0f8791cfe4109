using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using TrustCoach.Domain;
using TrustCoach.Domain.Coaching;
using TrustCoach.Services.Data;
using TrustCoach.Services.People;

namespace TrustCoach.Services.Coaching;

/// <summary>An item that stands on the agenda.</summary>
/// <param name="Already">It stood there before: a second click adds nothing.</param>
public sealed record AgendaAdded(Guid ItemId, bool Already = false);

/// <summary>
/// What a rep and whoever coaches them put on the rep's agenda, reword, and talk about. Null where the actor does not coach the rep now and
/// is not the rep.
/// </summary>
public sealed partial class AgendaService(TrustCoachDb db, TimeProvider clock, ILogger<AgendaService> logger)
{
    /// <summary>Puts something on the agenda of a rep; it stands on the next session's, planned or not. From the same source it is raised once.</summary>
    /// <param name="key">Made with the form: sent twice, it is one item. Null where the source says it.</param>
    public async Task<Result<AgendaAdded>?> AddAsync(
        Actor actor, Guid repId, string? text, AgendaSource source, CancellationToken cancellation, Guid? key = null)
    {
        await using var unit = await db.Database.BeginTransactionAsync(cancellation);
        if (!await db.MayCoachAsync(actor, repId, cancellation))
            return null;
        await db.HoldCoachingAsync(repId, cancellation);
        var now = clock.GetUtcNow();
        var id = key is { } given && given != Guid.Empty ? given : Guid.CreateVersion7(now);
        if (AgendaItem.Raise(actor.OrganizationId, id, repId, actor.PersonId, text, source, now).Refused(out var problem, out var item))
            return problem;
        var (kind, name) = (source.Kind, source.Key);
        var known = await db.AgendaItems.Where(i => i.Id == id || (i.RepId == repId && i.SettledAt == null && kind != AgendaSourceKind.Words
            && i.SourceKind == kind && i.SourceKey == name)).Select(i => (Guid?)i.Id).FirstOrDefaultAsync(cancellation);
        if (known is { } there)
            return new AgendaAdded(there, true);
        if (await db.AgendaItems.CountAsync(i => i.RepId == repId && i.SettledAt == null, cancellation) >= AgendaItem.MostOpen)
            return new Problem(nameof(AgendaItem.Text), $"{AgendaItem.MostOpen} things stand on the agenda already. Take one off first.");
        db.AgendaItems.Add(item);
        await db.SaveChangesAsync(cancellation);
        await unit.CommitAsync(cancellation);
        LogChanged(id);
        return new AgendaAdded(id);
    }

    /// <summary>Says an open item otherwise.</summary>
    /// <param name="version">The version the person had before their eyes.</param>
    public Task<Result<AgendaAdded>?> RewordAsync(Actor actor, Guid itemId, string? text, int version, CancellationToken cancellation) =>
        DoAsync(actor, itemId, item => item.IsOpen
            ? item.Reword(text, version)
            : new Problem(nameof(AgendaItem.Text), "It was talked about or taken off meanwhile. Put what is new on the agenda."), cancellation);

    /// <summary>It was talked about, in the planned session.</summary>
    public Task<Result<AgendaAdded>?> SettleAsync(Actor actor, Guid itemId, CancellationToken cancellation) =>
        ChangeAsync(actor, itemId, async item =>
        {
            if (!item.IsOpen)
                return null;
            var session = await db.CoachingSessions.Where(s => s.RepId == item.RepId && s.State == SessionState.Planned)
                .Select(s => (Guid?)s.Id).SingleOrDefaultAsync(cancellation);
            if (session is null)
                return new Problem("", "No session is planned in which it could have been talked about.");
            item.Settle(session, clock.GetUtcNow());
            return null;
        }, cancellation);

    /// <summary>Takes an open item off without talking about it.</summary>
    public Task<Result<AgendaAdded>?> TakeOffAsync(Actor actor, Guid itemId, CancellationToken cancellation) =>
        DoAsync(actor, itemId, item =>
        {
            item.Settle(null, clock.GetUtcNow());
            return null;
        }, cancellation);

    /// <summary>Puts a settled item back on the agenda.</summary>
    public Task<Result<AgendaAdded>?> ReopenAsync(Actor actor, Guid itemId, CancellationToken cancellation) =>
        DoAsync(actor, itemId, item =>
        {
            item.Reopen();
            return null;
        }, cancellation);

    private Task<Result<AgendaAdded>?> DoAsync(Actor actor, Guid itemId, Func<AgendaItem, Problem?> change, CancellationToken cancellation) =>
        ChangeAsync(actor, itemId, item => Task.FromResult(change(item)), cancellation);

    private async Task<Result<AgendaAdded>?> ChangeAsync(Actor actor, Guid itemId, Func<AgendaItem, Task<Problem?>> change, CancellationToken cancellation)
    {
        await using var unit = await db.Database.BeginTransactionAsync(cancellation);
        var repId = await db.AgendaItems.Where(i => i.Id == itemId).Select(i => (Guid?)i.RepId).SingleOrDefaultAsync(cancellation);
        if (repId is not { } rep || !await db.MayCoachAsync(actor, rep, cancellation))
            return null;
        await db.HoldCoachingAsync(rep, cancellation);
        var item = await db.AgendaItems.SingleAsync(i => i.Id == itemId, cancellation);
        if (await change(item) is { } problem)
            return problem;
        await db.SaveChangesAsync(cancellation);
        await unit.CommitAsync(cancellation);
        LogChanged(itemId);
        return new AgendaAdded(itemId);
    }

    [LoggerMessage(LogLevel.Information, "Agenda item {ItemId} changed.")]
    private partial void LogChanged(Guid itemId);
}
