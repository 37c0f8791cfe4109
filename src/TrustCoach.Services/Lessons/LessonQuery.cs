using Microsoft.EntityFrameworkCore;
using TrustCoach.Domain;
using TrustCoach.Domain.Lessons;
using TrustCoach.Services.Data;
using TrustCoach.Services.People;

namespace TrustCoach.Services.Lessons;

/// <summary>A lesson as one person reads it.</summary>
/// <param name="Week">The Monday of the week it is read for: this one, or the last that had it; null when its week is still to come.</param>
/// <param name="IsThisWeeks">It is the lesson of the week that runs.</param>
/// <param name="Next">The Monday of the next week that has it, when none has had it yet.</param>
/// <param name="State">What the person did with it in that week; null when nothing.</param>
/// <param name="Why">Why a manager chose it for that week.</param>
public sealed record LessonPage(
    Lesson Lesson, LessonHtml Html, DateOnly? Week, bool IsThisWeeks, DateOnly? Next, LessonState? State, bool IsFavourite, ChoiceReason? Why, LookReading Look);

/// <summary>Reads the lesson of the week, or another: three statements.</summary>
public sealed class LessonQuery(TrustCoachDb db, LessonOrderQuery orders, LessonLookQuery looks, LessonTexts texts, TimeProvider clock)
{
    /// <summary>The lesson of the week that runs.</summary>
    public Task<LessonPage> ThisWeekAsync(Actor actor, CancellationToken cancellation) => ReadAsync(actor, null, cancellation)!;

    /// <summary>The lesson of an address; null when there is none of that name.</summary>
    public Task<LessonPage?> FindAsync(Actor actor, string slug, CancellationToken cancellation) => ReadAsync(actor, slug, cancellation);

    private async Task<LessonPage?> ReadAsync(Actor actor, string? slug, CancellationToken cancellation)
    {
        var order = await orders.RunAsync(actor, cancellation);
        var monday = Days.WeekOf(actor.Today(clock.GetUtcNow()));
        if ((slug is null ? order.Of(monday) : order.Shelf.Find(slug)) is not { } lesson)
            return null;
        var week = order.LastOf(lesson, monday);
        var (me, name) = (actor.PersonId, lesson.Slug);
        var mine = await db.People.Where(p => p.Id == me).Select(_ => new
        {
            State = db.LessonMarks.Where(m => m.PersonId == me && m.Lesson == name && m.Week == week).Select(m => (LessonState?)m.State).FirstOrDefault(),
            IsFavourite = db.FavouriteLessons.Any(f => f.PersonId == me && f.Lesson == name),
        }).SingleAsync(cancellation);
        return new(
            lesson, texts.Of(lesson), week, week == monday, week is null ? order.NextOf(lesson, monday) : null, mine.State, mine.IsFavourite,
            week is { } read ? order.WhyOf(read) : null, await looks.RunAsync(actor, lesson.Look, cancellation));
    }
}
