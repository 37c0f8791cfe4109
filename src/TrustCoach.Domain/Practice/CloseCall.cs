using TrustCoach.Domain.Scoring;
using TrustCoach.Domain.Touchpoints;

namespace TrustCoach.Domain.Practice;

/// <summary>A small thing that nearly broke trust, one kind for each kind of breaker. The numbers are stored; never renumber.</summary>
public enum CloseCallKind : short
{
    NearlyLate = 1,
    NearlyForgot = 2,
    NearlyOverstated = 3,
    NearlySaidTooMuch = 4,
    NearlyBentAFact = 5,
}

/// <summary>What a kind of close call is.</summary>
/// <param name="Breaker">What it would have become.</param>
/// <param name="Trait">The trait that would have suffered.</param>
/// <param name="Name">On its button: "Nearly late".</param>
/// <param name="With">What it is about, in a sentence: "time".</param>
/// <param name="Events">What it would have become, in a sentence: "late events".</param>
public sealed record CloseCallFacts(CloseCallKind Kind, BreakerKind Breaker, Trait Trait, string Name, string With, string Events)
{
    /// <summary>The habit that shows in the same trait.</summary>
    public HabitFacts Habit => Habits.All.First(habit => habit.Trait == Trait);
}

/// <summary>The kinds there are.</summary>
public static class CloseCalls
{
    public static IReadOnlyList<CloseCallFacts> All { get; } =
    [
        new(CloseCallKind.NearlyLate, BreakerKind.Late, Trait.Punctuality, "Nearly late", "time", "late events"),
        new(CloseCallKind.NearlyForgot, BreakerKind.PromiseNotKept, Trait.KeepingWord, "Nearly forgot a promise", "promises", "broken promises"),
        new(CloseCallKind.NearlyOverstated, BreakerKind.Exaggeration, Trait.Sincerity, "Nearly overstated", "big words", "exaggerations"),
        new(CloseCallKind.NearlySaidTooMuch, BreakerKind.Gossip, Trait.Sincerity, "Nearly spoke of others", "talk about others", "times others were spoken ill of"),
        new(CloseCallKind.NearlyBentAFact, BreakerKind.Lie, Trait.Honesty, "Nearly bent a fact", "facts", "lies or distorted facts"),
    ];

    public static CloseCallFacts Of(CloseCallKind kind) => All.First(facts => facts.Kind == kind);
}

/// <summary>One close call: a near miss that nobody else noticed. Its author alone reads it; no score, no audit and no manager knows it.</summary>
public sealed class CloseCall : IInOrganization
{
    public const int NoteMaxLength = 200;

    /// <summary>So many on one day are a slip of the finger.</summary>
    public const int MostADay = 50;

    /// <summary>How far back one is noted and shown, in days: eight weeks.</summary>
    public const int DaysShown = 56;

    private CloseCall() { }

    public Guid OrganizationId { get; private set; }

    public Guid Id { get; private set; }

    public Guid PersonId { get; private set; }

    public CloseCallKind Kind { get; private set; }

    /// <summary>With whom; null when it was with nobody in particular.</summary>
    public Guid? RelationshipId { get; private set; }

    /// <summary>The organization's day.</summary>
    public DateOnly Day { get; private set; }

    /// <summary>The author's words, sealed; null when there are none.</summary>
    public byte[]? Sealed { get; private set; }

    /// <summary>Notes it.</summary>
    /// <param name="kind">Null when none was picked.</param>
    /// <param name="day">Today when null.</param>
    /// <param name="seal">Closes the author's words.</param>
    /// <param name="today">The organization's day.</param>
    public static Result<CloseCall> Note(
        CloseCallOf of, CloseCallKind? kind, DateOnly? day, string? note, Func<string, byte[]> seal, DateOnly today)
    {
        if (kind is not { } said || !Enum.IsDefined(said))
            return new Problem(nameof(Kind), "Pick what nearly happened.");
        if (day > today)
            return new Problem(nameof(Day), "It cannot have happened in the future.");
        if (day <= today.AddDays(-DaysShown))
            return new Problem(nameof(Day), "This page looks back eight weeks. Pick a day within them.");
        var words = TypedText.Clean(note);
        if (words?.Length > NoteMaxLength)
            return new Problem(nameof(Note), $"Keep the note to {NoteMaxLength} characters.");
        return new CloseCall
        {
            OrganizationId = of.OrganizationId,
            Id = of.Id,
            PersonId = of.PersonId,
            RelationshipId = of.RelationshipId,
            Kind = said,
            Day = day ?? today,
            Sealed = words is null ? null : seal(words),
        };
    }
}

/// <summary>Whose close call it is.</summary>
public readonly record struct CloseCallOf(Guid OrganizationId, Guid Id, Guid PersonId, Guid? RelationshipId);
