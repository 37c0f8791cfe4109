using Microsoft.AspNetCore.Mvc.RazorPages;
using TrustCoach.Domain;
using TrustCoach.Web.Infrastructure;

namespace TrustCoach.Web.Pages.Lab;

/// <summary>A page of the lab: its address holds everything, nothing is stored.</summary>
public abstract class LabPage : PageModel
{
    /// <summary>Answers with the page and every message beside its field; true when there was one.</summary>
    protected bool Refuse(IEnumerable<Problem> problems)
    {
        foreach (var problem in problems)
            ModelState.AddModelError($"Input.{problem.Field}", problem.Message);
        if (ModelState.IsValid)
            return false;
        _ = this.Refused();
        return true;
    }
}
