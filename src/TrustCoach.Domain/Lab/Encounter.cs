namespace TrustCoach.Domain.Lab;

/// <summary>One encounter of the game: what both meant, what came out, what it paid, and why they did it.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Meant">Whether you meant to keep your word.</param>
/// <param name="Kept">Whether it came out so.</param>
/// <param name="TheyMeant">Whether they meant to keep theirs.</param>
/// <param name="TheyKept">Whether it came out so.</param>
/// <param name="Earned">Your payoff.</param>
/// <param name="TheyEarned">Their payoff.</param>
/// <param name="Why">Why they meant to do what they meant to do, one sentence to "you".</param>
public sealed record Encounter(int Number, bool Meant, bool Kept, bool TheyMeant, bool TheyKept, double Earned, double TheyEarned, string Why)
{
    /// <summary>Your move came out reversed.</summary>
    public bool Slipped => Meant != Kept;

    /// <summary>Their move came out reversed.</summary>
    public bool TheySlipped => TheyMeant != TheyKept;
}
