using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TrustCoach.Domain;
using TrustCoach.Services.Promises;
using TrustCoach.Web.Infrastructure;
using TrustCoach.Web.Infrastructure.Identity;

namespace TrustCoach.Web.Pages.Promises;

/// <summary>A page about one promise: finds it for who asks, answers a refusal with the form and goes back where one came from.</summary>
public abstract class PromisePage(PromiseQuery promises) : PageModel
{
    [BindProperty(SupportsGet = true)] public Guid Id { get; set; }

    [BindProperty(SupportsGet = true)] public string? ReturnUrl { get; set; }

    public PromiseStory Story { get; private set; } = null!;

    /// <summary>True when the promise is there for this person, to be changed when <paramref name="toChange"/>.</summary>
    protected async Task<bool> FindAsync(bool toChange, CancellationToken cancellation)
    {
        if (await promises.RunAsync(this.Actor(), Id, cancellation) is not { } story || (toChange && !story.MayChange))
            return false;
        Story = story;
        return true;
    }

    /// <summary>The form again with its message, or a message and the way back.</summary>
    protected async Task<IActionResult> AnswerAsync(Result<PromiseTurned>? changed, CancellationToken cancellation, string? words = null)
    {
        if (changed is not { } answer)
            return NotFound();
        if (answer.Refused(out var problem, out var turned))
            return await FindAsync(true, cancellation) ? this.Refused(problem) : NotFound();
        TempData["Flash"] = turned.Already || words is null ? PromiseWords.Done(turned) : $"{words}: {PromiseWords.Shortened(turned.Text)}";
        if (turned is { Already: false, TurnId: { } turn } && words is null)
            TempData["UndoUrl"] = Url.Page("/Promises/Undo", new { Id, turn, ReturnUrl });
        return Back();
    }

    protected IActionResult Back() => Url.IsLocalUrl(ReturnUrl) ? LocalRedirect(ReturnUrl) : RedirectToPage("/Promises/Index");
}
