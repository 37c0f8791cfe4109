using TrustCoach.Domain.Coaching;
using TrustCoach.Domain.Scoring;
using TrustCoach.Services.Data;
using TrustCoach.Services.Numbers;
using TrustCoach.Services.People;
using TrustCoach.Services.Scoring;

namespace TrustCoach.Services.Coaching;

/// <summary>The events behind one trait of a rep, newest first, each with its share and weight: at most five statements.</summary>
public sealed class TraitEventsQuery(TrustCoachDb db, RuleBook rules, RepFiguresBook reps, TimeProvider clock)
{
    /// <summary>A page of them; null when the actor sees no scores of this rep.</summary>
    public async Task<TraitEvents?> RunAsync(Actor actor, Guid repId, Trait trait, EvidenceCursor after, CancellationToken cancellation)
    {
        if (await db.SeenRepAsync(actor, repId, cancellation) is not { } rep)
            return null;

        var book = await rules.OfAsync(db, actor.RulesVersion, cancellation);
        var now = clock.GetUtcNow();
        var period = CoachingPeriod.Of(null, actor.Today(now));
        var figures = (await reps.OfAsync(db, [repId], period, actor.RulesVersion, book, now, cancellation))[0];
        var rows = await new EvidenceLinesQuery(db).RunAsync(
            new EvidenceFilter([repId], DateOnly.FromDayNumber(Standing.Landmark), period.Today, EventShare.KindsOf(trait), RecordReader.Of(actor, now), trait),
            book, after, TraitEvents.PageSize + 1, cancellation);
        var shown = rows.Take(TraitEvents.PageSize).ToList();
        return new TraitEvents(
            rep, figures.Traits(book)[(int)trait], new(figures.TraitKept[(int)trait], figures.TraitMissed[(int)trait], figures.TraitEvents[(int)trait]), book.Traits,
            [.. shown.Select(line => Event(trait, line, period.Today, book)).Where(e => e.Share > 0 || e.Units != 0)],
            rows.Count > shown.Count ? new EvidenceCursor(shown[^1].Day, shown[^1].Id) : null)
        {
            Held = rep.IsOwn ? 0 : (await new HeldBackQuery(db).RunAsync(actor, [repId], now, cancellation)).Count(EventShare.KindsOf(trait), DateOnly.MinValue, period.Today),
        };
    }

    private static TraitEvent Event(Trait trait, EvidenceLine line, DateOnly today, ScoringRules rules) => new(
        line, EventShare.OfTrait(trait, line.Evidence, line.Again),
        EventShare.TraitUnits(trait, line.Evidence, line.Again, new EvidenceUnits(line.Kept, line.Missed - line.Repaired), today.DayNumber, rules),
        Fading.Of(rules.Traits.HalfLife).After(Math.Max(today.DayNumber - line.Day.DayNumber, 0)));
}
