using System.Globalization;
using TrustCoach.Services.Coaching;

namespace TrustCoach.Web.Pages.Team;

/// <summary>Words of the page "Signals".</summary>
public static class SignalWords
{
    private const int DaysOfAWeek = 7;

    /// <summary>"week" or "month".</summary>
    public static string Step(Signals of)
    {
        ArgumentNullException.ThrowIfNull(of);
        return of.Steps.Any(step => step.To.DayNumber - step.From.DayNumber >= DaysOfAWeek) ? "month" : "week";
    }

    /// <summary>A step at the head of its column: "16 Nov", "Nov 26".</summary>
    public static string Head(Signals of, SignalStep step, CultureInfo culture) =>
        Step(of) == "month" ? step.From.ToString("MMM yy", culture) : step.From.ToString("d MMM", culture);

    /// <summary>A step for people who hear it: "16 November to 22 November 2026".</summary>
    public static string Name(SignalStep step, CultureInfo culture) =>
        $"{step.From.ToString("d MMMM", culture)} to {step.To.ToString("d MMMM yyyy", culture)}";

    /// <summary>The tint of a count, 0 to 4.</summary>
    public static int Tint(int count, int most) => count == 0 ? 0 : Math.Clamp((int)Math.Ceiling(4.0 * count / most), 1, 4);

    /// <summary>What the two tellings come to beside each other.</summary>
    /// <param name="gap">Percent points that the reps' word stands above the customers'.</param>
    public static string Gap(double gap) => gap switch
    {
        > 5 => $"By their own word the reps met {Points(gap)} more of a hundred than their customers say.",
        < -5 => $"Customers say {Points(-gap)} more of a hundred were met than the reps do.",
        _ => "The reps and their customers tell the same.",
    };

    private static string Points(double gap) => Math.Round(gap).ToString("0", CultureInfo.CurrentCulture);
}
