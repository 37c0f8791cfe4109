using Microsoft.AspNetCore.Mvc.RazorPages;
using TrustCoach.Domain;

namespace TrustCoach.Web.Infrastructure;

/// <summary>Answers a refused form with the form: what was typed stays, the message stands beside its field, the status is 400.</summary>
public static class Refusals
{
    /// <param name="problem">What the service refused; null when the form's own rules did.</param>
    /// <param name="prefix">Name of the bound form the problem's field belongs to.</param>
    public static PageResult Refused(this PageModel page, Problem? problem = null, string prefix = "Input")
    {
        if (problem is not null)
            page.ModelState.AddModelError(problem.Field.Length == 0 ? "" : $"{prefix}.{problem.Field}", problem.Message);
        page.Response.StatusCode = StatusCodes.Status400BadRequest;
        return page.Page();
    }
}
