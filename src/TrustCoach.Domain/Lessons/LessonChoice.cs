using TrustCoach.Domain.Coaching;

namespace TrustCoach.Domain.Lessons;

/// <summary>A week in which a team reads another lesson than the order for all has.</summary>
/// <param name="Week">Its Monday.</param>
/// <param name="Lesson">The lesson's name in an address.</param>
/// <param name="Why">Why a manager chose it; null when it only made room for another.</param>
public sealed record LessonChoice(DateOnly Week, string Lesson, ChoiceReason? Why = null);

/// <summary>Why a manager chose a lesson, as the team reads it: never with a name.</summary>
/// <param name="Signal">What kept breaking; null when they chose it for no signal.</param>
/// <param name="Count">How often, in the whole team.</param>
/// <param name="Days">In how many days up to the choice.</param>
public sealed record ChoiceReason(Breach? Signal = null, int Count = 0, int Days = 0)
{
    /// <summary>"Your manager chose this: late, five times in 30 days."</summary>
    public string Words => Signal is { } signal
        ? $"Your manager chose this: {signal.Words().ToLowerInvariant()}, {(Count == 1 ? "once" : Count == 2 ? "twice" : Counted.Of(Count, "time", "times"))} in {Days} days in the team."
        : "Your manager chose this for the week.";
}
