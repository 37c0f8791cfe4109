using System.Globalization;

namespace TrustCoach.Domain.Lessons;

/// <summary>
/// Which lesson is whose week. The order for all goes on without a break, so a year of 53 weeks begins the round one week early and
/// the next year goes on from there: nothing is left out and nothing comes twice within a round. What a team chose stands over it.
/// </summary>
public sealed class LessonOrder(LessonShelf shelf, IReadOnlyList<LessonChoice> choices)
{
    // The Monday of the first week of 2026 has lesson 1.
    private static readonly DateOnly First = new(2025, 12, 29);

    public LessonShelf Shelf { get; } = shelf;

    /// <summary>The lesson of a week. A choice whose lesson is no more is passed over.</summary>
    /// <param name="week">Any day of it.</param>
    public Lesson Of(DateOnly week) => Shelf.Find(At(week)?.Lesson) ?? Usual(week);

    /// <summary>Why a manager chose the week's lesson; null when they did not.</summary>
    public ChoiceReason? WhyOf(DateOnly week) => At(week) is { } choice && Shelf.Find(choice.Lesson) is not null ? choice.Why : null;

    /// <summary>The lesson of a week in the order for all.</summary>
    public Lesson Usual(DateOnly week)
    {
        var (weeks, count) = ((Days.WeekOf(week).DayNumber - First.DayNumber) / 7, Shelf.Lessons.Count);
        return Shelf.Lessons[((weeks % count) + count) % count];
    }

    /// <summary>The first week from <paramref name="from"/> on that has the lesson. There is one: after the last choice the order for all goes on.</summary>
    public DateOnly NextOf(Lesson lesson, DateOnly from) => Weeks(from, 1).First(week => Of(week) == lesson);

    /// <summary>The last week up to <paramref name="until"/> that had the lesson; null when none of the round before had.</summary>
    public DateOnly? LastOf(Lesson lesson, DateOnly until) =>
        Weeks(until, -1).Take(Shelf.Lessons.Count).Where(week => Of(week) == lesson).Select(week => (DateOnly?)week).FirstOrDefault();

    /// <summary>Which week of which year it is by ISO 8601, and its days: "Week 47, 16 to 22 November 2026".</summary>
    public static string Words(DateOnly week, CultureInfo culture)
    {
        var (from, to) = (Days.WeekOf(week), Days.WeekOf(week).AddDays(6));
        var first = from.Year != to.Year ? from.ToString("d MMMM yyyy", culture) : from.Month != to.Month ? from.ToString("d MMMM", culture) : from.Day.ToString(culture);
        return $"Week {Number(week)}, {first} to {to.ToString("d MMMM yyyy", culture)}";
    }

    /// <summary>The ISO number of the week, 1 to 53.</summary>
    public static int Number(DateOnly day) => ISOWeek.GetWeekOfYear(day.ToDateTime(default));

    /// <summary>The year whose week it is: 1 January may belong to the year before.</summary>
    public static int YearOf(DateOnly day) => ISOWeek.GetYear(day.ToDateTime(default));

    /// <summary>The Mondays of a year's weeks, 52 or 53.</summary>
    public static IReadOnlyList<DateOnly> WeeksOf(int year) =>
        [.. Enumerable.Range(1, ISOWeek.GetWeeksInYear(year)).Select(n => DateOnly.FromDateTime(ISOWeek.ToDateTime(year, n, DayOfWeek.Monday)))];

    private LessonChoice? At(DateOnly week)
    {
        var monday = Days.WeekOf(week);
        return choices.FirstOrDefault(c => c.Week == monday);
    }

    private static IEnumerable<DateOnly> Weeks(DateOnly from, int step)
    {
        for (var week = Days.WeekOf(from); ; week = week.AddDays(7 * step))
            yield return week;
    }
}
