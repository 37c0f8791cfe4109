using Microsoft.EntityFrameworkCore;
using Npgsql;
using TrustCoach.Domain;
using TrustCoach.Domain.Lessons;
using TrustCoach.Services.Data;
using TrustCoach.Services.People;

namespace TrustCoach.Services.Lessons;

/// <summary>Keeps what somebody did with a lesson. It is private, so neither the audit nor the log tells of it.</summary>
public sealed class LessonMarkService(TrustCoachDb db, LessonOrderQuery orders, TimeProvider clock)
{
    /// <summary>Marks the lesson for the last week that had it, or takes the mark back; the same again changes nothing. False when there is no such lesson, or its week is still to come.</summary>
    /// <param name="state">Null takes it back.</param>
    public async Task<bool> MarkAsync(Actor actor, string slug, LessonState? state, CancellationToken cancellation)
    {
        var (order, now) = (await orders.RunAsync(actor, cancellation), clock.GetUtcNow());
        if (order.Shelf.Find(slug) is not { } lesson || order.LastOf(lesson, Days.WeekOf(actor.Today(now))) is not { } week)
            return false;
        var mark = await db.LessonMarks.SingleOrDefaultAsync(m => m.PersonId == actor.PersonId && m.Week == week && m.Lesson == slug, cancellation);
        if (state is not { } said)
        {
            if (mark is not null)
                db.LessonMarks.Remove(mark);
        }
        else if (mark is null)
        {
            db.LessonMarks.Add(new LessonMark(actor.OrganizationId, actor.PersonId, week, slug, said, now));
        }
        else
        {
            mark.Say(said, now);
        }

        await SaveAsync(cancellation);
        return true;
    }

    /// <summary>Keeps a lesson among the favourites, or takes it out. False when there is no such lesson.</summary>
    public async Task<bool> FavourAsync(Actor actor, string slug, bool favourite, CancellationToken cancellation)
    {
        if (LessonShelf.Own.Find(slug) is null)
            return false;
        var kept = await db.FavouriteLessons.SingleOrDefaultAsync(f => f.PersonId == actor.PersonId && f.Lesson == slug, cancellation);
        if (favourite && kept is null)
            db.FavouriteLessons.Add(new FavouriteLesson(actor.OrganizationId, actor.PersonId, slug));
        else if (!favourite && kept is not null)
            db.FavouriteLessons.Remove(kept);
        await SaveAsync(cancellation);
        return true;
    }

    // Pressed twice at once: what the other press saved is what this one wanted, too.
    private async Task SaveAsync(CancellationToken cancellation)
    {
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException twice) when (twice is DbUpdateConcurrencyException || twice.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            db.ChangeTracker.Clear();
        }
    }
}
