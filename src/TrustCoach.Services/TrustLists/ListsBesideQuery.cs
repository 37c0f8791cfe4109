using Microsoft.EntityFrameworkCore;
using TrustCoach.Domain.Practice;
using TrustCoach.Domain.Scoring;
using TrustCoach.Services.Coaching;
using TrustCoach.Services.Data;
using TrustCoach.Services.Disputes;
using TrustCoach.Services.People;
using TrustCoach.Services.Scoring;

namespace TrustCoach.Services.TrustLists;

/// <summary>What one's own ledger and practice say beside the lists.</summary>
/// <param name="Traits">The five readings.</param>
/// <param name="Running">The habit worked on now; null when there is none.</param>
/// <param name="Coach">Who coaches the author, to whom the key could be shown; null when nobody does.</param>
public sealed record ListsBeside(IReadOnlyList<TraitReading> Traits, HabitTrial? Running, string? Coach);

/// <summary>Reads what stands beside the result of the lists: a few statements, none of which knows of the lists.</summary>
public sealed class ListsBesideQuery(TrustCoachDb db, RuleBook rules, RepFiguresBook figures, TimeProvider clock)
{
    public async Task<ListsBeside> RunAsync(Actor actor, CancellationToken cancellation)
    {
        var (now, me) = (clock.GetUtcNow(), actor.PersonId);
        var today = actor.Today(now);
        var book = await rules.OfAsync(db, actor.RulesVersion, cancellation);
        var read = await figures.OfAsync(db, [me], CoachingPeriod.Of(null, today), actor.RulesVersion, book, now, cancellation);
        var last = await db.HabitTrials.AsNoTracking().Where(t => t.PersonId == me).OrderByDescending(t => t.StartedOn).FirstOrDefaultAsync(cancellation);
        var coach = await db.Coaching().Where(c => c.RepId == me).Select(c => c.Manager).FirstOrDefaultAsync(cancellation);
        return new(read[0].Traits(book), last?.Runs(today) == true ? last : null, coach);
    }
}
