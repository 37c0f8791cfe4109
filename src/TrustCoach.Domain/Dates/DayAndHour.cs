using System.Globalization;

namespace TrustCoach.Domain.Dates;

/// <summary>A calendar day, and an hour when one was said, on the clock of who typed it.</summary>
/// <param name="Hour">To the minute; null when only the day was said.</param>
public readonly record struct DayAndHour(DateOnly Day, TimeOnly? Hour = null)
{
    /// <summary>The one way of writing it that nobody can read otherwise: 2026-11-27T15:00, or 2026-11-27.</summary>
    public string Iso => Hour is { } hour
        ? string.Create(CultureInfo.InvariantCulture, $"{Day:yyyy-MM-dd}T{hour:HH:mm}")
        : Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>In full, with weekday and year, as the culture writes it: "Friday, 27 November 2026, 15:00".</summary>
    public string Words(CultureInfo culture) =>
        Day.ToString("D", culture) + (Hour is { } hour ? $", {hour.ToString("t", culture)}" : "");

    /// <summary>The instant (UTC) it names in <paramref name="zone"/>.</summary>
    /// <param name="usual">The hour that is meant when none was said.</param>
    public DateTimeOffset At(TimeZoneInfo zone, TimeOnly usual) => Days.At(Day, Hour ?? usual, zone);

    /// <summary>The minute that an instant falls in, on the clock of <paramref name="zone"/>.</summary>
    public static DayAndHour Of(DateTimeOffset at, TimeZoneInfo zone)
    {
        var local = TimeZoneInfo.ConvertTime(at, zone).DateTime;
        return new(DateOnly.FromDateTime(local), new(local.Hour, local.Minute));
    }

    /// <summary>Reads <see cref="Iso"/>; null when it is something else.</summary>
    public static DayAndHour? FromIso(string? text) =>
        DateTime.TryParseExact(text, ["yyyy-MM-ddTHH:mm", "yyyy-MM-dd"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var read)
            ? new(DateOnly.FromDateTime(read), text!.Length > 10 ? TimeOnly.FromDateTime(read) : null)
            : null;
}

/// <summary>What a date is asked for: it tells which of several readings can be meant.</summary>
public enum DateUse
{
    /// <summary>A day to come, with or without an hour: until when something is due.</summary>
    Deadline = 1,

    /// <summary>An encounter that was or will be; one to come needs its hour.</summary>
    Encounter = 2,

    /// <summary>An encounter of which is said how it went: it has been.</summary>
    PastEncounter = 3,

    /// <summary>An encounter to come, with its hour.</summary>
    Plan = 5,

    /// <summary>A day gone by, with or without an hour.</summary>
    Past = 4,
}

/// <summary>What typed words were understood as.</summary>
/// <param name="Meanings">One when it is understood; several when it can be read in more than one way; none when it cannot be read.</param>
/// <param name="Trouble">Why it has no meaning, and what to write instead.</param>
/// <param name="Note">What else to know of the one meaning.</param>
/// <param name="Exact">Written as a machine writes it: there was nothing to understand.</param>
public sealed record DateReading(IReadOnlyList<DayAndHour> Meanings, string? Trouble = null, string? Note = null, bool Exact = false);
