using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.Extensions.Options;
using TrustCoach.Services.Mail;
using TrustCoach.Services.People;

namespace TrustCoach.Web.Infrastructure.Identity;

/// <summary>Says that an invitation is on its way; without a mail server it hands the link to the admin instead, once.</summary>
public sealed class InvitationFlash(AppAddress address, IOptions<MailSettings> mail)
{
    public const string LinkKey = "InvitationLink";

    public string LinkTo(HttpRequest request) => address.Of(request, "/account/accept-invitation");

    public void Say(ITempDataDictionary temporary, InvitationSent sent)
    {
        if (!mail.Value.IsConfigured)
            temporary[LinkKey] = sent.Link;
        temporary["Flash"] = mail.Value.IsConfigured
            ? $"An invitation is on its way to {sent.Email}."
            : $"No mail server is set up: give {sent.Name} the link below yourself.";
    }
}
