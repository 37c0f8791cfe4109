using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace TrustCoach.Web.Infrastructure;

/// <summary>A page that shows one thing read; what is not there, or may not be seen, is a 404.</summary>
public abstract class ReadPage<T> : PageModel
    where T : class
{
    public T Of { get; private set; } = null!;

    protected IActionResult Show(T? of)
    {
        if (of is null)
            return NotFound();
        Of = of;
        return Page();
    }
}
