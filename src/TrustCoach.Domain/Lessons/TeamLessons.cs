namespace TrustCoach.Domain.Lessons;

/// <summary>A team's own order of lessons, where it differs from the order for all. The week that has begun and those before it stay as they were.</summary>
public sealed class TeamLessons : IInOrganization
{
    /// <summary>Choices are kept for so many days after their week: for the pages of what was read.</summary>
    public const int KeptDays = 800;

    private TeamLessons() { }

    public TeamLessons(Guid organizationId, Guid teamId) => (OrganizationId, TeamId) = (organizationId, teamId);

    public Guid OrganizationId { get; private set; }

    public Guid TeamId { get; private set; }

    /// <summary>Counts the changes, so that of two at once the second is told.</summary>
    public int Version { get; private set; }

    public IReadOnlyList<LessonChoice> Choices { get; private set; } = [];

    public LessonOrder Order(LessonShelf shelf) => new(shelf, Choices);

    /// <summary>Gives a week that lies ahead another lesson; the two change places, so that none is lost.</summary>
    /// <param name="week">A Monday.</param>
    /// <param name="today">The organization's day.</param>
    /// <param name="why">Said to the team; null for a move that needs no word.</param>
    public Problem? Put(LessonShelf shelf, Lesson lesson, DateOnly week, ChoiceReason? why, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(lesson);
        var next = Days.WeekOf(today).AddDays(7);
        if (week < next)
            return new Problem("Week", "That week has begun, and somebody may have read its lesson. Choose for the next one.");
        if (week != Days.WeekOf(week) || week > next.AddDays(7 * shelf.Lessons.Count))
            return new Problem("Week", "Pick a week of the coming round.");
        var order = Order(shelf);
        var (other, makesRoom) = (order.NextOf(lesson, next), order.Of(week));
        var kept = Choices.Where(c => c.Week != week && c.Week != other && c.Week >= today.AddDays(-KeptDays)).ToList();
        if (other != week && order.Usual(other) != makesRoom)
            kept.Add(new(other, makesRoom.Slug));
        if (why is not null || order.Usual(week) != lesson)
            kept.Add(new(week, lesson.Slug, why));
        (Choices, Version) = ([.. kept.OrderBy(c => c.Week)], Version + 1);
        return null;
    }

    /// <summary>Takes back what was chosen for the weeks ahead.</summary>
    public void Reset(DateOnly today) =>
        (Choices, Version) = ([.. Choices.Where(c => c.Week <= today)], Version + 1);
}
