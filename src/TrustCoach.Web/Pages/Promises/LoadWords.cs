using TrustCoach.Domain;
using TrustCoach.Domain.Promises;
using TrustCoach.Services.Promises;
using TrustCoach.Web.Infrastructure;

namespace TrustCoach.Web.Pages.Promises;

/// <summary>What a rep's own past says of the promises in a week.</summary>
public static class LoadWords
{
    /// <summary>A warning, or null when the past gives no reason for one.</summary>
    /// <param name="week">"this week", "next week".</param>
    public static string? Warning(PromiseLoad load, string week)
    {
        var due = PromiseWords.Capital($"{Counted.Of(load.Load, "promise falls", "promises fall")} due {week}");
        if (load.IsTooMuch)
            return $"{due}. {History(load)}";
        return load.IsUnknown ? $"{due}, more than in any week of the last year: the most was {load.Most}." : null;
    }

    /// <summary>"In weeks with seven or more you kept 9 of 16 in time, in lighter ones 31 of 34."</summary>
    public static string History(PromiseLoad load) =>
        $"In weeks with {Counted.Number(load.Load)} or more you kept {load.Busy.Kept} of {load.Busy.Due} in time, in lighter ones {load.Light.Kept} of {load.Light.Due}.";

    /// <summary>The warning for the week of <paramref name="day"/> as it stands now, after a promise was given; null when there is none.</summary>
    public static string? After(IReadOnlyList<ComingWeek> weeks, DateOnly? day, Viewer viewer) =>
        day is { } due && weeks.FirstOrDefault(w => w.Week == Days.WeekOf(due)) is { } week ? Warning(week.AsItIs, Name(weeks, week, viewer)) : null;

    /// <summary>"this week", "next week", "in the week of 7 December".</summary>
    public static string Name(IReadOnlyList<ComingWeek> weeks, ComingWeek week, Viewer viewer) =>
        week == weeks[0] ? "this week" : week == weeks[1] ? "next week" : $"in the week of {week.Week.ToString("M", viewer.Culture)}";

    /// <summary>The same as a title.</summary>
    public static string Title(IReadOnlyList<ComingWeek> weeks, ComingWeek week, Viewer viewer) =>
        PromiseWords.Capital(Name(weeks, week, viewer).Replace("in the ", "", StringComparison.Ordinal));
}
