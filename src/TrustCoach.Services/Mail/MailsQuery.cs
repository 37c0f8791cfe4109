using Microsoft.EntityFrameworkCore;
using TrustCoach.Services.Data;

namespace TrustCoach.Services.Mail;

/// <summary>The latest mails of the organization, for a developer to read.</summary>
public sealed class MailsQuery(TrustCoachDb db)
{
    public async Task<IReadOnlyList<OutgoingMail>> RunAsync(CancellationToken cancellation) =>
        await db.Mails.AsNoTracking().OrderByDescending(m => m.Id).Take(50).ToListAsync(cancellation);
}
