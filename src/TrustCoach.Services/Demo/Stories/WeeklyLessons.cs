using TrustCoach.Domain;
using TrustCoach.Domain.Coaching;
using TrustCoach.Domain.Lessons;
using TrustCoach.Services.Audit;

namespace TrustCoach.Services.Demo.Stories;

/// <summary>Some months of lessons: Hanna reads nearly all, Tomas began and let it slide, and Ingrid made this week's out of a signal.</summary>
internal static class WeeklyLessons
{
    private const int Weeks = 24;

    public static void Tell(DemoWorld world)
    {
        var (today, north) = (world.Calendar.Today, world.People.AllTeams.Single(t => t.Name == "North"));
        var (monday, arranged) = (Days.WeekOf(today), new TeamLessons(world.Organization.Id, north.Id));
        var late = LessonShelf.Own.Lessons.First(l => l.Answers.Contains(Breach.Late));
        arranged.Put(LessonShelf.Own, late, monday, new ChoiceReason(Breach.Late, 5, 30), monday.AddDays(-3));
        world.Lessons.Add(arranged);
        world.Note(world.People["Ingrid Solberg"], Days.At(monday.AddDays(-3), new TimeOnly(16, 5), world.Calendar.Zone), AuditActs.LessonsArranged, north.Id, new { Week = monday, Lesson = late.Slug });

        var order = arranged.Order(LessonShelf.Own);
        foreach (var (rep, first, skips) in new[] { (SteadyRep.Rep, Weeks, 7), (SlippingRep.Rep, 9, 2) })
        {
            var dice = new DemoDice($"lessons of {rep}");
            for (var ago = first; ago > (rep == SteadyRep.Rep ? 0 : 4); ago--)
            {
                var week = monday.AddDays(-7 * ago);
                if (dice.Falls(0.85))
                    Mark(world, rep, order, week, ago % skips == 0 ? LessonState.Skipped : LessonState.Done, dice.Between(0, 4));
            }
        }

        foreach (var ago in new[] { 3, 5, 11 })
            Favour(world, SteadyRep.Rep, order.Of(monday.AddDays(-7 * ago)));
    }

    private static void Mark(DemoWorld world, string rep, LessonOrder order, DateOnly week, LessonState state, int day) => world.Lessons.Add(new LessonMark(
        world.Organization.Id, world.People[rep].Id, week, order.Of(week).Slug, state, Days.At(week.AddDays(day), new TimeOnly(8, 20), world.Calendar.Zone)));

    private static void Favour(DemoWorld world, string rep, Lesson lesson)
    {
        var (person, kept) = (world.People[rep].Id, world.Lessons.OfType<FavouriteLesson>());
        if (!kept.Any(f => f.PersonId == person && f.Lesson == lesson.Slug))
            world.Lessons.Add(new FavouriteLesson(world.Organization.Id, person, lesson.Slug));
    }
}
