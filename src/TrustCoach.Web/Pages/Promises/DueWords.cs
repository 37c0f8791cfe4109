using TrustCoach.Web.Infrastructure;

namespace TrustCoach.Web.Pages.Promises;

/// <summary>When something is due, in the reader's zone and words: "overdue 2 days", "today 17:00", "Tuesday".</summary>
/// <param name="Tone">The badge's tone: "bad", "warn" or nothing.</param>
public sealed record DueWords(string Text, string Tone)
{
    /// <param name="waits">Its condition is still open: the date binds nobody yet.</param>
    public static DueWords Of(Viewer viewer, DateTimeOffset dueAt, bool hasTime, bool waits = false)
    {
        var (day, hour) = (viewer.DayOf(dueAt), hasTime ? $" {viewer.Local(dueAt).ToString("t", viewer.Culture)}" : "");
        var away = day.DayNumber - viewer.Today.DayNumber;
        if (dueAt < viewer.Now)
        {
            var since = away == 0 ? $"since{hour}" : away == -1 ? "1 day" : $"{-away} days";
            return waits ? new($"was due {Date(viewer, day)}", "") : new($"overdue {since}", "bad");
        }

        var words = away switch
        {
            0 => "today",
            1 => "tomorrow",
            < 7 => day.ToString("dddd", viewer.Culture),
            _ => Date(viewer, day),
        };
        return new(words + hour, away == 0 && !waits ? "warn" : "");
    }

    private static string Date(Viewer viewer, DateOnly day)
    {
        var monthFirst = viewer.Culture.DateTimeFormat.MonthDayPattern.TrimStart().StartsWith('M');
        var year = day.Year == viewer.Today.Year ? "" : monthFirst ? ", yyyy" : " yyyy";
        return day.ToString((monthFirst ? "MMM d" : "d MMM") + year, viewer.Culture);
    }
}
