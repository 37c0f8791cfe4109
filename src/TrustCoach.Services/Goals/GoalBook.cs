using Microsoft.EntityFrameworkCore;
using TrustCoach.Domain.Goals;
using TrustCoach.Domain.People;
using TrustCoach.Domain.Practice;
using TrustCoach.Domain.Scoring;
using TrustCoach.Services.Data;
using TrustCoach.Services.Numbers;
using TrustCoach.Services.People;
using TrustCoach.Services.Practice;
using TrustCoach.Services.Scoring;

namespace TrustCoach.Services.Goals;

/// <summary>Reads the goals of a rep, with what the record counts for them. Null where the actor reaches no such rep or goal.</summary>
public sealed class GoalBook(TrustCoachDb db, HabitCountsQuery counts, RuleBook rules, TimeProvider clock)
{
    private const int MostEnded = 3;

    // Three run or wait; those that ended in two weeks are few.
    private const int MostRead = 30;

    /// <summary>Those that run, wait or have just ended: three statements.</summary>
    public async Task<CurrentGoals?> CurrentAsync(Actor actor, Guid repId, CancellationToken cancellation)
    {
        if (await SeenAsync(actor, repId, cancellation) is not { } rep)
            return null;
        var today = actor.Today(clock.GetUtcNow());
        var goals = await Named(db.Goals.OfRep(repId).NotOverBefore(today.AddDays(-CurrentGoals.EndedDays))).Take(MostRead).ToListAsync(cancellation);
        var live = goals.FindAll(g => g.Goal.IsLive(today));
        var ended = goals.Where(g => g.Goal.HasEnded(today)).Take(MostEnded);
        return new(rep, await LinesAsync(actor, repId, [.. live, .. ended], today, cancellation), live.Count < Goal.MostAtATime && MayPropose(actor, rep));
    }

    /// <summary>All of them, page by page: three statements.</summary>
    /// <param name="page">From 1.</param>
    public async Task<GoalsPage?> AllAsync(Actor actor, Guid repId, int page, CancellationToken cancellation)
    {
        if (await SeenAsync(actor, repId, cancellation) is not { } rep)
            return null;
        page = Math.Clamp(page, 1, 1000);
        var today = actor.Today(clock.GetUtcNow());
        var goals = await Named(db.Goals.OfRep(repId)).Skip((page - 1) * GoalsPage.Size).Take(GoalsPage.Size + 1).ToListAsync(cancellation);
        return new(
            rep, await LinesAsync(actor, repId, [.. goals.Take(GoalsPage.Size)], today, cancellation), page, goals.Count > GoalsPage.Size, MayPropose(actor, rep));
    }

    /// <summary>One of them in full: three statements.</summary>
    public async Task<GoalPage?> OneAsync(Actor actor, Guid id, CancellationToken cancellation)
    {
        if (await FindAsync(actor, id, cancellation) is not var (rep, named))
            return null;
        var (today, goal) = (actor.Today(clock.GetUtcNow()), named.Goal);
        var course = goal.Course(today).ToList();
        DaySpan[] spans = goal.During(today) is { } during ? [goal.Before!.Value, during, .. course] : [];
        var counted = await counts.RunAsync(actor, goal.RepId, [.. spans.Select(days => (goal.Behaviour, days))], today, cancellation);
        var book = await rules.OfAsync(db, actor.RulesVersion, cancellation);
        return new(
            rep, Line(named, counted.Count == 0 ? null : Compare(counted[0], counted[1], book), today),
            [.. course.Select((days, i) => new GoalWeek(days, counted[i + 2]))],
            rep.IsOwn && actor.May(Thing.Goal, Act.Edit), goal.State == GoalState.Proposed && actor.May(Thing.Goal, Act.Void), book);
    }

    /// <summary>What a goal can be proposed on, with how often it is done lately; null when this rep has no goals from this actor.</summary>
    public async Task<GoalChoices?> ChoicesAsync(Actor actor, Guid repId, CancellationToken cancellation)
    {
        var may = await db.PeopleFor(actor, Thing.Goal, Act.Log).WhoAim().Where(p => p.Id == repId)
            .Select(p => new { Rep = new SeenRep(p.Id, p.Name, p.Id == actor.PersonId, p.TeamId) }).SingleOrDefaultAsync(cancellation);
        if (may is null)
            return null;
        var today = actor.Today(clock.GetUtcNow());
        var days = new DaySpan(today.AddDays(1 - HabitsReading.Days), today);
        var counted = await counts.RunAsync(actor, repId, [.. Habits.All.Select(facts => (facts.Habit, days))], today, cancellation);
        return new(may.Rep, [.. Habits.All.Select((facts, i) => new HabitNow(facts, counted[i]))], await db.Goals.OfRep(repId).NotOverBefore(today).CountAsync(cancellation));
    }

    /// <summary>A goal the actor may see, and whose it is.</summary>
    internal async Task<(SeenRep Rep, NamedGoal Goal)?> FindAsync(Actor actor, Guid id, CancellationToken cancellation)
    {
        var found = await (
            from goal in db.Goals.AsNoTracking()
            where goal.Id == id
            join person in db.PeopleFor(actor, Thing.Goal, Act.See) on goal.RepId equals person.Id
            join proposer in db.People on goal.ProposedBy equals proposer.Id
            select new { Rep = new SeenRep(person.Id, person.Name, person.Id == actor.PersonId, person.TeamId), Goal = new NamedGoal(goal, proposer.Name) })
            .SingleOrDefaultAsync(cancellation);
        return found is null ? null : (found.Rep, found.Goal);
    }

    private Task<SeenRep?> SeenAsync(Actor actor, Guid repId, CancellationToken cancellation) =>
        db.PeopleFor(actor, Thing.Goal, Act.See).Where(p => p.Id == repId)
            .Select(p => new SeenRep(p.Id, p.Name, p.Id == actor.PersonId, p.TeamId)).SingleOrDefaultAsync(cancellation)!;

    private IQueryable<NamedGoal> Named(IQueryable<Goal> goals) =>
        from goal in goals.AsNoTracking()
        join proposer in db.People on goal.ProposedBy equals proposer.Id
        orderby goal.ProposedAt descending, goal.Id descending
        select new NamedGoal(goal, proposer.Name);

    private async Task<List<GoalLine>> LinesAsync(Actor actor, Guid repId, List<NamedGoal> goals, DateOnly today, CancellationToken cancellation)
    {
        var begun = goals.FindAll(g => g.Goal.StartsOn is not null);
        var counted = await counts.RunAsync(
            actor, repId, [.. begun.SelectMany(g => new[] { (g.Goal.Behaviour, g.Goal.Before!.Value), (g.Goal.Behaviour, g.Goal.During(today)!.Value) })], today, cancellation);
        var book = await rules.OfAsync(db, actor.RulesVersion, cancellation);
        return goals.ConvertAll(g => begun.IndexOf(g) is var i and >= 0 ? Line(g, Compare(counted[2 * i], counted[(2 * i) + 1], book), today) : Line(g, null, today));
    }

    private static HabitComparison Compare(HabitCount before, HabitCount since, ScoringRules rules) =>
        HabitComparison.Of(before, since, rules.Reputation.Band, rules.Stages.EnoughEvents);

    private static GoalLine Line(NamedGoal named, HabitComparison? compared, DateOnly today) => new(
        named.Goal, Habits.Of(named.Goal.Behaviour), named.ProposedBy, compared,
        named.Goal.HasEnded(today) && compared is not null ? named.Goal.Judge(compared.After) : null, today);

    private static bool MayPropose(Actor actor, SeenRep rep) =>
        actor.Reach(Thing.Goal, Act.Log) switch { Reach.Managed => true, Reach.Own => rep.IsOwn, _ => false };
}

/// <summary>A goal and the name of who proposed it.</summary>
internal sealed record NamedGoal(Goal Goal, string ProposedBy);

internal static class GoalsOf
{
    /// <summary>Those who can have a goal: active reps.</summary>
    public static IQueryable<Person> WhoAim(this IQueryable<Person> people) => people.Where(p => p.DeactivatedAt == null && (p.Roles & Roles.Rep) != 0);

    public static IQueryable<Goal> OfRep(this IQueryable<Goal> goals, Guid repId) => goals.Where(g => g.RepId == repId);

    /// <summary>Those that wait for an answer, and those whose last day is not before <paramref name="day"/>.</summary>
    public static IQueryable<Goal> NotOverBefore(this IQueryable<Goal> goals, DateOnly day) =>
        goals.Where(g => g.State == GoalState.Proposed || (g.State == GoalState.Agreed && g.StartsOn!.Value.AddDays(7 * g.Weeks) > day));
}
