using TrustCoach.Domain.Promises;

namespace TrustCoach.Domain.Coaching;

/// <summary>What a manager owes a rep.</summary>
public enum ManagerPromiseKind : short
{
    /// <summary>An answer to a dispute.</summary>
    AnswerDispute = 1,
}

/// <summary>
/// What is owed to a rep by a day by whoever coaches them: held to the same clock as a promise to a customer, and of no weight on any
/// customer's score. While it is open it moves with the team; who closed it, or coached when the clock broke it, keeps it.
/// </summary>
public sealed class ManagerPromise : IInOrganization
{
    private ManagerPromise() { }

    /// <param name="subjectId">What it is about; one promise each, so it names the promise too.</param>
    /// <param name="graceDays">Days after the due day before the clock calls it broken.</param>
    public ManagerPromise(
        Guid organizationId, ManagerPromiseKind kind, Guid subjectId, Guid repId, DateTimeOffset madeAt, DateOnly dueDay, int graceDays)
    {
        (OrganizationId, Id, Kind, RepId, MadeAt) = (organizationId, subjectId, kind, repId, madeAt);
        (DueDay, ClosesOn) = (dueDay, dueDay.AddDays(graceDays));
    }

    public Guid OrganizationId { get; private set; }

    /// <summary>The id of what it is about, such as the dispute.</summary>
    public Guid Id { get; private set; }

    public ManagerPromiseKind Kind { get; private set; }

    /// <summary>To whom it is owed.</summary>
    public Guid RepId { get; private set; }

    /// <summary>Who kept or broke it; null while it is open, and for one that broke when nobody coached the rep.</summary>
    public Guid? ManagerId { get; private set; }

    public DateTimeOffset MadeAt { get; private set; }

    public DateOnly DueDay { get; private set; }

    /// <summary>The day on which the clock breaks it when it is still open; null when closed.</summary>
    public DateOnly? ClosesOn { get; private set; }

    /// <summary>Open, kept, kept late, broken by the clock, or lapsed when it was no longer wanted.</summary>
    public PromiseState State { get; private set; } = PromiseState.Open;

    public DateOnly? ClosedOn { get; private set; }

    /// <summary>Where it stands by the clock, whether or not a job has booked that.</summary>
    public PromiseState StateOn(DateOnly today) => State == PromiseState.Open && ClosesOn <= today ? PromiseState.Broken : State;

    /// <summary>What was owed was done: in time, or late. Once the clock has broken it, it stays broken.</summary>
    public void Keep(Guid by, DateOnly today)
    {
        if (State != PromiseState.Open)
            return;
        if (ClosesOn <= today)
            Close(PromiseState.Broken, ClosesOn!.Value, by);
        else
            Close(today > DueDay ? PromiseState.KeptLate : PromiseState.Kept, today, by);
    }

    /// <summary>Nobody wants it any more: while it is in time, nobody broke anything.</summary>
    public void LetGo(DateOnly today)
    {
        if (StateOn(today) == PromiseState.Open)
            Close(PromiseState.Lapsed, today, null);
    }

    private void Close(PromiseState state, DateOnly day, Guid? by) => (State, ClosedOn, ClosesOn, ManagerId) = (state, day, null, by);
}
