using Microsoft.EntityFrameworkCore;
using TrustCoach.Domain;
using TrustCoach.Domain.TrustLists;
using TrustCoach.Services.Customers;
using TrustCoach.Services.Data;
using TrustCoach.Services.People;

namespace TrustCoach.Services.TrustLists;

/// <summary>What is to be erased, history and all.</summary>
public enum ErasedPart
{
    Trusted = 1,
    Trusting = 2,
    Both = 3,
}

/// <summary>
/// Writes one's own two lists. It goes past audit and log on purpose: that they exist is nobody's business either. One change at a time
/// passes, each keeps the state before it.
/// </summary>
public sealed class TwoListsService(TrustCoachDb db, ListsSeal seal, TimeProvider clock)
{
    /// <summary>Said where lists are there and their keys are not.</summary>
    public const string Shut = "What is written here cannot be opened any more, so nothing can be added to it. Begin anew first.";

    /// <summary>Puts a name on a sheet.</summary>
    /// <param name="id">Made with the form: sent twice, it is one name.</param>
    public Task<Result<TwoLists>> AddAsync(Actor actor, PaperSheet sheet, Guid id, WrittenName written, CancellationToken cancellation) =>
        ChangeAsync(actor, lists =>
        {
            var now = clock.GetUtcNow();
            // A form that was gone back to, with another name in it, is another name.
            var isUsed = id == Guid.Empty || (lists.Find(id) is { } used && used.Name.Key != FoldedName.Of(written.Name ?? ""));
            return lists.Add(sheet, isUsed ? Guid.CreateVersion7(now) : id, written, now);
        }, cancellation);

    /// <inheritdoc cref="TwoLists.Change"/>
    public Task<Result<TwoLists>> ChangeNameAsync(Actor actor, PaperSheet sheet, Guid id, int version, WrittenName written, CancellationToken cancellation) =>
        ChangeAsync(actor, lists => lists.Change(sheet, id, version, written, clock.GetUtcNow()), cancellation);

    /// <inheritdoc cref="TwoLists.TakeOff"/>
    public Task<Result<TwoLists>> TakeOffAsync(Actor actor, Guid id, CancellationToken cancellation) =>
        ChangeAsync(actor, lists => lists.TakeOff(id, clock.GetUtcNow()), cancellation);

    /// <inheritdoc cref="TwoLists.Say"/>
    public Task<Result<TwoLists>> SayAsync(Actor actor, Tie tie, CancellationToken cancellation) =>
        ChangeAsync(actor, lists => lists.Say(tie, clock.GetUtcNow()), cancellation);

    /// <summary>Erases one or both sheets with their history.</summary>
    public async Task EraseAsync(Actor actor, ErasedPart part, CancellationToken cancellation)
    {
        if (part == ErasedPart.Both)
            await db.SealedLists.Where(s => s.PersonId == actor.PersonId).ExecuteDeleteAsync(cancellation);
        else
            await RewriteAsync(actor, lists => lists.Without((PaperSheet)part), cancellation);
    }

    /// <summary>Erases a name from both sheets and every earlier state. False when no such name stands on a sheet now.</summary>
    public async Task<bool> EraseNameAsync(Actor actor, Guid id, CancellationToken cancellation)
    {
        var last = await db.SealedLists.AsNoTracking().Where(s => s.PersonId == actor.PersonId).OrderByDescending(s => s.Version).FirstOrDefaultAsync(cancellation);
        if (last is null || seal.Open(actor.PersonId, last.Version, last.Sealed)?.Find(id) is not { } found)
            return false;
        await RewriteAsync(actor, lists => lists.Without(found.Name), cancellation);
        return true;
    }

    private async Task<Result<TwoLists>> ChangeAsync(Actor actor, Func<TwoLists, Result<TwoLists>> change, CancellationToken cancellation)
    {
        await using var unit = await db.Database.BeginTransactionAsync(cancellation);
        await HoldAsync(actor, cancellation);
        var kept = await new TwoListsBook(db, seal).ReadAsync(actor, cancellation);
        if (kept.IsShut)
            return new Problem("", Shut);
        if (change(kept.Lists).Refused(out var problem, out var changed))
            return problem;
        if (ReferenceEquals(changed, kept.Lists))
            return changed;
        var version = kept.Version + 1;
        db.SealedLists.Add(new(actor.OrganizationId, actor.PersonId, version, seal.Close(actor.PersonId, version, changed)));
        await db.SaveChangesAsync(cancellation);
        await unit.CommitAsync(cancellation);
        return changed;
    }

    // What erasing leaves equal to the state before it goes too, or the gaps would tell of what was there; so does what cannot be opened.
    private async Task RewriteAsync(Actor actor, Func<TwoLists, TwoLists> rewrite, CancellationToken cancellation)
    {
        await using var unit = await db.Database.BeginTransactionAsync(cancellation);
        await HoldAsync(actor, cancellation);
        var before = TwoLists.Empty;
        foreach (var state in await db.SealedLists.Where(s => s.PersonId == actor.PersonId).OrderBy(s => s.Version).ToListAsync(cancellation))
        {
            if (seal.Open(actor.PersonId, state.Version, state.Sealed) is not { } lists || rewrite(lists) is not { } left || left.SaysTheSameAs(before))
            {
                db.SealedLists.Remove(state);
                continue;
            }

            state.Rewrite(seal.Close(actor.PersonId, state.Version, left));
            before = left;
        }

        await db.SaveChangesAsync(cancellation);
        await unit.CommitAsync(cancellation);
    }

    private Task HoldAsync(Actor actor, CancellationToken cancellation) => db.PassOneAtATimeAsync($"lists {actor.PersonId:n}", cancellation);
}
