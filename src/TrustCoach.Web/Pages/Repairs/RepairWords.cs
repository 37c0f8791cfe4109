using System.Globalization;
using TrustCoach.Domain.Repairs;
using TrustCoach.Services.Repairs;
using TrustCoach.Web.Infrastructure;
using TrustCoach.Web.Pages.Promises;

namespace TrustCoach.Web.Pages.Repairs;

/// <summary>The sentences of a repair plan.</summary>
public static class RepairWords
{
    public static string Url(Guid entryId) => $"/repairs/{entryId}";

    /// <summary>What comes next, in one sentence.</summary>
    public static string Next(RepairPage of, Viewer viewer) => of.State switch
    {
        RepairState.Done => "Put right: all four steps are done.",
        RepairState.Gone => "Nothing is left to put right.",
        RepairState.Held => "Disputed: until the answer it weighs nothing.",
        RepairState.Ended => "The relationship has ended.",
        RepairState.GivenUp => "Given up.",
        _ when of.Next is { } promise => $"Next: {promise.Text.TrimEnd('.')}, {Due(promise, viewer)}.",
        _ when of.Progress.Apologized is null => of.Outlook is { InTime: true, Until: { } until }
            ? $"Next: own it. An apology counts until {Day(until, viewer)}." : "Next: own it.",
        _ when !of.Progress.SaysWhatChanges => "Next: say what changes.",
        _ when of.Progress.MayPromise && !of.Progress.KeptItsPromises => "Next: one small promise with a day.",
        _ => "Next: ask them whether it is right again.",
    };

    /// <summary>"0.8 of credibility and 0.3 of trust".</summary>
    public static string Both(ScorePoints points, CultureInfo culture) =>
        $"{Tenth(points.Credibility, culture)} of credibility and {Tenth(points.Trust, culture)} of trust";

    public static string Tenth(double points, CultureInfo culture) =>
        Math.Round(Math.Max(points, 0), 1, MidpointRounding.AwayFromZero).ToString("0.0", culture);

    public static string Day(DateOnly day, Viewer viewer) => day.ToString(viewer.Culture.DateTimeFormat.MonthDayPattern, viewer.Culture);

    private static string Due(RepairPromise promise, Viewer viewer)
    {
        var due = DueWords.Of(viewer, promise.DueAt, promise.HasTime).Text;
        return promise.DueAt < viewer.Now ? due : $"due {due}";
    }

    /// <summary>"3 of 4 steps done".</summary>
    public static string Steps(RepairProgress progress) => $"{progress.Done} of {RepairProgress.Steps} steps done";
}
