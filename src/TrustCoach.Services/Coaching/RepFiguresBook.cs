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

    // From so many reps on, working them out twice at once costs more than waiting. A gate is shared by some organizations.
    private const int Many = 10;
    private readonly SemaphoreSlim[] _gates = [.. Enumerable.Range(0, 64).Select(_ => new SemaphoreSlim(1))];

    private readonly MemoryCache _known = new(new MemoryCacheOptions { SizeLimit = MostRelationships });

    public void Dispose()
    {
        _known.Dispose();
        foreach (var gate in _gates)
            gate.Dispose();
    }

    /// <summary>One for each of <paramref name="reps"/>, also for those without customers. The caller has asked whether they may be seen.</summary>
    /// <param name="rulesVersion">The version of <paramref name="rules"/>.</param>
    internal async Task<List<RepFigures>> OfAsync(
        TrustCoachDb db, IReadOnlyCollection<Guid> reps, CoachingPeriod period, int rulesVersion, ScoringRules rules, DateTimeOffset now,
        CancellationToken cancellation)
    {
        var of = new Asked(db, period, rulesVersion, rules);
        // The stamps first: what is read after them is as new as they are, or newer.
        var states = await new RepNowQuery(db).RunAsync(reps, period, now, cancellation);
        var figures = new Dictionary<Guid, RepFigures>(states.Count);
        if (Unknown(of, states, figures) is not { Count: > 0 } changed)
            return states.ConvertAll(state => figures[state.RepId].With(state));

        var gate = changed.Count < Many ? null : _gates[(db.Organization.Id.GetHashCode() & int.MaxValue) % _gates.Length];
        await (gate?.WaitAsync(cancellation) ?? Task.CompletedTask);
        try
        {
            changed = gate is null ? changed : Unknown(of, changed, figures);
            await WorkOutAsync(of, changed, figures, cancellation);
        }
        finally
        {
            gate?.Release();
        }

        return states.ConvertAll(state => figures[state.RepId].With(state));
    }

    // Fills in what is known under its stamp; who is left.
    private List<RepNow> Unknown(Asked of, List<RepNow> states, Dictionary<Guid, RepFigures> figures)
    {
        foreach (var state in states)
        {
            // A promise the clock has broken weighs before any row says so; until it is booked, nothing is kept.
            if (state.Unbooked == 0 && _known.TryGetValue(of.Key(state.RepId), out Known? known) && known!.Stamp == state.Stamp)
                figures[state.RepId] = known.Figures;
        }

        return states.FindAll(s => !figures.ContainsKey(s.RepId));
    }

    private async Task WorkOutAsync(Asked of, List<RepNow> changed, Dictionary<Guid, RepFigures> figures, CancellationToken cancellation)
    {
        if (changed.Count == 0)
            return;
        foreach (var found in await new RepFiguresQuery(of.Db).RunAsync([.. changed.Select(s => s.RepId)], of.Period, of.Rules, cancellation))
            figures[found.RepId] = found;
        foreach (var state in changed.Where(s => s.Unbooked == 0))
            Keep(of.Key(state.RepId), new Known(state.Stamp, figures[state.RepId]));
    }

    // A day's figures are of no use on the next.
    private void Keep(Key key, Known known) => _known.Set(
        key, known, new MemoryCacheEntryOptions { Size = OfOneRep + known.Figures.Ids.Length, AbsoluteExpirationRelativeToNow = TimeSpan.FromDays(1) });

    private sealed record Asked(TrustCoachDb Db, CoachingPeriod Period, int RulesVersion, ScoringRules Rules)
    {
        public Key Key(Guid repId) => new(Db.Organization.Id, repId, Period, RulesVersion);
    }

    private sealed record Key(Guid OrganizationId, Guid RepId, CoachingPeriod Period, int RulesVersion);

    private sealed record Known(long Stamp, RepFigures Figures);
}
