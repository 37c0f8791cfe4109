using TrustCoach.Domain.Practice;

namespace TrustCoach.Web.Pages.Progress;

/// <summary>Before and after as a small table.</summary>
/// <param name="DaysBefore">How many days before are compared with.</param>
/// <param name="Since">The first day of the days after.</param>
/// <param name="Band">Standard deviations of half a band.</param>
/// <param name="BeforeUrl">The rows behind the count before, if there is a page; so too after.</param>
public sealed record ComparedRows(HabitFacts Facts, HabitComparison Compared, int DaysBefore, DateOnly Since, double Band, string? BeforeUrl = null, string? AfterUrl = null)
{
    public IEnumerable<(HabitCount Count, string? Url, bool IsBefore)> Rows => [(Compared.Before, BeforeUrl, true), (Compared.After, AfterUrl, false)];
}
