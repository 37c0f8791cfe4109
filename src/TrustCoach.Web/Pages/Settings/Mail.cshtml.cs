using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TrustCoach.Domain.People;
using TrustCoach.Services.Mail;
using TrustCoach.Web.Infrastructure.Identity;

namespace TrustCoach.Web.Pages.Settings;

/// <summary>What was mailed and what waits. Contents are not shown: they hold links that open accounts.</summary>
[Needs(Thing.Organization, Act.Edit)]
public sealed class MailModel(MailProgressQuery query, MailRetry retry) : PageModel
{
    public MailProgress Mail { get; private set; } = null!;

    public string Lead => Mail.Waiting == 0 ? "Nothing waits." : Mail.Waiting == 1 ? "One mail waits." : $"{Mail.Waiting} mails wait.";

    public async Task OnGetAsync(CancellationToken cancellation) => Mail = await query.RunAsync(cancellation);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        await retry.RunAsync(cancellation);
        TempData["Flash"] = "All that wait are tried again within seconds.";
        return RedirectToPage();
    }
}
