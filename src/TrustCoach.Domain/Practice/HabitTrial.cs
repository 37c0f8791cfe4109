namespace TrustCoach.Domain.Practice;

/// <summary>Two weeks in which a rep works on one habit. Private: nobody but the rep reads it.</summary>
public sealed class HabitTrial : IInOrganization
{
    /// <summary>How long a trial lasts, in days.</summary>
    public const int Length = 14;

    /// <summary>How many days before it are compared with.</summary>
    public const int Before = 28;

    private HabitTrial() { }

    public HabitTrial(Guid organizationId, Guid id, Guid personId, Habit habit, DateOnly startedOn) =>
        (OrganizationId, Id, PersonId, Habit, StartedOn) = (organizationId, id, personId, habit, startedOn);

    public Guid OrganizationId { get; private set; }

    public Guid Id { get; private set; }

    public Guid PersonId { get; private set; }

    public Habit Habit { get; private set; }

    /// <summary>The organization's day.</summary>
    public DateOnly StartedOn { get; private set; }

    /// <summary>The day on which it was given up or changed for another; null when it went on to its end.</summary>
    public DateOnly? StoppedOn { get; private set; }

    /// <summary>Its last day, as planned.</summary>
    public DateOnly EndsOn => StartedOn.AddDays(Length - 1);

    public bool Runs(DateOnly today) => StoppedOn is null && today <= EndsOn;

    /// <summary>The days it is judged by: those that have been, given up or not.</summary>
    public DaySpan During(DateOnly today)
    {
        var last = StoppedOn ?? EndsOn;
        return new(StartedOn, last < today ? last : today);
    }

    /// <summary>The days it is compared with.</summary>
    public DaySpan DaysBefore => new(StartedOn.AddDays(-Before), StartedOn.AddDays(-1));

    /// <summary>Gives it up, or makes room for another. One that has ended stays as it is.</summary>
    public void Stop(DateOnly today) => StoppedOn = Runs(today) ? today : StoppedOn;

    /// <summary>Takes another habit on the day it began: nothing was practised yet.</summary>
    public void ChangeTo(Habit habit) => (Habit, StoppedOn) = (habit, null);
}

/// <summary>Days, the first and the last included.</summary>
public readonly record struct DaySpan(DateOnly From, DateOnly To);
