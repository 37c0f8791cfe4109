using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.Rendering;
using TrustCoach.Domain.Dates;
using TrustCoach.Domain.Touchpoints;
using TrustCoach.Web.Infrastructure;

namespace TrustCoach.Web.Pages.Touchpoints;

/// <summary>What can be said at the end of the day of an encounter that was planned.</summary>
public enum DayAnswer
{
    /// <summary>Nothing yet: it stays open.</summary>
    Open = 0,

    Missed = Outcome.Missed,
    Met = Outcome.Met,
    Exceeded = Outcome.Exceeded,
    Courtesy = Outcome.Courtesy,

    /// <summary>It did not happen, and will not.</summary>
    NotHeld = 10,

    /// <summary>It has another time.</summary>
    Moved = 11,
}

/// <summary>The rows of the day, by the touchpoint's id.</summary>
public sealed class DayForm
{
    public static IReadOnlyList<SelectListItem> Besides { get; } =
    [
        new("Contact only", nameof(DayAnswer.Courtesy)), new("Did not happen", nameof(DayAnswer.NotHeld)),
        new("Moved", nameof(DayAnswer.Moved)), new("Leave open", nameof(DayAnswer.Open)),
    ];

    public Dictionary<Guid, DayRow> Rows { get; set; } = [];
}

/// <summary>One encounter of the day.</summary>
public sealed class DayRow
{
    public int Version { get; set; }

    public DayAnswer? Answer { get; set; }

    [StringLength(Touchpoint.SummaryMaxLength, ErrorMessage = "Keep the summary to {1} characters.")]
    public string? Summary { get; set; }

    public bool StartedOnTime { get; set; }

    [StringLength(Touchpoint.ReasonMaxLength, ErrorMessage = "Keep the reason to {1} characters.")]
    public string? Reason { get; set; }

    [AskedFor(DateUse.Plan)] public TypedDate? MovedTo { get; set; }

    public bool IsAnswered => Answer is not (null or DayAnswer.Open);

    /// <summary>Something is written in a row that says nothing.</summary>
    public bool IsHalfSaid => !IsAnswered && !(string.IsNullOrWhiteSpace(Summary) && string.IsNullOrWhiteSpace(Reason) && MovedTo is null);
}
