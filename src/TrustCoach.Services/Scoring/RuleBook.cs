using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using TrustCoach.Domain.Scoring;
using TrustCoach.Services.Data;

namespace TrustCoach.Services.Scoring;

/// <summary>The scoring rules of each organization by version. A version never changes, so it is read once.</summary>
public sealed class RuleBook
{
    private readonly ConcurrentDictionary<(Guid OrganizationId, int Version), ScoringRules> _known = new();

    public async ValueTask<ScoringRules> OfAsync(TrustCoachDb db, int version, CancellationToken cancellation)
    {
        var key = (db.Organization.Id, version);
        if (_known.TryGetValue(key, out var rules))
            return rules;
        var found = await db.RuleVersions.AsNoTracking().SingleAsync(v => v.Version == version, cancellation);
        return _known.GetOrAdd(key, found.Rules);
    }

    /// <summary>The version that numbers followed at a moment; the first one for what came before it.</summary>
    public static async Task<int> VersionAtAsync(TrustCoachDb db, DateTimeOffset at, CancellationToken cancellation)
    {
        var instant = at.ToUniversalTime();
        return await db.RuleVersions.Where(v => v.InForceFrom <= instant).MaxAsync(v => (int?)v.Version, cancellation) ?? 1;
    }
}
