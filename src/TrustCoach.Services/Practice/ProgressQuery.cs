using TrustCoach.Domain.Practice;
using TrustCoach.Domain.Promises;
using TrustCoach.Domain.Scoring;
using TrustCoach.Services.Coaching;
using TrustCoach.Services.Data;
using TrustCoach.Services.People;
using TrustCoach.Services.Promises;
using TrustCoach.Services.Scoring;

namespace TrustCoach.Services.Practice;

/// <summary>What a rep's own page of progress shows besides the history.</summary>
/// <param name="Suggested">The habit to begin with, and why.</param>
/// <param name="Gap">Share met by the rep's word less the share by the customers', in percent; null while either is too early to say.</param>
public sealed record ProgressPage(
    HabitsReading Habits, HabitSuggestion Suggested, TypicalCredibility Typical, IReadOnlyList<TraitReading> Traits, KeptRatio Kept, ToldBy ToldBy,
    double? Gap, ScoringRules Rules)
{
    /// <summary>Nothing was logged that could be read.</summary>
    public bool IsNew => Typical.Relationships == 0 && Traits.All(t => t.Events == 0);
}

/// <summary>Reads a rep's own progress: eight statements at most, whatever the history. Nobody reads another's.</summary>
public sealed class ProgressQuery(TrustCoachDb db, RuleBook rules, RepFiguresBook figures, TimeProvider clock)
{
    /// <summary>How far back promises are counted, in days.</summary>
    public const int KeptDays = 90;

    public async Task<ProgressPage> RunAsync(Actor actor, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var (today, me, book) = (actor.Today(now), actor.PersonId, await rules.OfAsync(db, actor.RulesVersion, cancellation));
        var mine = await new RecentScoresQuery(db).RunAsync(me, today, today.AddDays(-SlippingQuery.Days), book, cancellation);
        var read = await figures.OfAsync(db, [me], CoachingPeriod.Of(null, today), actor.RulesVersion, book, now, cancellation);
        var traits = read[0].Traits(book);
        var toldBy = await new ToldByQuery(db).RunAsync(me, today, cancellation);
        return new(
            await new HabitBook(db, new HabitCountsQuery(db), clock).ReadAsync(actor, book, cancellation),
            Habits.Suggest(traits),
            await new TypicalCredibilityQuery(db).RunAsync(actor, mine, today, book, cancellation),
            traits,
            await new KeptRatioQuery(db).RunAsync([me], Direction.Ours, today, KeptDays, cancellation),
            toldBy, toldBy.Gap(book), book);
    }
}
