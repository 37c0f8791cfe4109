using TrustCoach.Domain;
using TrustCoach.Domain.Promises;
using TrustCoach.Services.Customers;
using TrustCoach.Services.Data;
using TrustCoach.Services.Favours;
using TrustCoach.Services.People;
using TrustCoach.Services.Practice;
using TrustCoach.Services.Promises;
using TrustCoach.Services.Scoring;
using TrustCoach.Services.Touchpoints;

namespace TrustCoach.Services.Coaching;

/// <summary>What a rep's day starts from.</summary>
/// <param name="Due">The promises owed soonest, with what waiting costs where they are due today or overdue.</param>
/// <param name="Awaiting">Planned encounters that have begun and wait for their outcome.</param>
/// <param name="Coming">The next ones of the coming seven days.</param>
/// <param name="Habit">What the rep practises this week; null when nothing was picked.</param>
public sealed record TodayReading(PromisesPage Due, SlippingReading Slipping, Plans Awaiting, Plans Coming, TypicalCredibility Typical, CurrentHabit? Habit)
{
    /// <summary>What customers gave and were not thanked for, the longest ago first.</summary>
    public IReadOnlyList<OwedThanks> Thanks { get; init; } = [];

    /// <summary>A coaching session within days that waits for the rep's words; null when none does.</summary>
    public WordsToWrite? Words { get; init; }

    /// <summary>Customers in need whom nobody has answered, the longest waiting first; none but the first few.</summary>
    public IReadOnlyList<WaitingNeed> Waiting { get; init; } = [];
}

/// <summary>Reads a rep's promises and own relationships for the first page of the day: eleven statements, whatever their number.</summary>
public sealed class TodayQuery(
    TrustCoachDb db, PromisesQuery promises, RecentScoresQuery scores, SlippingQuery slipping, PlansQuery plans, HabitBook habits, ThanksQuery thanks, RuleBook rules)
{
    /// <summary>So many of each fit on the first screen; the rest is one click away.</summary>
    public const int MostShown = 3;

    private const int ComingShown = 2;

    private const int DaysAhead = 7;

    public async Task<TodayReading> RunAsync(Actor actor, DateTimeOffset now, CancellationToken cancellation)
    {
        var (today, book) = (actor.Today(now), await rules.OfAsync(db, actor.RulesVersion, cancellation));
        var due = await promises.OpenAsync(actor, Direction.Ours, actor.PersonId, null, MostShown, cancellation);
        var mine = await scores.RunAsync(actor.PersonId, today, today.AddDays(-SlippingQuery.Days), book, cancellation);
        var atStake = mine.ToDictionary(r => r.RelationshipId, r => new AtStake(r.Credibility, r.Weight, r.Lateness));
        return new(
            due with { Rows = PromiseCosts.Weigh(actor, due.Rows, id => atStake.TryGetValue(id, out var stake) ? stake : null, book, now) },
            await slipping.RunAsync(mine, today, book, MostShown, cancellation),
            await plans.AwaitingAsync(actor, now, cancellation),
            await plans.ComingAsync(actor, now, Days.EndOf(Days.Of(now, actor.Zone).AddDays(DaysAhead), actor.Zone), ComingShown, cancellation),
            await new TypicalCredibilityQuery(db).RunAsync(actor, mine, today, book, cancellation),
            await habits.CurrentAsync(actor, cancellation))
        {
            Thanks = await thanks.RunAsync(actor, null, MostShown, cancellation),
            Words = await new WordsToWriteQuery(db).RunAsync(actor, now, cancellation),
            Waiting = await NeedsQuery.WaitingAsync(db, actor, now, MostShown, cancellation),
        };
    }

    /// <summary>All that slips and all that is quiet, up to <paramref name="most"/> of each.</summary>
    public async Task<SlippingReading> NeedingAsync(Actor actor, DateTimeOffset now, int most, CancellationToken cancellation)
    {
        var (today, book) = (actor.Today(now), await rules.OfAsync(db, actor.RulesVersion, cancellation));
        var mine = await scores.RunAsync(actor.PersonId, today, today.AddDays(-SlippingQuery.Days), book, cancellation);
        return await slipping.RunAsync(mine, today, book, most, cancellation);
    }
}
