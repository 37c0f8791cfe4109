namespace TrustCoach.Domain.Lessons;

/// <summary>What somebody did with the lesson of a week. The numbers are stored; never renumber.</summary>
public enum LessonState : short
{
    Done = 1,
    Skipped = 2,
}

/// <summary>What somebody did with the lesson of a week. Private: nobody but they read it.</summary>
public sealed class LessonMark : IInOrganization
{
    /// <summary>A lesson's name is shorter than that.</summary>
    public const int SlugMaxLength = 80;

    private LessonMark() { }

    public LessonMark(Guid organizationId, Guid personId, DateOnly week, string lesson, LessonState state, DateTimeOffset at) =>
        (OrganizationId, PersonId, Week, Lesson, State, At) = (organizationId, personId, week, lesson, state, at.ToUniversalTime());

    public Guid OrganizationId { get; private set; }

    public Guid PersonId { get; private set; }

    /// <summary>The Monday of the week, by the organization's calendar.</summary>
    public DateOnly Week { get; private set; }

    /// <summary>The lesson's name in an address.</summary>
    public string Lesson { get; private set; } = "";

    public LessonState State { get; private set; }

    /// <summary>UTC.</summary>
    public DateTimeOffset At { get; private set; }

    public void Say(LessonState state, DateTimeOffset at)
    {
        if (State != state)
            (State, At) = (state, at.ToUniversalTime());
    }
}

/// <summary>A lesson that somebody wants to find again. Private, as <see cref="LessonMark"/> is.</summary>
public sealed class FavouriteLesson : IInOrganization
{
    private FavouriteLesson() { }

    public FavouriteLesson(Guid organizationId, Guid personId, string lesson) => (OrganizationId, PersonId, Lesson) = (organizationId, personId, lesson);

    public Guid OrganizationId { get; private set; }

    public Guid PersonId { get; private set; }

    public string Lesson { get; private set; } = "";
}
