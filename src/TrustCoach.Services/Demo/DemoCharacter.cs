namespace TrustCoach.Services.Demo;

/// <summary>How somebody works, in shares of encounters and promises from 0 to 1.</summary>
/// <param name="Gap">Days between two encounters with one customer, at most; half of it at least.</param>
/// <param name="Late">Share of encounters begun late.</param>
/// <param name="KeptLate">Share of our promises delivered after the day.</param>
/// <param name="Broken">Share of our promises that nobody delivers.</param>
/// <param name="Given">Share of encounters that go with a gesture of ours.</param>
/// <param name="Returned">The same of theirs.</param>
internal sealed record DemoCharacter(
    int Gap, double Missed, double Exceeded, double Late, double KeptLate, double Broken, double Given = 0.12, double Returned = 0.12, double OwnsUp = 0.3)
{
    public static readonly DemoCharacter Steady = new(24, 0.03, 0.20, 0.02, 0.03, 0.01);
    public static readonly DemoCharacter Solid = new(30, 0.08, 0.12, 0.04, 0.06, 0.04);
    public static readonly DemoCharacter Uneven = new(32, 0.18, 0.10, 0.07, 0.12, 0.10);
    public static readonly DemoCharacter Slipping = new(20, 0.28, 0.02, 0.42, 0.20, 0.40, 0.03, 0.05, 0.05);
    public static readonly DemoCharacter Generous = Solid with { Given = 0.60, Returned = 0.03 };
    public static readonly DemoCharacter Candid = Uneven with { Late = 0.03, OwnsUp = 0.9 };
}
