using TrustCoach.Domain.Scoring;

namespace TrustCoach.Domain.Practice;

/// <summary>A habit a rep can work on. The numbers are stored; never renumber.</summary>
public enum Habit : short
{
    NameExpectation = 1,
    StartOnTime = 2,
    PromiseLess = 3,
    OwnUpFirst = 4,
    CloseTheDay = 5,
}

/// <summary>What a habit is and how it is counted.</summary>
/// <param name="Trait">The trait it shows in.</param>
/// <param name="Name">In a few words.</param>
/// <param name="Exercise">What to do, in a sentence.</param>
/// <param name="Done">What the part counts: "with the expectation written before".</param>
/// <param name="Of">What the whole counts: "planned encounters".</param>
public sealed record HabitFacts(Habit Habit, Trait Trait, string Name, string Exercise, string Done, string Of);

/// <summary>A habit to begin with, and why.</summary>
public sealed record HabitSuggestion(Habit Habit, string Reason);

/// <summary>The habits there are, one for each trait.</summary>
public static class Habits
{
    public static IReadOnlyList<HabitFacts> All { get; } =
    [
        new(Habit.NameExpectation, Trait.Sincerity, "Name the expectation before every meeting",
            "Plan the encounter and write down in one line what they expect, before it begins.", "with the expectation written before", "planned encounters"),
        new(Habit.StartOnTime, Trait.Punctuality, "Start on time",
            "Leave a quarter of an hour free before each encounter.", "without being late", "encounters"),
        new(Habit.PromiseLess, Trait.KeepingWord, "Promise less, keep all",
            "Before you promise, name the day you are sure of; if there is none, do not promise.", "kept in time", "promises closed"),
        new(Habit.OwnUpFirst, Trait.Accountability, "Own up first",
            "When something slips, tell them before they notice, and log it so.", "told before anyone noticed", "misses"),
        new(Habit.CloseTheDay, Trait.Honesty, "Close the day",
            "Write down how each encounter went on the same day, the bad ones too.", "written down the same day", "encounters with an outcome"),
    ];

    public static HabitFacts Of(Habit habit) => All.First(facts => facts.Habit == habit);

    /// <summary>The habit of the weakest trait that can be read; the first of the list while none can.</summary>
    public static HabitSuggestion Suggest(IEnumerable<TraitReading> traits)
    {
        var weakest = traits.Where(t => t.Value is not null).OrderBy(t => t.Value).ThenByDescending(t => t.Events).ThenBy(t => t.Trait).FirstOrDefault();
        return weakest is null
            ? new(All[0].Habit, "Nothing can be read yet. What is written down before can be judged after, so this one comes first.")
            : new(All.First(facts => facts.Trait == weakest.Trait).Habit,
                FormattableString.Invariant($"Your {Words(weakest.Trait)} reads lowest of what can be read: {weakest.Value:0} from {weakest.Events} events."));
    }

    private static string Words(Trait trait) => trait == Trait.KeepingWord ? "keeping of promises" : trait.ToString().ToLowerInvariant();
}
