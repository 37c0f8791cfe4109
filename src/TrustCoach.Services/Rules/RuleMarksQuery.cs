using Microsoft.EntityFrameworkCore;
using TrustCoach.Domain;
using TrustCoach.Services.Data;
using TrustCoach.Services.People;

namespace TrustCoach.Services.Rules;

/// <summary>A day on which all numbers began to follow another version.</summary>
/// <param name="Day">In the organization's zone.</param>
public sealed record RuleMark(int Version, DateOnly Day, string Title);

/// <summary>The changes of the rules in a stretch of days, to mark in histories. The version an organization starts with is none.</summary>
public sealed class RuleMarksQuery(TrustCoachDb db)
{
    /// <param name="from">The first day, in the organization's zone.</param>
    /// <param name="to">The last day.</param>
    public async Task<List<RuleMark>> RunAsync(Actor actor, DateOnly from, DateOnly to, CancellationToken cancellation)
    {
        var (since, until) = (Days.EndOf(from.AddDays(-1), actor.OrganizationZone), Days.EndOf(to, actor.OrganizationZone));
        var versions = await db.RuleVersions.AsNoTracking()
            .Where(v => v.Version > 1 && v.InForceFrom >= since && v.InForceFrom < until).OrderBy(v => v.Version)
            .Select(v => new { v.Version, v.InForceFrom, v.Title }).ToListAsync(cancellation);
        return versions.ConvertAll(v => new RuleMark(v.Version, Days.Of(v.InForceFrom!.Value, actor.OrganizationZone), v.Title));
    }
}
