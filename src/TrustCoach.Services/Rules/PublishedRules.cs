using Microsoft.EntityFrameworkCore;
using TrustCoach.Domain.Rules;
using TrustCoach.Services.Data;

namespace TrustCoach.Services.Rules;

internal static class PublishedRules
{
    /// <summary>The version published last and not cancelled: in force, or about to be. What a draft is compared with.</summary>
    public static Task<RuleVersion> LastRulesAsync(this TrustCoachDb db, CancellationToken cancellation) =>
        db.RuleVersions.AsNoTracking().Where(v => v.CancelledAt == null).OrderByDescending(v => v.Version).FirstAsync(cancellation);
}
