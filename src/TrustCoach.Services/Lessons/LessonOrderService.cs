using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Npgsql;
using TrustCoach.Domain;
using TrustCoach.Domain.Coaching;
using TrustCoach.Domain.Lessons;
using TrustCoach.Services.Audit;
using TrustCoach.Services.Coaching;
using TrustCoach.Services.Data;
using TrustCoach.Services.Method;
using TrustCoach.Services.People;

namespace TrustCoach.Services.Lessons;

/// <summary>Gives a week ahead another lesson.</summary>
/// <param name="BasedOn">The version of the order that the manager had before their eyes; another one than stands is refused.</param>
/// <param name="Week">A Monday; null for the next week.</param>
/// <param name="IsChosen">The team is told that its manager chose it; else it only moved.</param>
/// <param name="Signal">What keeps breaking, when that is why; counted anew over <paramref name="Days"/>.</param>
public sealed record PutLesson(Guid TeamId, int BasedOn, string? Lesson, DateOnly? Week = null, bool IsChosen = false, Breach? Signal = null, int? Days = null);

/// <summary>Arranges a team's lessons. Every change leaves an audit entry; it names lesson and week, nobody.</summary>
public sealed partial class LessonOrderService(TrustCoachDb db, LessonShelf shelf, TeamLessonsQuery teams, TimeProvider clock, ILogger<LessonOrderService> logger)
{
    private static readonly Problem Overtaken = new("", "Somebody arranged this team's lessons meanwhile; nothing of yours was changed. The order below is the one that stands now: look, then choose again.");

    /// <summary>The lesson and its week; null when the actor coaches no such team.</summary>
    public async Task<Result<LessonAhead>?> PutAsync(Actor actor, PutLesson command, CancellationToken cancellation)
    {
        if (!await db.CoachedTeam(actor, command.TeamId).AnyAsync(cancellation))
            return null;
        if (shelf.Find(command.Lesson) is not { } lesson)
            return new Problem("Lesson", "Pick one of the lessons.");
        var (now, today) = (clock.GetUtcNow(), actor.Today(clock.GetUtcNow()));
        var week = command.Week ?? Days.WeekOf(today).AddDays(7);
        var why = command.Signal is { } signal
            ? await teams.ReasonAsync(await teams.FollowingAsync(command.TeamId, cancellation), signal, CoachingPeriod.Of(command.Days, today), cancellation)
            : command.IsChosen ? new ChoiceReason() : null;
        if (why is { Signal: not null, Count: 0 })
            return new Problem("", "Nothing of the kind was logged in the team in these days any more. Choose a lesson without a signal below.");
        return await ArrangeAsync(
            actor, command.TeamId, command.BasedOn, now, new { Week = week, Lesson = lesson.Slug }, mine => mine.Put(shelf, lesson, week, why, today), cancellation)
            is { } problem ? problem : new LessonAhead(week, lesson, why);
    }

    /// <summary>Goes back to the order for all, from next week on; null when the actor coaches no such team.</summary>
    public async Task<Result<bool>?> ResetAsync(Actor actor, Guid teamId, int basedOn, CancellationToken cancellation)
    {
        if (!await db.CoachedTeam(actor, teamId).AnyAsync(cancellation))
            return null;
        var now = clock.GetUtcNow();
        return await ArrangeAsync(actor, teamId, basedOn, now, new { Order = "for all" }, mine =>
        {
            mine.Reset(actor.Today(now));
            return null;
        }, cancellation) is { } problem ? problem : true;
    }

    private async Task<Problem?> ArrangeAsync(
        Actor actor, Guid teamId, int basedOn, DateTimeOffset now, object after, Func<TeamLessons, Problem?> arrange, CancellationToken cancellation)
    {
        var mine = await db.TeamLessons.SingleOrDefaultAsync(l => l.TeamId == teamId, cancellation);
        if ((mine?.Version ?? 0) != basedOn)
            return Overtaken;
        if (mine is null)
            db.TeamLessons.Add(mine = new TeamLessons(actor.OrganizationId, teamId));
        if (arrange(mine) is { } problem)
            return problem;
        db.Record(actor, now, AuditActs.LessonsArranged, teamId, after: AuditTrail.Snapshot(after));
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException twice) when (twice is DbUpdateConcurrencyException || twice.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            db.ChangeTracker.Clear();
            return Overtaken;
        }

        LogArranged(teamId, mine.Version);
        return null;
    }

    [LoggerMessage(LogLevel.Information, "Arranged the lessons of team {TeamId}, version {Version}.")]
    private partial void LogArranged(Guid teamId, int version);
}
