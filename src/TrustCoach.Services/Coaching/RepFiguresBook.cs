using Microsoft.Extensions.Caching.Memory;
using TrustCoach.Domain.Scoring;
using TrustCoach.Services.Data;

namespace TrustCoach.Services.Coaching;

/// <summary>
/// The figures of reps, worked out once and kept in memory for as long as the rep's stamp in the database stays. A log made a second
/// ago, by whichever instance, has changed the stamp. One statement when nothing has changed, two otherwise.
/// </summary>
public sealed class RepFiguresBook : IDisposable
{
    // Counted in relationships, of some 70 bytes each.
    private const int MostRelationships = 1_000_000;
    private const int OfOneRep = 50;

    private readonly MemoryCache _known = new(new MemoryCacheOptions { SizeLimit = MostRelationships });

    public void Dispose() => _known.Dispose();

    /// <summary>One for each of <paramref name="reps"/>, also for those without customers. The caller has asked whether they may be seen.</summary>
    /// <param name="rulesVersion">The version of <paramref name="rules"/>.</param>
    internal async Task<List<RepFigures>> OfAsync(
        TrustCoachDb db, IReadOnlyCollection<Guid> reps, CoachingPeriod period, int rulesVersion, ScoringRules rules, DateTimeOffset now,
        CancellationToken cancellation)
    {
        Key KeyOf(Guid repId) => new(db.Organization.Id, repId, period, rulesVersion);
        // The stamps first: what is read after them is as new as they are, or newer.
        var states = await new RepNowQuery(db).RunAsync(reps, period, now, cancellation);
        var figures = new Dictionary<Guid, RepFigures>(states.Count);
        foreach (var state in states)
        {
            // A promise the clock has broken weighs before any row says so; until it is booked, nothing is kept.
            if (state.Unbooked == 0 && _known.TryGetValue(KeyOf(state.RepId), out Known? known) && known!.Stamp == state.Stamp)
                figures[state.RepId] = known.Figures;
        }

        var changed = states.FindAll(s => !figures.ContainsKey(s.RepId));
        if (changed.Count > 0)
        {
            foreach (var found in await new RepFiguresQuery(db).RunAsync([.. changed.Select(s => s.RepId)], period, rules, cancellation))
                figures[found.RepId] = found;
            foreach (var state in changed.Where(s => s.Unbooked == 0))
                Keep(KeyOf(state.RepId), new Known(state.Stamp, figures[state.RepId]));
        }

        return states.ConvertAll(state => figures[state.RepId].With(state));
    }

    // A day's figures are of no use on the next.
    private void Keep(Key key, Known known) => _known.Set(
        key, known, new MemoryCacheEntryOptions { Size = OfOneRep + known.Figures.Ids.Length, AbsoluteExpirationRelativeToNow = TimeSpan.FromDays(1) });

    private sealed record Key(Guid OrganizationId, Guid RepId, CoachingPeriod Period, int RulesVersion);

    private sealed record Known(long Stamp, RepFigures Figures);
}
