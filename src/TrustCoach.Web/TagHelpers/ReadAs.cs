using System.Globalization;
using TrustCoach.Domain.Dates;
using TrustCoach.Web.Infrastructure;

namespace TrustCoach.Web.TagHelpers;

/// <summary>What is said below a date that is typed: its full words, the choice between several, or what is wrong. The same while typing and after sending.</summary>
public static class ReadAs
{
    /// <summary>The markup; it carries the meaning along, so that what was seen is what is saved.</summary>
    /// <param name="id">Id of the field.</param>
    public static string Html(string name, string id, TypedDate? date, string? trouble, CultureInfo culture) =>
        $"""<div class="read-as" id="{id}-read" aria-live="polite">{Content(name, id, date, trouble, culture)}</div>""";

    private static string Content(string name, string id, TypedDate? date, string? trouble, CultureInfo culture) => (date?.Meanings, trouble) switch
    {
        ({ Count: > 1 } meanings, _) => $"""
            <fieldset class="choices" aria-describedby="{id}-error"><legend class="label" id="{id}-error">Which is meant?</legend><div class="chips">{string.Concat(meanings.Select((m, i) => Radio(name, id, i, m, culture)))}</div></fieldset>{Of(name, date)}
            """,
        ({ Count: 1 } meanings, null) => $"""<p class="read-as-words">{Words(meanings[0], culture)}{(date!.Note is null ? "" : $". {Shapes.Encode(date.Note)}")}</p>{Means(name, date, meanings[0])}""",
        ({ Count: 1 } meanings, _) => $"""<p class="read-as-words" id="{id}-error">{Shapes.Encode(trouble)}</p>{Means(name, date!, meanings[0])}""",
        (_, { }) => $"""<p class="error" id="{id}-error"><span class="visually-hidden">Error: </span>{Shapes.Encode(trouble)}</p>""",
        _ => "",
    };

    private static string Radio(string name, string id, int index, DayAndHour meaning, CultureInfo culture) =>
        $"""<div class="choice"><input type="radio" id="{id}-as-{index}" name="{name}.As" value="{meaning.Iso}"><label for="{id}-as-{index}"><span>{Words(meaning, culture)}</span></label></div>""";

    private static string Means(string name, TypedDate date, DayAndHour meaning) => $"""{Of(name, date)}<input type="hidden" name="{name}.As" value="{meaning.Iso}">""";

    private static string Of(string name, TypedDate date) => $"""<input type="hidden" name="{name}.Of" value="{Shapes.Encode(date.Text)}">""";

    private static string Words(DayAndHour meaning, CultureInfo culture) => Shapes.Encode(meaning.Words(culture));
}
