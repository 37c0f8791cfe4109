using Microsoft.AspNetCore.Mvc.RazorPages;
using TrustCoach.Domain.People;
using TrustCoach.Services.Mail;
using TrustCoach.Web.Infrastructure.Identity;

namespace TrustCoach.Web.Pages.Dev;

/// <summary>The mails of one's organization, in Development only.</summary>
[Needs(Thing.Person, Act.Manage)]
public sealed class MailModel(MailsQuery mails) : PageModel
{
    public IReadOnlyList<OutgoingMail> Mails { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation) => Mails = await mails.RunAsync(cancellation);
}
