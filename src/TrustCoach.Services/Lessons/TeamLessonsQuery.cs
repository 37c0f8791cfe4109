using Microsoft.EntityFrameworkCore;
using TrustCoach.Domain;
using TrustCoach.Domain.Coaching;
using TrustCoach.Domain.Lessons;
using TrustCoach.Domain.People;
using TrustCoach.Services.Coaching;
using TrustCoach.Services.Data;
using TrustCoach.Services.People;

namespace TrustCoach.Services.Lessons;

/// <summary>A week ahead and its lesson.</summary>
public sealed record LessonAhead(DateOnly Week, Lesson Lesson, ChoiceReason? Why);

/// <summary>A lesson suggested for what keeps breaking.</summary>
/// <param name="Lesson">The one whose turn was longest ago.</param>
/// <param name="Others">The others that answer the same.</param>
public sealed record LessonSuggestion(ChoiceReason Reason, Lesson Lesson, IReadOnlyList<Lesson> Others);

/// <summary>The order of a team's lessons, as its manager arranges it.</summary>
/// <param name="Teams">Every team the manager coaches, by name.</param>
/// <param name="Following">The reps who read by this order: those of the team and of the teams in it that have no manager of their own.</param>
/// <param name="Ahead">The coming round, week by week; the first is the next week.</param>
/// <param name="IsArranged">Something stands otherwise than in the order for all.</param>
public sealed record TeamLessonsPage(
    IReadOnlyList<TeamChoice> Teams, TeamChoice Team, int Version, LessonAhead ThisWeek, IReadOnlyList<LessonAhead> Ahead, IReadOnlyList<Guid> Following, bool IsArranged)
{
    public LessonSuggestion? Suggestion { get; init; }
}

/// <summary>Reads the order of a team's lessons for the manager who coaches it, or who is the nearest one above it: four statements at most.</summary>
public sealed class TeamLessonsQuery(TrustCoachDb db, LessonShelf shelf, TimeProvider clock)
{
    // A lesson of the last weeks is not suggested again.
    private const int WeeksBack = 52;

    /// <summary>The page; null when the order of this team is not the actor's to arrange.</summary>
    /// <param name="signal">What keeps breaking, to suggest a lesson for.</param>
    /// <param name="days">30, 90 or 365.</param>
    public async Task<TeamLessonsPage?> RunAsync(Actor actor, Guid teamId, Breach? signal, int? days, CancellationToken cancellation)
    {
        var teams = await db.Teams.AsNoTracking().Where(t => t.ManagerId == actor.PersonId && t.ArchivedAt == null)
            .OrderBy(t => t.Name).ThenBy(t => t.Id).Select(t => new TeamChoice(t.Id, t.Name)).ToListAsync(cancellation);
        if (teams.Find(t => t.Id == teamId) is not { } team)
            return null;
        var (today, mine) = (actor.Today(clock.GetUtcNow()), await db.TeamLessons.AsNoTracking().SingleOrDefaultAsync(l => l.TeamId == teamId, cancellation));
        var (order, monday) = (new LessonOrder(shelf, mine?.Choices ?? []), Days.WeekOf(today));
        LessonAhead Of(int weeks) => new(monday.AddDays(7 * weeks), order.Of(monday.AddDays(7 * weeks)), order.WhyOf(monday.AddDays(7 * weeks)));
        var following = await FollowingAsync(teamId, cancellation);
        var page = new TeamLessonsPage(
            teams, team, mine?.Version ?? 0, Of(0), [.. Enumerable.Range(1, shelf.Lessons.Count).Select(Of)], following, mine?.Choices.Any(c => c.Week > monday) == true);
        return signal is { } breach && following.Count > 0
            ? page with { Suggestion = Suggest(order, monday, await ReasonAsync(following, breach, CoachingPeriod.Of(days, today), cancellation)) }
            : page;
    }

    /// <summary>The team by whose order a team reads, when it is the actor's to arrange: the nearest one with an active manager, from itself upward.</summary>
    public async Task<Guid?> OrderingAsync(Actor actor, Guid teamId, CancellationToken cancellation)
    {
        var nearest = await (
            from t in db.Teams
            where t.ArchivedAt == null && db.People.Any(p => p.Id == t.ManagerId && p.DeactivatedAt == null && (p.Roles & Roles.Manager) != 0)
                && db.Teams.Any(of => of.Id == teamId && of.Path.Contains(t.Id))
            orderby t.Path.Count descending
            select new { t.Id, t.ManagerId }).FirstOrDefaultAsync(cancellation);
        return nearest?.ManagerId == actor.PersonId ? nearest.Id : null;
    }

    /// <summary>Why a manager chooses a lesson for a signal: how often it was in the team, counted anew.</summary>
    internal async Task<ChoiceReason> ReasonAsync(IReadOnlyList<Guid> reps, Breach signal, CoachingPeriod period, CancellationToken cancellation) =>
        new(signal, SignalStep.Of(await new SignalStepsQuery(db).RunAsync([.. reps], period, cancellation)).Count(signal), period.Days);

    /// <summary>The reps who read by a team's order.</summary>
    internal async Task<IReadOnlyList<Guid>> FollowingAsync(Guid teamId, CancellationToken cancellation)
    {
        var within = await db.Teams.AsNoTracking().Where(t => t.ArchivedAt == null && t.Path.Contains(teamId)).Select(t => new
        {
            t.Id,
            t.Path,
            HasManager = db.People.Any(p => p.Id == t.ManagerId && p.DeactivatedAt == null && (p.Roles & Roles.Manager) != 0),
            Reps = db.People.Where(p => p.TeamId == t.Id && p.DeactivatedAt == null && (p.Roles & Roles.Rep) != 0).Select(p => p.Id).ToList(),
        }).ToListAsync(cancellation);
        var managed = within.Where(t => t.HasManager).Select(t => t.Id).ToHashSet();
        return [.. within.Where(t => t.Path.First(id => id == teamId || managed.Contains(id)) == teamId).SelectMany(t => t.Reps)];
    }

    private LessonSuggestion Suggest(LessonOrder order, DateOnly monday, ChoiceReason reason)
    {
        var answering = shelf.Lessons.Where(l => l.Answers.Contains(reason.Signal!.Value))
            .OrderBy(l => order.LastOf(l, monday) ?? monday.AddDays(-7 * WeeksBack)).ThenBy(l => l.Number).ToList();
        return new(reason, answering[0], answering[1..]);
    }
}
