using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using TrustCoach.Domain.Goals;
using TrustCoach.Domain.Practice;
using TrustCoach.Services.Goals;
using TrustCoach.Services.Numbers;
using TrustCoach.Services.Practice;
using TrustCoach.Web.Infrastructure;
using TrustCoach.Web.Pages.Progress;
using TrustCoach.Web.Pages.Promises;
using TrustCoach.Web.Pages.Repairs;
using TrustCoach.Web.Pages.Team;
using TrustCoach.Web.TagHelpers;

namespace TrustCoach.Web.Pages.Goals;

/// <summary>The sentences of goals.</summary>
public static class GoalWords
{
    public const string NeverOnTrust = "A goal is something done that can be counted, never trust or a score. Trust follows; nobody can aim at it.";

    public static string Url(Guid id) => $"/goals/{id}";

    /// <summary>The things behind a count.</summary>
    public static string Counted(Guid id, bool before = false, bool? done = null, DateOnly? week = null) => FormattableString.Invariant(
        $"/goals/{id}/counted?span={(before ? "before" : "since")}{(done is { } only ? only ? "&only=done" : "&only=not" : "")}{(week is { } day ? $"&week={day:yyyy-MM-dd}" : "")}");

    public static string All(SeenRep rep) => rep.IsOwn ? "/goals" : $"/goals?rep={rep.Id}";

    public static string New(SeenRep rep) => rep.IsOwn ? "/goals/new" : $"/goals/new?rep={rep.Id}";

    /// <summary>"Kept in time: 10 of 12 promises closed".</summary>
    public static string Of(Goal goal)
    {
        var facts = Habits.Of(goal.Behaviour);
        return $"{PromiseWords.Capital(facts.Done)}: {goal.Done} of {goal.Of} {facts.Of}";
    }

    /// <summary>"Proposed by Ingrid Solberg", "set by Hanna Lindqvist", "set by me".</summary>
    public static string By(GoalLine line, SeenRep rep) =>
        line.Goal.IsOwn ? rep.IsOwn ? "Set by me" : $"Set by {rep.Name}"
        : line.Goal.StartsOn is null ? $"Proposed by {line.ProposedBy}" : $"Agreed with {line.ProposedBy}";

    /// <summary>Where it stands, in one sentence.</summary>
    public static string State(GoalLine line, SeenRep rep, Viewer viewer)
    {
        var goal = line.Goal;
        string Day(DateOnly? day) => RepairWords.Day(day!.Value, viewer);
        return goal.State switch
        {
            GoalState.Proposed => rep.IsOwn ? "It runs once you agree." : $"It runs once {rep.Name} agrees.",
            GoalState.Declined => rep.IsOwn ? $"You asked for another on {Day(goal.ClosedOn)}." : $"{rep.Name} asked for another on {Day(goal.ClosedOn)}.",
            GoalState.Withdrawn => $"Taken back on {Day(goal.ClosedOn)}, before it began.",
            GoalState.GivenUp => $"Given up on {Day(goal.ClosedOn)}.",
            _ when line.Outcome is { } outcome => Outcome(goal, outcome, line.Compared!.After),
            _ => $"Runs to {Day(goal.EndsOn)}.{(goal.MoreBy > 0 ? $" Prolonged by {goal.MoreBy} weeks." : "")}",
        };
    }

    /// <summary>Reached or not, in plain words.</summary>
    public static string Outcome(Goal goal, GoalOutcome outcome, HabitCount counted) => outcome switch
    {
        GoalOutcome.Reached => $"Reached: {HabitWords.Of(counted)}.",
        GoalOutcome.NotReached => $"Not reached: {HabitWords.Of(counted)}, where {goal.Done} of {goal.Of} were meant.",
        _ => $"Too little happened to say: {HabitWords.Of(counted)}, where {goal.Done} of {goal.Of} were meant.",
    };

    /// <summary>What before and after allow to say; while it runs, when that will be said.</summary>
    public static string Compared(GoalLine line, Viewer viewer) => line.Runs
        ? $"Cannot tell yet: the two are compared when it is over, on {RepairWords.Day(line.Goal.EndsOn!.Value.AddDays(1), viewer)}. Who looks every day finds differences that are not there."
        : HabitWords.Verdict(line.Compared!);

    /// <summary>"Goals agreed with Ingrid Solberg", or "Goals" where that says too much or too little.</summary>
    public static string Title(CurrentGoals goals)
    {
        var by = goals.Lines.Where(line => !line.Goal.IsOwn).Select(line => line.ProposedBy).Distinct().ToList();
        return goals.Rep.IsOwn && by.Count == 1 ? $"Goals agreed with {by[0]}" : "Goals";
    }

    public static IReadOnlyList<Crumb> Trail(SeenRep rep) => rep.IsOwn
        ? [new("My progress", "/progress"), new("Goals", "/goals")]
        : [new(rep.Name, TeamWords.Rep(rep.Id)), new("Goals", All(rep))];

    public static IReadOnlyList<SelectListItem> Weeks(IEnumerable<int> weeks) =>
        [.. weeks.Select(n => new SelectListItem($"{n} weeks", n.ToString(CultureInfo.InvariantCulture)))];

    /// <summary>"6 of 14 in the last 28 days".</summary>
    public static string Lately(HabitNow now) =>
        $"{TeamWords.Of(now.Facts.Trait)} · {(now.Count.Of == 0 ? "nothing to count" : $"{HabitWords.Of(now.Count)} {now.Facts.Of}")} in the last {HabitsReading.Days} days";
}
