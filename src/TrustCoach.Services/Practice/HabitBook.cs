using Microsoft.EntityFrameworkCore;
using TrustCoach.Domain;
using TrustCoach.Domain.Practice;
using TrustCoach.Domain.Scoring;
using TrustCoach.Services.Data;
using TrustCoach.Services.People;

namespace TrustCoach.Services.Practice;

/// <summary>A habit in the last four weeks.</summary>
public sealed record HabitNow(HabitFacts Facts, HabitCount Count);

/// <summary>One trial with what became of it.</summary>
/// <param name="Day">Which of its days today is, from 1; 14 at most.</param>
/// <param name="Compared">Before and after so far; a verdict is given when it has ended.</param>
public sealed record TrialLine(HabitTrial Trial, HabitFacts Facts, bool Runs, int Day, HabitComparison Compared);

/// <summary>What a rep practises.</summary>
/// <param name="Habits">Each habit there is, in the last four weeks.</param>
/// <param name="Current">The one they work on now; null when there is none.</param>
/// <param name="Past">Those that have ended, the newest first.</param>
public sealed record HabitsReading(IReadOnlyList<HabitNow> Habits, TrialLine? Current, IReadOnlyList<TrialLine> Past)
{
    /// <summary>Days over which the habits are counted.</summary>
    public const int Days = HabitTrial.Before;

    /// <summary>The habit that most often fails, and the one that most often holds, of those counted often enough; null while none is.</summary>
    /// <param name="enough">Counted at least so often.</param>
    public HabitNow? Weakest(int enough) => Habits.Where(h => h.Count.Of >= enough).OrderBy(h => h.Count.Share).ThenByDescending(h => h.Count.Of).FirstOrDefault();

    /// <inheritdoc cref="Weakest"/>
    public HabitNow? Strongest(int enough) => Habits.Where(h => h.Count.Of >= enough).OrderByDescending(h => h.Count.Share).ThenByDescending(h => h.Count.Of).FirstOrDefault();
}

/// <summary>The habit of this week, for the first page of the day.</summary>
/// <param name="Day">Which of its days today is, from 1 to 14.</param>
/// <param name="ThisWeek">Since Monday, or since it began when that was later.</param>
public sealed record CurrentHabit(HabitFacts Facts, int Day, HabitCount ThisWeek);

/// <summary>Reads a person's own habits and their counts: two statements.</summary>
public sealed class HabitBook(TrustCoachDb db, HabitCountsQuery counts, TimeProvider clock)
{
    /// <summary>So many past trials are shown.</summary>
    public const int PastShown = 6;

    public async Task<HabitsReading> ReadAsync(Actor actor, ScoringRules rules, CancellationToken cancellation)
    {
        var today = actor.Today(clock.GetUtcNow());
        var trials = await db.HabitTrials.AsNoTracking().Where(t => t.PersonId == actor.PersonId)
            .OrderByDescending(t => t.StartedOn).Take(PastShown + 1).ToListAsync(cancellation);
        (Habit, DaySpan)[] spans =
        [
            .. Habits.All.Select(facts => (facts.Habit, new DaySpan(today.AddDays(1 - HabitsReading.Days), today))),
            .. trials.SelectMany(t => new[] { (t.Habit, t.DaysBefore), (t.Habit, t.During(today)) }),
        ];
        var counted = await counts.RunAsync(actor, actor.PersonId, spans, today, cancellation);
        var lines = trials.Select((trial, i) => new TrialLine(
            trial, Habits.Of(trial.Habit), trial.Runs(today), Math.Min(today.DayNumber - trial.StartedOn.DayNumber + 1, HabitTrial.Length),
            HabitComparison.Of(counted[Habits.All.Count + (2 * i)], counted[Habits.All.Count + (2 * i) + 1], rules.Reputation.Band, rules.Stages.EnoughEvents))).ToList();
        return new(
            [.. Habits.All.Select((facts, i) => new HabitNow(facts, counted[i]))],
            lines.Find(line => line.Runs), [.. lines.Where(line => !line.Runs).Take(PastShown)]);
    }

    /// <summary>The habit that runs, counted this week; null when none does.</summary>
    public async Task<CurrentHabit?> CurrentAsync(Actor actor, CancellationToken cancellation)
    {
        var today = actor.Today(clock.GetUtcNow());
        var trial = await db.HabitTrials.AsNoTracking().Where(t => t.PersonId == actor.PersonId).OrderByDescending(t => t.StartedOn).FirstOrDefaultAsync(cancellation);
        if (trial?.Runs(today) != true)
            return null;
        var monday = Days.WeekOf(today);
        var week = new DaySpan(trial.StartedOn > monday ? trial.StartedOn : monday, today);
        var counted = await counts.RunAsync(actor, actor.PersonId, [(trial.Habit, week)], today, cancellation);
        return new(Habits.Of(trial.Habit), today.DayNumber - trial.StartedOn.DayNumber + 1, counted[0]);
    }
}
