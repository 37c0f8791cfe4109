using Microsoft.AspNetCore.Mvc.RazorPages;
using TrustCoach.Web.Infrastructure;

namespace TrustCoach.Web.Pages.Customers.Why;

/// <summary>Answers an address with a day in it: what is no day, and a day with nothing to read, get a message beside the field.</summary>
internal static class DayReading
{
    public static PageResult ReadDay(this PageModel page, string field, string? problem)
    {
        foreach (var (key, entry) in page.ModelState)
        {
            if (entry.Errors.Count > 0)
            {
                entry.Errors.Clear();
                page.ModelState.AddModelError(key, key is "On" or "From" or "To" or "By" ? "Write a day as year-month-day, such as 2026-03-31." : "Write a whole number.");
            }
        }

        if (problem is not null)
            page.ModelState.AddModelError(field, problem);
        return page.ModelState.IsValid ? page.Page() : page.Refused();
    }
}
