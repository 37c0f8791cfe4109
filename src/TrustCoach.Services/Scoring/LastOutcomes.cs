using Microsoft.EntityFrameworkCore;
using TrustCoach.Domain.Scoring;
using TrustCoach.Services.Data;

namespace TrustCoach.Services.Scoring;

/// <summary>
/// The last five outcomes with their days, for relationships in which the clock has broken a promise that no job has booked
/// and something was booked on a later day since. Elsewhere the standing itself says them, and nothing is asked.
/// </summary>
internal static class LastOutcomes
{
    private sealed record Row(Guid RelationshipId, DateOnly Day, bool Missed);

    public static async Task<ILookup<Guid, RecentOutcome>> LastOutcomesAsync(
        this TrustCoachDb db, IEnumerable<Standing> standings, ILookup<Guid, Evidence> broken, CancellationToken cancellation)
    {
        var ids = standings.Where(s => broken[s.RelationshipId].Any(e => e.Day < s.LastDay)).Select(s => s.RelationshipId).ToArray();
        if (ids.Length == 0)
            return Array.Empty<Row>().ToLookup(row => row.RelationshipId, row => default(RecentOutcome));
        // SQL, because the last few of each are one lateral join.
        var rows = await db.Database.SqlQuery<Row>($"""
            select r.id as "RelationshipId", l.day as "Day", l.missed as "Missed"
              from unnest({ids}) as r(id)
             cross join lateral (
                   select day, missed_units > 0 as missed from ledger
                    where organization_id = {db.Organization.Id} and relationship_id = r.id and status = 1 and kind not in (8, 13, 14)
                      and (kept_units > 0 or missed_units > 0)
                    order by day desc, missed_units > 0 desc limit 5) l
            """).ToListAsync(cancellation);
        return rows.ToLookup(row => row.RelationshipId, row => new RecentOutcome(row.Day.DayNumber, row.Missed));
    }
}
