using Microsoft.EntityFrameworkCore;
using TrustCoach.Domain;
using TrustCoach.Domain.Lessons;
using TrustCoach.Services.Data;
using TrustCoach.Services.People;

namespace TrustCoach.Services.Lessons;

/// <summary>A week of a year and what somebody did with its lesson.</summary>
public sealed record LessonWeek(DateOnly Week, Lesson Lesson, LessonState? State, bool IsFavourite);

/// <summary>A year of lessons as one person has read them.</summary>
/// <param name="Weeks">Up to the week that runs, the newest first.</param>
/// <param name="Favourites">Of all years, in the order for all.</param>
/// <param name="Shelf">All lessons there are.</param>
public sealed record LessonYear(int Year, IReadOnlyList<LessonWeek> Weeks, IReadOnlyList<Lesson> Favourites, IReadOnlyList<Lesson> Shelf, int Done, bool HasEarlier, bool HasLater);

/// <summary>Reads what somebody did with a year's lessons: three statements. Nobody reads another's.</summary>
public sealed class LessonYearQuery(TrustCoachDb db, LessonOrderQuery orders, TimeProvider clock)
{
    /// <param name="year">By ISO weeks; another than one that has begun is this one.</param>
    public async Task<LessonYear> RunAsync(Actor actor, int? year, CancellationToken cancellation)
    {
        var (me, order, monday) = (actor.PersonId, await orders.RunAsync(actor, cancellation), Days.WeekOf(actor.Today(clock.GetUtcNow())));
        var first = await db.LessonMarks.Where(m => m.PersonId == me).MinAsync(m => (DateOnly?)m.Week, cancellation) ?? monday;
        var (thisYear, firstYear) = (LessonOrder.YearOf(monday), LessonOrder.YearOf(first));
        var asked = year is { } y && y >= firstYear && y <= thisYear ? y : thisYear;
        var weeks = LessonOrder.WeeksOf(asked).Where(week => week <= monday).ToList();
        var marks = await db.People.Where(p => p.Id == me).Select(_ => new
        {
            Marks = db.LessonMarks.Where(m => m.PersonId == me && m.Week >= weeks[0] && m.Week <= weeks[weeks.Count - 1])
                .OrderBy(m => m.At).Select(m => new { m.Week, m.Lesson, m.State }).ToList(),
            Favourites = db.FavouriteLessons.Where(f => f.PersonId == me).Select(f => f.Lesson).ToList(),
        }).AsSplitQuery().SingleAsync(cancellation);
        // What was done with a lesson stays with its week, also where the team has another order by now.
        var states = marks.Marks.GroupBy(m => m.Week).ToDictionary(g => g.Key, g => g.Last());
        LessonWeek Of(DateOnly week)
        {
            var mark = states.GetValueOrDefault(week);
            var lesson = order.Shelf.Find(mark?.Lesson);
            return lesson is null ? new(week, order.Of(week), null, marks.Favourites.Contains(order.Of(week).Slug)) : new(week, lesson, mark!.State, marks.Favourites.Contains(lesson.Slug));
        }

        List<LessonWeek> read = [.. weeks.Select(Of).Reverse()];
        return new(
            asked, read, [.. order.Shelf.Lessons.Where(l => marks.Favourites.Contains(l.Slug))], order.Shelf.Lessons, read.Count(w => w.State == LessonState.Done),
            asked > firstYear, asked < thisYear);
    }
}
