using TrustCoach.Domain.Goals;
using TrustCoach.Domain.Practice;
using TrustCoach.Domain.Scoring;
using TrustCoach.Services.Coaching;
using TrustCoach.Services.Numbers;
using TrustCoach.Services.Practice;

namespace TrustCoach.Services.Goals;

/// <summary>A goal with what was counted for it.</summary>
/// <param name="ProposedBy">The name of who proposed it.</param>
/// <param name="Compared">Before and since; null before the rep agreed. Its verdict is for when the goal has ended.</param>
/// <param name="Outcome">What may be said of it; null while it runs, waits or was given up.</param>
/// <param name="Today">The organization's day on which it was read.</param>
public sealed record GoalLine(Goal Goal, HabitFacts Facts, string ProposedBy, HabitComparison? Compared, GoalOutcome? Outcome, DateOnly Today)
{
    public bool Runs => Goal.Runs(Today);
}

/// <summary>The goals of a rep that matter now, for whoever may see them.</summary>
/// <param name="Lines">Those that run or wait for an answer, then those that ended lately; the newest first.</param>
/// <param name="MayPropose">Another may be proposed by this reader.</param>
public sealed record CurrentGoals(SeenRep Rep, IReadOnlyList<GoalLine> Lines, bool MayPropose)
{
    /// <summary>One that ended stays among them for so many days.</summary>
    public const int EndedDays = 14;

    public IEnumerable<GoalLine> ToAnswer => Lines.Where(line => line.Goal.State == GoalState.Proposed);
}

/// <summary>All goals of a rep, page by page, the newest first.</summary>
public sealed record GoalsPage(SeenRep Rep, IReadOnlyList<GoalLine> Lines, int Page, bool HasMore, bool MayPropose)
{
    public const int Size = 10;
}

/// <summary>One goal in full.</summary>
/// <param name="Course">How often it was done in each of its weeks.</param>
public sealed record GoalPage(SeenRep Rep, GoalLine Line, IReadOnlyList<GoalWeek> Course, bool MayEdit, bool MayWithdraw, ScoringRules Rules);

/// <summary>One week of a goal.</summary>
public sealed record GoalWeek(DaySpan Days, HabitCount Count);

/// <summary>What a goal can be proposed on, and how each of it goes lately.</summary>
/// <param name="Lately">One for each of <see cref="Habits.All"/>, over <see cref="HabitsReading.Days"/> days.</param>
/// <param name="Live">So many run or wait.</param>
public sealed record GoalChoices(SeenRep Rep, IReadOnlyList<HabitNow> Lately, int Live);

/// <summary>Which of the things counted for a goal are asked for.</summary>
/// <param name="Before">Those before it began; since then otherwise.</param>
/// <param name="Done">Only what was done, or only what was not; null for both.</param>
/// <param name="Week">Only the goal's week that begins on this day.</param>
public sealed record CountedAsked(bool Before, bool? Done, DateOnly? Week, EvidenceCursor After);

/// <summary>The things counted for a goal.</summary>
/// <param name="Days">The days asked about.</param>
/// <param name="Next">Where it goes on; null at the end.</param>
public sealed record CountedPage(SeenRep Rep, Goal Goal, HabitFacts Facts, DaySpan Days, IReadOnlyList<CountedLine> Rows, EvidenceCursor? Next)
{
    public const int Size = 25;
}

/// <summary>One thing that was counted.</summary>
/// <param name="Text">What was promised, summed up or expected; null when nobody wrote anything.</param>
public sealed record CountedLine(
    Guid Id, DateOnly Day, bool Done, EvidenceKind Kind, Guid? TouchpointId, Guid? PromiseId, Guid CustomerId, string Customer, string? Text);
