using System.Globalization;
using System.Text.RegularExpressions;

namespace TrustCoach.Domain.Dates;

/// <summary>
/// Reads dates as people type them: in their own words and order, as of <paramref name="now"/> on their own clock. What can be read two ways
/// has two meanings; what does not exist, or is not understood, has none and says so.
/// </summary>
/// <param name="now">When it was typed.</param>
/// <param name="zone">Where it was typed.</param>
/// <param name="culture">The order of day and month, and the names of both; English names are understood too.</param>
public sealed partial class DateReader(DateTimeOffset now, TimeZoneInfo zone, CultureInfo culture)
{
    /// <summary>The longest text that is looked at.</summary>
    public const int MostLength = 80;

    internal const int FirstYear = 1900;
    internal const int LastYear = 2200;
    internal static readonly string OutOfReach = $"Years from {FirstYear} to {LastYear} can be kept.";

    // More ways of reading one text are not offered: it is better written anew.
    private const int MostMeanings = 6;

    private readonly DateNames _names = DateNames.Of(culture);
    private readonly DateTime _now = TimeZoneInfo.ConvertTime(now.UtcDateTime.Year is > FirstYear and < LastYear ? now : new(FirstYear + 1, 1, 1, 0, 0, 0, TimeSpan.Zero), zone).DateTime;

    public DateReading Read(string text, DateUse use)
    {
        if (text.Length > MostLength)
            return new([], $"Keep the date to {MostLength} characters.");
        var plain = Spelled(text);
        if (Exact().Match(plain) is { Success: true } iso)
            return ReadExact(iso, plain, use);
        var words = plain.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words is ["now"])
            return Meaning([Now], use);
        if (words is ["in", var count, var unit] && Later(count, unit) is { } later)
            return Meaning([later], use);
        var (found, trouble) = Found(words, use);
        return found.Count == 0 ? new([], trouble ?? Unknown(text, use)) : Meaning(found, use);
    }

    private DayAndHour Now => new(DateOnly.FromDateTime(_now), new(_now.Hour, _now.Minute));

    // Where the hour ends and the day begins is not known: every way that reads the whole text counts.
    private (List<DayAndHour> Found, string? Trouble) Found(string[] words, DateUse use)
    {
        var (days, found, troubles) = (new DayWords(Now.Day, culture, _names), new List<DayAndHour>(), new List<string>());
        void Add(string[] rest, TimeOnly[] hours)
        {
            var (read, trouble) = days.Read(rest, use);
            if (trouble is not null)
                troubles.Add(trouble);
            found.AddRange(read.SelectMany(day => hours.Length == 0 ? [new DayAndHour(day)] : hours.Select(hour => new DayAndHour(day, hour))));
        }

        if (words.Length > 0)
            Add(words, []);
        for (var length = 1; length <= Math.Min(4, words.Length); length++)
        {
            foreach (var (hour, rest) in new[] { (words[^length..], words[..^length]), (words[..length], words[length..]) })
            {
                var hours = HourWords.Read(hour, _names, rest.Length == 0, out var trouble);
                if (trouble is not null)
                    troubles.Add(trouble);
                if (hours.Length == 0)
                    continue;
                if (rest.Length == 0)
                    found.AddRange(hours.Select(time => new DayAndHour(Now.Day, time)));
                else
                    Add(rest, hours);
            }
        }

        return (found.Distinct().Order(Comparer<DayAndHour>.Create((one, other) => string.CompareOrdinal(one.Iso, other.Iso))).ToList(), troubles.FirstOrDefault());
    }

    private DateReading ReadExact(Match iso, string plain, DateUse use)
    {
        if (DayAndHour.FromIso(iso.Groups["day"].Value + (iso.Groups["hour"].Success ? $"T{iso.Groups["hour"].Value}" : "")) is not { } read)
            return new([], $"{plain.ToUpperInvariant()} does not exist. Correct it.");
        return Meaning([read], use) with { Exact = true };
    }

    private DayAndHour? Later(string count, string unit)
    {
        var many = count is "an" or "a" ? 1 : int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n < 1000 ? n : 0;
        var minutes = unit.TrimEnd('s') switch { "hour" => 60, "minute" or "min" => 1, _ => 0 } * many;
        if (minutes == 0)
            return null;
        return DayAndHour.Of(Days.At(Now.Day, TimeOnly.FromDateTime(_now), zone).AddMinutes(minutes), zone);
    }

    private DateReading Meaning(IReadOnlyList<DayAndHour> found, DateUse use)
    {
        if (found.Any(meaning => meaning.Day.Year is < FirstYear or > LastYear))
            return new([], OutOfReach);
        var possible = found.Where(meaning => IsPossible(meaning, use)).ToList();
        var meant = (possible.Count > 0 ? possible : found).Select(meaning => Encountered(meaning, use)).Distinct().ToList();
        if (meant.Count > MostMeanings)
            return new([], "This can be read in many ways. Write the day, the month in letters and the hour, such as “2 Dec 15:00”.");
        if (use is DateUse.Encounter or DateUse.Plan && meant.RemoveAll(meaning => meaning.Hour is null) > 0 && meant.Count == 0)
            return new([], "Say the hour too, such as “Friday 15:00”: what they expect is locked when it begins.");
        var there = meant.Where(Exists).ToList();
        if (there.Count == 0)
            return new([], $"{meant[0].Words(culture)} does not exist: the clocks go forward then. Write an hour before or after.");
        return new(there, Note: there is [{ Hour: { } hour } twice] && zone.IsAmbiguousTime(twice.Day.ToDateTime(hour)) ? "The clocks go back then, and this hour comes twice: the first is meant." : null);
    }

    // What nobody can mean is no second reading: a promise is not due in the past, and what has been is not to come.
    private bool IsPossible(DayAndHour meaning, DateUse use) => use switch
    {
        DateUse.Deadline or DateUse.Plan => meaning.Day.ToDateTime(meaning.Hour ?? TimeOnly.MaxValue) >= _now,
        DateUse.Encounter => true,
        _ => meaning.Day.ToDateTime(meaning.Hour ?? TimeOnly.MinValue) <= _now,
    };

    // A day gone by without an hour is its noon, which no zone moves to another day; today is now.
    private DayAndHour Encountered(DayAndHour meaning, DateUse use) => (use, meaning.Hour) switch
    {
        (DateUse.Encounter or DateUse.PastEncounter, null) when meaning.Day == Now.Day => Now,
        (DateUse.PastEncounter, null) => meaning with { Hour = new(12, 0) },
        (DateUse.Encounter, null) when meaning.Day < Now.Day => meaning with { Hour = new(12, 0) },
        _ => meaning,
    };

    private bool Exists(DayAndHour meaning) => meaning.Hour is not { } hour || !zone.IsInvalidTime(meaning.Day.ToDateTime(hour));

    private static string Unknown(string text, DateUse use)
    {
        var example = use switch
        {
            DateUse.Plan => "“Friday 15:00” or “2 Dec 14:30”",
            DateUse.Deadline => "“Friday 15:00”, “2 Dec” or “in two weeks”",
            DateUse.Encounter => "“tomorrow 15:00” or “2 Dec 14:30”",
            _ => "“yesterday 10:00” or “2 Nov”",
        };
        return $"“{(text.Length <= 40 ? text : text[..39] + "…")}” is no date we can read. Write it like {example}.";
    }

    // One spelling of what is written in several: 12 / 2, 27. 11. 2026, 3 p. m., 11月27日.
    private static string Spelled(string text)
    {
        var plain = DateNames.Plain(text.Trim()).Replace(',', ' ');
        plain = JapaneseDate().Replace(plain, match => $"{match.Groups["day"].Value} {MonthWord(match.Groups["month"].Value)} {match.Groups["year"].Value} ");
        plain = Halves().Replace(plain, "$1m");
        plain = HalfApart().Replace(plain, "$1$2");
        plain = Slashes().Replace(plain, "$1");
        plain = DotsApart().Replace(plain, "$1.$2.$3");
        return Spaces().Replace(plain, " ").Trim();
    }

    private static string MonthWord(string month) =>
        int.Parse(month, CultureInfo.InvariantCulture) is >= 1 and <= 12 and var number ? CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(number).ToLowerInvariant() : month;

    [GeneratedRegex(@"^(?<day>[0-9]{4}-[0-9][0-9]-[0-9][0-9])(?:[t ](?<hour>[0-9][0-9]:[0-9][0-9])(?::[0-9][0-9])?)?$")]
    private static partial Regex Exact();

    [GeneratedRegex(@"(?:(?<year>[0-9]{4})年)?(?<month>[0-9]{1,2})月(?<day>[0-9]{1,2})日")]
    private static partial Regex JapaneseDate();

    [GeneratedRegex(@"\b([ap])\. ?m\b\.?")]
    private static partial Regex Halves();

    [GeneratedRegex(@"([0-9])\s+(am|pm)\b")]
    private static partial Regex HalfApart();

    [GeneratedRegex(@"\s*(/)\s*")]
    private static partial Regex Slashes();

    [GeneratedRegex(@"\b([0-9]{1,2})\. ([0-9]{1,2})\.(?: ([0-9]{4})\b)?")]
    private static partial Regex DotsApart();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
