using System.Globalization;
using Microsoft.AspNetCore.Razor.TagHelpers;
using TrustCoach.Web.Infrastructure;

namespace TrustCoach.Web.TagHelpers;

/// <summary>A day or a moment on the person's own clock, in the person's own order.</summary>
[HtmlTargetElement("when", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class WhenTagHelper(Viewer viewer) : TagHelper
{
    /// <summary>A moment, in any offset.</summary>
    public DateTimeOffset? At { get; set; }

    /// <summary>A calendar day, which no zone can move.</summary>
    public DateOnly? Day { get; set; }

    /// <summary>"day", "time" or "both"; a moment shows both unless told.</summary>
    public string? Show { get; set; }

    /// <summary>Says "today", "tomorrow", "yesterday" and the weekday of the coming six days.</summary>
    public bool Near { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (At is null && Day is null)
        {
            output.SuppressOutput();
            return;
        }

        (output.TagName, output.TagMode) = ("time", TagMode.StartTagAndEndTag);
        var local = At is { } at ? viewer.Local(at) : (DateTimeOffset?)null;
        var day = Day ?? DateOnly.FromDateTime(local!.Value.DateTime);
        var clock = local?.ToString("t", viewer.Culture);
        output.Attributes.SetAttribute("datetime", At is { } instant
            ? instant.ToUniversalTime().ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture)
            : day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        output.Attributes.SetAttribute("title", $"{day.ToString("D", viewer.Culture)}{(clock is null ? "" : $", {clock}")}");
        output.Content.SetContent((Show ?? (clock is null ? "day" : "both")) switch
        {
            "time" when clock is not null => clock,
            "both" when clock is not null => $"{DayWords(day)}, {clock}",
            _ => DayWords(day),
        });
    }

    private string DayWords(DateOnly day)
    {
        var away = day.DayNumber - viewer.Today.DayNumber;
        return (Near, away) switch
        {
            (true, -1) => "Yesterday",
            (true, 0) => "Today",
            (true, 1) => "Tomorrow",
            (true, > 1 and < 7) => day.ToString("dddd", viewer.Culture),
            _ => day.ToString(ShortPattern(day.Year != viewer.Today.Year), viewer.Culture),
        };
    }

    // The culture's own order of day and month, with the month in letters: 3/4 reads two ways, 3 Apr does not.
    private string ShortPattern(bool withYear)
    {
        var monthFirst = viewer.Culture.DateTimeFormat.MonthDayPattern.TrimStart().StartsWith('M');
        var pattern = monthFirst ? "MMM d" : "d MMM";
        return withYear ? pattern + (monthFirst ? ", yyyy" : " yyyy") : pattern;
    }
}
