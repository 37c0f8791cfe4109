using System.Globalization;
using System.Text.RegularExpressions;

namespace TrustCoach.Domain.Dates;

/// <summary>Reads a day: tomorrow, next Tuesday, in two weeks, end of month, 2 Dec, 12/2. All days that can be meant.</summary>
/// <param name="Today">The day on which it is typed.</param>
internal sealed partial record DayWords(DateOnly Today, CultureInfo Culture, DateNames Names)
{
    private const int Far = 90;

    private static readonly string[] Fill =
        ["the", "of", "on", "de", "del", "den", "der", "dne", "le", "el", "il", "em", "op", "pa", "am", "v", "ve", "w", "we"];

    private static readonly string[] Numbers =
        ["", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

    private string? _trouble;

    /// <summary>The days, and why there are none when words were understood that name no day.</summary>
    public (IReadOnlyList<DateOnly> Days, string? Trouble) Read(IEnumerable<string> typed, DateUse use)
    {
        var spelled = typed.Select(word => word.TrimEnd('.') is { Length: > 0 } bare && char.IsLetter(bare[0]) ? bare : word).ToArray();
        _trouble = null;
        var days = Of(spelled, [.. spelled.Where(word => !Fill.Contains(word) || Names.Know(word))], use).Distinct().ToList();
        return (days, days.Count == 0 ? _trouble : null);
    }

    private IEnumerable<DateOnly> Of(string[] spelled, string[] words, DateUse use)
    {
        if (Names.Nearby.TryGetValue(string.Join(' ', spelled), out var away) || Names.Nearby.TryGetValue(string.Join(' ', words), out away))
            return [Today.AddDays(away)];
        return words switch
        {
            ["in", var count, var unit] => From(count, unit, 1),
            [var count, var unit, "ago"] => From(count, unit, -1),
            ["end", .. var when] => EndOf(when, use),
            [var name] when Names.Weekdays.TryGetValue(name, out var day) => [Last(day), .. Today.DayOfWeek == day ? [Today] : Array.Empty<DateOnly>(), Next(day)],
            [var which, var name] when Names.Weekdays.TryGetValue(name, out var day) && Weeks(which) is { } weeks => Which(day, weeks),
            [var name, var which, "week"] when Names.Weekdays.TryGetValue(name, out var day) && Weeks(which) is { } weeks => [InWeek(day, weeks)],
            [var which, "week", var name] when Names.Weekdays.TryGetValue(name, out var day) && Weeks(which) is { } weeks => [InWeek(day, weeks)],
            [var which, "week" or "month" or "year"] when Weeks(which) is not null =>
                Say($"Say which day of {which} {words[1]} is meant, such as “Tuesday next week” or “end of next month”."),
            [var first, .. { Length: > 0 } rest] when Names.Weekdays.TryGetValue(first, out var day) => [.. On(day, [.. Date(rest, use)]), .. Date(words, use)],
            [.. { Length: > 0 } rest, var last] when Names.Weekdays.TryGetValue(last, out var day) => [.. On(day, [.. Date(rest, use)]), .. Date(words, use)],
            _ => Date(words, use),
        };
    }

    private IEnumerable<DateOnly> From(string count, string unit, int sign)
    {
        var many = count is "a" or "an" ? 1 : int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n < 1000 ? n : Array.IndexOf(Numbers, count);
        if (many < 0)
            return [];
        return unit.TrimEnd('s') switch
        {
            "day" => [Today.AddDays(sign * many)],
            "week" => [Today.AddDays(sign * many * 7)],
            "month" => [Today.AddMonths(sign * many)],
            "year" => [Today.AddYears(sign * many)],
            _ => [],
        };
    }

    private DateOnly[] EndOf(string[] when, DateUse use)
    {
        var month = new DateOnly(Today.Year, Today.Month, 1);
        return when switch
        {
            ["month"] or ["this", "month"] => [month.AddMonths(1).AddDays(-1)],
            ["next", "month"] => [month.AddMonths(2).AddDays(-1)],
            ["last", "month"] => [month.AddDays(-1)],
            ["week"] or ["this", "week"] => [InWeek(DayOfWeek.Friday, 0), InWeek(DayOfWeek.Sunday, 0)],
            ["next", "week"] => [InWeek(DayOfWeek.Friday, 1), InWeek(DayOfWeek.Sunday, 1)],
            ["year"] or ["this", "year"] => [new(Today.Year, 12, 31)],
            ["next", "year"] => [new(Today.Year + 1, 12, 31)],
            [var name] when Names.Months.TryGetValue(name, out var named) =>
                Nearest([.. Enumerable.Range(Today.Year - 1, 3).Select(year => new DateOnly(year, named, DateTime.DaysInMonth(year, named)))], use),
            _ => [],
        };
    }

    private IEnumerable<DateOnly> Date(string[] words, DateUse use) => words switch
    {
        [var day, var month] when Number(day) is { } d && Names.Months.TryGetValue(month, out var m) => Yearless(m, d, use),
        [var month, var day] when Number(day) is { } d && Names.Months.TryGetValue(month, out var m) => Yearless(m, d, use),
        [var day, var month, var year] when Number(day) is { } d && Names.Months.TryGetValue(month, out var m) && Year(year) is { } y => Dated(y, m, d),
        [var month, var day, var year] when Number(day) is { } d && Names.Months.TryGetValue(month, out var m) && Year(year) is { } y => Dated(y, m, d),
        [var month, ..] when words.Length < 3 && Names.Months.ContainsKey(month) => Say($"Say which day of {words[0]} is meant, such as “2 Dec”."),
        [var day] when Ordinal().IsMatch(day) => OfMonth(Number(day)!.Value),
        [var figures] when Figures().Match(figures) is { Success: true } read => Numeric(read, use),
        _ => [],
    };

    private IEnumerable<DateOnly> Numeric(Match read, DateUse use)
    {
        var (first, second, third) = (Value(read, "first"), Value(read, "second"), read.Groups["third"].Value);
        if (read.Groups["first"].Length > 2)
            return third.Length == 0 ? [] : Dated(first, second, Value(read, "third"));
        int? year = third.Length == 0 ? null : Year(third);
        if (third.Length > 0 && year is null)
            return [];
        IEnumerable<DateOnly> Read(int month, int day) => month is < 1 or > 12 ? [] : year is { } y ? Dated(y, month, day) : Yearless(month, day, use);
        var (dayFirst, monthFirst) = (Read(second, first), Read(first, second));
        if (Names.MonthFirst)
            return [.. monthFirst, .. dayFirst];
        // With dots the day always stands first where it does at all.
        return read.Groups["separator"].Value == "." ? dayFirst : [.. dayFirst, .. monthFirst];
    }

    private IEnumerable<DateOnly> Dated(int year, int month, int day)
    {
        if (month is < 1 or > 12)
            return [];
        if (year is < DateReader.FirstYear or > DateReader.LastYear)
            return Say(DateReader.OutOfReach);
        if (day >= 1 && day <= DateTime.DaysInMonth(year, month))
            return [new(year, month, day)];
        return Say($"{MonthName(month)} {year} has {DateTime.DaysInMonth(year, month)} days: there is no {day}.");
    }

    private IEnumerable<DateOnly> Yearless(int month, int day, DateUse use)
    {
        var days = Enumerable.Range(Today.Year - 8, 17).Where(year => day >= 1 && day <= DateTime.DaysInMonth(year, month))
            .Select(year => new DateOnly(year, month, day)).ToList();
        if (days.Count == 0)
            return Say($"{MonthName(month)} has {DateTime.DaysInMonth(2024, month)} days: there is no {day}.");
        return Nearest(days, use);
    }

    // The last one and the next; of encounters the near one alone, where the other is far off.
    private DateOnly[] Nearest(List<DateOnly> days, DateUse use)
    {
        var (last, next) = (days.Last(d => d <= Today), days.First(d => d >= Today));
        var (since, until) = (Today.DayNumber - last.DayNumber, next.DayNumber - Today.DayNumber);
        return use != DateUse.Encounter || (since <= Far) == (until <= Far) ? [last, next] : since < until ? [last] : [next];
    }

    private IEnumerable<DateOnly> OfMonth(int day)
    {
        var days = Enumerable.Range(-3, 7).Select(away => new DateOnly(Today.Year, Today.Month, 1).AddMonths(away))
            .Where(month => day >= 1 && day <= DateTime.DaysInMonth(month.Year, month.Month)).Select(month => month.AddDays(day - 1)).ToList();
        return days.Count == 0 ? Say($"No month has {day} days.") : [days.Last(d => d <= Today), days.First(d => d >= Today)];
    }

    private IEnumerable<DateOnly> On(DayOfWeek weekday, List<DateOnly> days)
    {
        var right = days.Where(day => day.DayOfWeek == weekday).ToList();
        return right.Count > 0 || days.Count == 0
            ? right
            : Say($"{days[^1].ToString("D", Culture)} is no {Culture.DateTimeFormat.GetDayName(weekday)}. Correct one of the two.");
    }

    // Next Tuesday is the coming one or that of next week: often the same.
    private IEnumerable<DateOnly> Which(DayOfWeek day, int weeks) => weeks switch
    {
        0 => [InWeek(day, 0), Today.DayOfWeek == day ? Today : Next(day)],
        1 => [Next(day), InWeek(day, 1)],
        _ => [Last(day), InWeek(day, -1)],
    };

    private DateOnly Next(DayOfWeek day) => Today.AddDays((((int)day - (int)Today.DayOfWeek + 6) % 7) + 1);

    private DateOnly Last(DayOfWeek day) => Next(day).AddDays(Today.DayOfWeek == day ? -14 : -7);

    private DateOnly InWeek(DayOfWeek day, int weeks) => Days.WeekOf(Today).AddDays((((int)day + 6) % 7) + (7 * weeks));

    private IEnumerable<DateOnly> Say(string trouble)
    {
        _trouble ??= trouble;
        return [];
    }

    private string MonthName(int month) => Culture.DateTimeFormat.GetMonthName(month);

    private static int? Weeks(string which) => which switch { "this" => 0, "next" => 1, "last" => -1, _ => null };

    private static int? Number(string word) => Day().Match(word) is { Success: true } day ? Value(day, "day") : null;

    private static int? Year(string word) => word.Length switch
    {
        2 when int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var year) => 2000 + year,
        4 when int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var year) => year,
        _ => null,
    };

    private static int Value(Match match, string group) => int.Parse(match.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(?<day>[0-9]{1,2})(?:st|nd|rd|th|er|e|o|a|\.)?$")]
    private static partial Regex Day();

    [GeneratedRegex(@"^[0-9]{1,2}(?:st|nd|rd|th|\.)$")]
    private static partial Regex Ordinal();

    [GeneratedRegex(@"^(?<first>[0-9]{4}|[0-9]{1,2})(?<separator>[/.-])(?<second>[0-9]{1,2})(?:\k<separator>(?<third>[0-9]{4}|[0-9]{1,2}))?\.?$")]
    private static partial Regex Figures();
}
