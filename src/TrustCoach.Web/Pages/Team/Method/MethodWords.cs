using System.Globalization;
using Microsoft.AspNetCore.Html;
using TrustCoach.Domain.Method;
using TrustCoach.Domain.Scoring;
using TrustCoach.Web.Pages.Customers;
using TrustCoach.Web.TagHelpers;

namespace TrustCoach.Web.Pages.Team.Method;

/// <summary>The words for the method card, the traction clock and the report on the steps.</summary>
public static class MethodWords
{
    public static string Card(Guid teamId) => $"/team/{teamId}/method";

    public static string Report(Guid teamId) => $"/team/{teamId}/method/report";

    /// <summary>The relationships behind a number of the report.</summary>
    public static string Rows(Guid teamId, Guid stepId, bool with) => $"/team/{teamId}/method/report/rows?step={stepId}&side={(with ? "with" : "without")}";

    public static string Of(TractionMark mark) => mark switch
    {
        TractionMark.PromiseKept => "First promise kept",
        TractionMark.MetAgain => "Second meeting",
        TractionMark.TheyStarted => "They got in touch",
        _ => "Credible",
    };

    /// <summary>"4 days", "the same day", "not yet".</summary>
    public static string Days(TractionReading reading) => !reading.Reached ? "not yet" : reading.Days switch { 0 => "the same day", 1 => "1 day", var days => $"{days} days" };

    /// <summary>"at encounter 3", "23 days so far".</summary>
    public static string Encounters(TractionReading reading) =>
        reading.Encounters is { } encounters ? $"at encounter {encounters}" : $"{reading.Days} {(reading.Days == 1 ? "day" : "days")} so far";

    /// <summary>"12 days"; "not yet" when fewer than half have come to it; null when it is too early to say.</summary>
    public static string? Median(MedianWait wait) => wait switch
    {
        { TooEarly: true } => null,
        { Median: { } days } => days == 0 ? "same day" : days == 1 ? "1 day" : $"{days} days",
        _ => "not yet",
    };

    public static string Of(StepVerdict verdict) => verdict switch
    {
        StepVerdict.More => "more with it",
        StepVerdict.Less => "less with it",
        StepVerdict.NoDifferenceSeen => "no difference seen",
        _ => "too early to say",
    };

    /// <summary>The sign beside the word.</summary>
    public static IHtmlContent Shape(StepVerdict verdict) => new HtmlString(verdict switch
    {
        StepVerdict.More => Shapes.Exceeded,
        StepVerdict.Less => Shapes.Missed,
        StepVerdict.NoDifferenceSeen => Shapes.Met,
        _ => Shapes.Pending,
    });

    /// <summary>"+6.1 (−0.4 to +12.6)".</summary>
    public static string Difference(StepComparison step) =>
        $"{WithSign(step.Difference)} ({WithSign(step.Low)} to {WithSign(step.High)})";

    public static string WithSign(double points) => Points.Change(points, CultureInfo.CurrentCulture);

    public static string Of(StepChange change) => change switch
    {
        StepChange.Added => "new",
        StepChange.Reworded => "reworded",
        StepChange.Removed => "removed",
        _ => "",
    };

    /// <summary>"Referral, burned before".</summary>
    public static string Of(Opening opening) => $"{CustomerWords.Began(opening.Climate)}{(opening.Burned ? ", burned before" : "")}";
}
