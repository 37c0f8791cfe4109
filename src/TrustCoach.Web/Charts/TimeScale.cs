using System.Globalization;

namespace TrustCoach.Web.Charts;

/// <summary>Places days on a line of 0 to 100 % and names its months.</summary>
public sealed class TimeScale(DateOnly first, DateOnly last)
{
    private readonly int _days = Math.Max(last.DayNumber - first.DayNumber, 1);

    /// <summary>Percent of the way from the first day to the last; days outside lie on the edge.</summary>
    public double At(DateOnly day) => Math.Clamp((day.DayNumber - first.DayNumber) * 100d / _days, 0, 100);

    /// <summary>At most about ten ticks: days, months, quarters or years, each on the first day of what it names.</summary>
    public IEnumerable<(double At, string Text)> Ticks(CultureInfo culture)
    {
        if (_days < 45)
        {
            var every = Math.Max(_days / 5, 1);
            for (var day = first; day <= last; day = day.AddDays(every))
                yield return (At(day), day.ToString(culture.DateTimeFormat.MonthDayPattern.StartsWith('M') ? "MMM d" : "d MMM", culture));
            yield break;
        }

        var months = _days switch { < 330 => 1, < 900 => 3, < 1800 => 6, _ => 12 };
        var tick = new DateOnly(first.Year, 1, 1);
        for (; tick <= last; tick = tick.AddMonths(months))
        {
            // The year is said once, where it begins, unless years are all there is.
            if (tick >= first)
                yield return (At(tick), tick.ToString(months == 12 || (tick.Month == 1 && _days > 120) ? "yyyy" : "MMM", culture));
        }
    }
}
