using System.Globalization;
using TrustCoach.Domain.Practice;
using TrustCoach.Services.Practice;
using TrustCoach.Web.Pages.Reps;

namespace TrustCoach.Web.Pages.Progress;

/// <summary>The sentences about habits.</summary>
public static class HabitWords
{
    /// <summary>Which habit hurts and which helps, in one sentence.</summary>
    public static string Summary(HabitNow? weakest, HabitNow? strongest, HabitSuggestion suggested)
    {
        if (weakest is null || strongest is null)
            return "Too early to say which habit helps or hurts: each is judged from its third time.";
        if (weakest.Count.Done == weakest.Count.Of)
            return $"In four weeks no habit failed that could be counted. {suggested.Reason}";
        var hurts = $"“{weakest.Facts.Name}” fails most: {Of(weakest.Count)} in four weeks";
        return strongest == weakest ? $"{hurts}." : $"{hurts}. “{strongest.Facts.Name}” holds best: {Of(strongest.Count)}.";
    }

    /// <summary>"9 of 14".</summary>
    public static string Of(HabitCount count) => $"{count.Done} of {count.Of}";

    /// <summary>"64%"; a dash while nothing was counted.</summary>
    public static string Share(HabitCount count) => count.Of == 0 ? "–" : RepWords.Percent(count.Share);

    /// <summary>"48 to 78", the 80 % interval; empty while nothing was counted.</summary>
    public static string Interval(HabitCount count, double band)
    {
        var (low, high) = count.Interval(band);
        return count.Of == 0 ? "" : $"{Hundredths(low)} to {Hundredths(high)}";
    }

    /// <summary>What may be said of before and after, once it has ended.</summary>
    public static string Verdict(HabitComparison compared) => compared.Verdict switch
    {
        HabitVerdict.TooEarly => "Too early to say: fewer than three times on one side.",
        HabitVerdict.Better => $"Better: by {Hundredths(compared.Low)} to {Hundredths(compared.High)} of a hundred, in eight of ten cases. It says that it changed, not why.",
        HabitVerdict.Worse => $"Worse: by {Hundredths(-compared.High)} to {Hundredths(-compared.Low)} of a hundred, in eight of ten cases. It says that it changed, not why.",
        _ => $"Cannot tell: between {Hundredths(-compared.Low)} of a hundred worse and {Hundredths(compared.High)} better, too wide to say which.",
    };

    /// <summary>Where a habit's events can be read.</summary>
    public static string Events(HabitFacts facts, Guid me) => facts.Habit == Habit.PromiseLess ? "/promises/closed" : RepWords.Trait(me, facts.Trait);

    private static string Hundredths(double share) => Math.Round(100 * share, MidpointRounding.AwayFromZero).ToString("0", CultureInfo.CurrentCulture);
}
