using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using TrustCoach.Services.Mail;
using TrustCoach.Services.People;

namespace TrustCoach.Services.Digests;

/// <summary>Whether and from where mails leave, and what o'clock it is.</summary>
public sealed class DigestPost(IOptions<MailSettings> settings, IConfiguration configuration, DigestStopSeal seal, TimeProvider clock)
{
    public bool Leaves => settings.Value.IsConfigured;

    public DateTimeOffset Now => clock.GetUtcNow();

    public OutgoingMail Of(Actor actor, string email, Digest digest)
    {
        var address = configuration["TrustCoach:Address"]!.TrimEnd('/');
        var stop = $"{address}/account/digest/stop?key={seal.Close(actor.OrganizationId, actor.PersonId)}";
        return new DigestMail(digest, address, stop).To(actor.OrganizationId, email, Now);
    }
}
