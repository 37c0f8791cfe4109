using Microsoft.EntityFrameworkCore;
using TrustCoach.Domain.Lessons;
using TrustCoach.Domain.People;
using TrustCoach.Services.Data;
using TrustCoach.Services.People;

namespace TrustCoach.Services.Lessons;

/// <summary>Which order of lessons somebody reads: one statement.</summary>
public sealed class LessonOrderQuery(TrustCoachDb db, LessonShelf shelf)
{
    /// <summary>
    /// The order of the team that the actor coaches, the first by name, else of the nearest team with an active manager from theirs upward:
    /// a whole team reads one lesson, and its manager the same. Without a team, or where nobody arranged anything, the order for all.
    /// </summary>
    public async Task<LessonOrder> RunAsync(Actor actor, CancellationToken cancellation)
    {
        var (me, mine) = (actor.PersonId, actor.TeamId);
        var choices = await (
            from t in db.Teams.AsNoTracking()
            where t.ArchivedAt == null && db.People.Any(p => p.Id == t.ManagerId && p.DeactivatedAt == null && (p.Roles & Roles.Manager) != 0)
                && (t.ManagerId == me || db.Teams.Any(own => own.Id == mine && own.Path.Contains(t.Id)))
            orderby t.ManagerId == me descending, t.ManagerId == me ? 0 : -t.Path.Count, t.Name, t.Id
            select new { Of = db.TeamLessons.Where(l => l.TeamId == t.Id).Select(l => l.Choices).FirstOrDefault() })
            .FirstOrDefaultAsync(cancellation);
        return new(shelf, choices?.Of ?? []);
    }
}
