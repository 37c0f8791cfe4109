using Microsoft.EntityFrameworkCore;
using TrustCoach.Domain.TrustLists;
using TrustCoach.Services.Data;
using TrustCoach.Services.People;

namespace TrustCoach.Services.TrustLists;

/// <summary>Somebody's lists as they are now.</summary>
/// <param name="Lists">Empty before the first name.</param>
/// <param name="Version">0 before the first name.</param>
/// <param name="IsShut">There is something, and it cannot be opened any more.</param>
public sealed record KeptLists(TwoLists Lists, int Version, bool IsShut);

/// <summary>An earlier state of the lists.</summary>
/// <param name="Lists">Null when it cannot be opened any more.</param>
/// <param name="Changes">What was done to come from the state before; empty where either cannot be opened.</param>
public sealed record ListsState(int Version, TwoLists? Lists, IReadOnlyList<ListsChange> Changes);

/// <summary>A page of the history, the newest first.</summary>
public sealed record ListsHistory(IReadOnlyList<ListsState> States, bool HasMore)
{
    public const int Shown = 25;
}

/// <summary>Opens one's own lists, in memory and for oneself alone: nobody else's can be asked for.</summary>
public sealed class TwoListsBook(TrustCoachDb db, ListsSeal seal)
{
    public async Task<KeptLists> ReadAsync(Actor actor, CancellationToken cancellation)
    {
        var last = await Of(actor).OrderByDescending(s => s.Version).FirstOrDefaultAsync(cancellation);
        return last is null ? new(TwoLists.Empty, 0, false)
            : seal.Open(actor.PersonId, last.Version, last.Sealed) is { } lists ? new(lists, last.Version, false)
            : new(TwoLists.Empty, last.Version, true);
    }

    /// <summary>One state; null when there is none of this number.</summary>
    public async Task<ListsState?> StateAsync(Actor actor, int version, CancellationToken cancellation) =>
        await Of(actor).SingleOrDefaultAsync(s => s.Version == version, cancellation) is { } state
            ? new(version, seal.Open(actor.PersonId, version, state.Sealed), []) : null;

    /// <param name="page">From 1.</param>
    public async Task<ListsHistory> HistoryAsync(Actor actor, int page, CancellationToken cancellation)
    {
        var skip = (Math.Clamp(page, 1, int.MaxValue / ListsHistory.Shown) - 1) * ListsHistory.Shown;
        var rows = await Of(actor).OrderByDescending(s => s.Version).Skip(skip).Take(ListsHistory.Shown + 1).ToListAsync(cancellation);
        var opened = rows.ConvertAll(row => (row.Version, Lists: seal.Open(actor.PersonId, row.Version, row.Sealed)));
        var states = opened.Take(ListsHistory.Shown).Select((state, i) =>
        {
            var before = i + 1 < opened.Count ? opened[i + 1].Lists : TwoLists.Empty;
            return new ListsState(state.Version, state.Lists, state.Lists is null || before is null ? [] : ListsChange.Between(before, state.Lists));
        });
        return new([.. states], rows.Count > ListsHistory.Shown);
    }

    private IQueryable<SealedLists> Of(Actor actor) => db.SealedLists.AsNoTracking().Where(s => s.PersonId == actor.PersonId);
}
