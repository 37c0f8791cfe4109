using System.Collections.Concurrent;
using System.Globalization;
using System.Text;

namespace TrustCoach.Domain.Dates;

/// <summary>The names of months and weekdays that a culture writes, besides the English ones, and its order of day and month.</summary>
internal sealed class DateNames
{
    private static readonly ConcurrentDictionary<string, DateNames> Known = new();

    // Today, tomorrow, yesterday, the day after tomorrow, the day before yesterday.
    private static readonly Dictionary<string, string[]> Near = new()
    {
        ["en"] = ["today", "tomorrow", "yesterday", "day after tomorrow", "day before yesterday"],
        ["de"] = ["heute", "morgen", "gestern", "übermorgen", "vorgestern"],
        ["fr"] = ["aujourd'hui", "demain", "hier", "après-demain", "avant-hier"],
        ["nl"] = ["vandaag", "morgen", "gisteren", "overmorgen", "eergisteren"],
        ["es"] = ["hoy", "mañana", "ayer", "pasado mañana", "anteayer"],
        ["it"] = ["oggi", "domani", "ieri", "dopodomani", "l'altro ieri"],
        ["pt"] = ["hoje", "amanhã", "ontem", "depois de amanhã", "anteontem"],
        ["pl"] = ["dziś", "jutro", "wczoraj", "pojutrze", "przedwczoraj"],
        ["cs"] = ["dnes", "zítra", "včera", "pozítří", "předevčírem"],
        ["da"] = ["i dag", "i morgen", "i går", "i overmorgen", "i forgårs"],
        ["nb"] = ["i dag", "i morgen", "i går", "i overmorgen", "i forgårs"],
        ["sv"] = ["i dag", "i morgon", "i går", "i övermorgon", "i förrgår"],
        ["fi"] = ["tänään", "huomenna", "eilen", "ylihuomenna", "toissapäivänä"],
        ["ja"] = ["今日", "明日", "昨日", "明後日", "一昨日"],
    };

    private static readonly int[] Away = [0, 1, -1, 2, -2];

    private DateNames(CultureInfo culture)
    {
        var (format, english) = (culture.DateTimeFormat, CultureInfo.InvariantCulture.DateTimeFormat);
        foreach (var own in new[] { english, format })
        {
            foreach (var names in new[] { own.MonthNames, own.MonthGenitiveNames, own.AbbreviatedMonthNames, own.AbbreviatedMonthGenitiveNames })
                Name(Months, names, i => i + 1);
            foreach (var names in new[] { own.DayNames, own.AbbreviatedDayNames })
                Name(Weekdays, names, i => (DayOfWeek)i);
        }

        Name(Months, ["sept"], _ => 9);
        Name(Weekdays, ["tues", "weds", "thur", "thurs"], i => (DayOfWeek)Math.Min(i + 2, 4));
        foreach (var words in new[] { Near["en"], Near.GetValueOrDefault(culture.TwoLetterISOLanguageName, []) })
            Name(Nearby, words, i => Away[i]);
        MonthFirst = format.ShortDatePattern.IndexOf('M', StringComparison.Ordinal) < format.ShortDatePattern.IndexOf('d', StringComparison.Ordinal);
        TwelveHours = format.ShortTimePattern.Contains('h', StringComparison.Ordinal);
        HoursWithDots = format.TimeSeparator == "." || culture.TwoLetterISOLanguageName == "en";
    }

    public Dictionary<string, int> Months { get; } = [];

    public Dictionary<string, DayOfWeek> Weekdays { get; } = [];

    /// <summary>Words such as "tomorrow", in days from today.</summary>
    public Dictionary<string, int> Nearby { get; } = [];

    /// <summary>Whether the culture writes the month before the day.</summary>
    public bool MonthFirst { get; }

    /// <summary>Whether 3:30 may be in the afternoon.</summary>
    public bool TwelveHours { get; }

    /// <summary>Whether 15.30 may be an hour.</summary>
    public bool HoursWithDots { get; }

    public bool Know(string word) => Months.ContainsKey(word) || Weekdays.ContainsKey(word) || Nearby.ContainsKey(word);

    public static DateNames Of(CultureInfo culture) => Known.GetOrAdd(culture.Name, _ => new(culture));

    /// <summary>Small letters without accents, in which names are compared.</summary>
    public static string Plain(string text)
    {
        var letters = text.Normalize(NormalizationForm.FormKC).ToLowerInvariant().Normalize(NormalizationForm.FormD)
            .Where(letter => CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark && letter is not ('\'' or '’'));
        return string.Concat(letters).Normalize(NormalizationForm.FormC);
    }

    // The culture's own names come last and win over English ones written alike.
    private static void Name<T>(Dictionary<string, T> known, string[] names, Func<int, T> value)
    {
        for (var i = 0; i < names.Length; i++)
        {
            var name = Plain(names[i]).TrimEnd('.');
            if (name.Length > 0 && !char.IsDigit(name[0]))
                known[name] = value(i);
        }
    }
}
