using TrustCoach.Domain.Lab;

namespace TrustCoach.Domain.Tests.Lab;

/// <summary>The payoff between strategies that look only at what the other did last, in closed form (Nowak and Sigmund 1992; payoffs 5, 3, 1, 0).</summary>
internal static class Reactive
{
    public static double Payoff(MemoryOne one, MemoryOne other)
    {
        var (r, s) = (one.BothKept - one.LetDown, other.BothKept - other.LetDown);
        var mine = (one.LetDown + (r * other.LetDown)) / (1 - (r * s));
        var theirs = (other.LetDown + (s * one.LetDown)) / (1 - (r * s));
        return (3 * mine * theirs) + (5 * (1 - mine) * theirs) + ((1 - mine) * (1 - theirs));
    }
}
