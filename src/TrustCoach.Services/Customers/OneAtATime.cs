using Microsoft.EntityFrameworkCore;
using TrustCoach.Services.Data;

namespace TrustCoach.Services.Customers;

/// <summary>Lets one transaction at a time pass that is about the same customer or the same name, so that twice at once is once.</summary>
internal static class OneAtATime
{
    /// <summary>Waits for the others, then holds the turn until this transaction ends.</summary>
    public static Task PassOneAtATimeAsync(this TrustCoachDb db, string about, CancellationToken cancellation)
    {
        var key = $"{db.Organization.Id} {about}";
        return db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtextextended(search_text({key}), 0))", cancellation);
    }
}
