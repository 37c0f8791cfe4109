using Microsoft.EntityFrameworkCore;
using TrustCoach.Services.Data;

namespace TrustCoach.Services.Rules;

/// <summary>
/// Keeps the rules in force as they are until a transaction ends. Who writes by the rules and holds no standing's lock, or several, takes
/// it before any other lock; a rebuild exchanges the rules only when nobody holds it. Whoever holds one standing's lock and goes by that
/// standing's own version needs it not.
/// </summary>
public static class RulesHold
{
    /// <summary>Waits for an exchange that is going on, then holds.</summary>
    /// <returns>The version in force.</returns>
    public static async Task<int> HoldRulesAsync(this TrustCoachDb db, CancellationToken cancellation)
    {
        var key = KeyOf(db);
        await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock_shared(hashtextextended({key}, 0))", cancellation);
        // A statement of its own: it has to see what was committed while the lock was waited for.
        return await db.Organizations.Select(o => o.RulesVersion).SingleAsync(cancellation);
    }

    /// <summary>Lets nobody hold until this transaction ends; false when somebody does now.</summary>
    internal static async Task<bool> TryTakeRulesAsync(this TrustCoachDb db, CancellationToken cancellation)
    {
        var key = KeyOf(db);
        return await db.Database.SqlQuery<bool>($"""select pg_try_advisory_xact_lock(hashtextextended({key}, 0)) as "Value" """).SingleAsync(cancellation);
    }

    private static string KeyOf(TrustCoachDb db) => $"rules {db.Organization.Id}";
}
