using Microsoft.EntityFrameworkCore;
using TrustCoach.Domain.Promises;
using TrustCoach.Services.Data;

namespace TrustCoach.Services.Promises;

/// <summary>How a word was kept over a period: '46 of 49 kept in 90 days, 7 still open'.</summary>
/// <param name="Kept">Closed in the period, kept in time or exceeded.</param>
/// <param name="KeptLate">Closed in the period, kept late.</param>
/// <param name="Broken">Closed in the period, broken, by the clock too whether or not a job has booked it.</param>
/// <param name="Pending">Open now; counted apart, they say nothing yet.</param>
/// <param name="Days">Length of the period, to today.</param>
public sealed record KeptRatio(int Kept, int KeptLate, int Broken, int Pending, int Days)
{
    /// <summary>All that were closed one way or the other.</summary>
    public int Judged => Kept + KeptLate + Broken;
}

/// <summary>Counts how promises were kept, those whose end is disputed left out: one statement over two partial indexes.</summary>
public sealed class KeptRatioQuery(TrustCoachDb db)
{
    /// <summary>The promises of <paramref name="repIds"/> in one direction. The caller has asked whether they may be seen.</summary>
    /// <param name="today">The organization's day.</param>
    public async Task<KeptRatio> RunAsync(
        IReadOnlyCollection<Guid> repIds, Direction direction, DateOnly today, int days, CancellationToken cancellation)
    {
        var (organization, ids, side, from) = (db.Organization.Id, repIds.ToArray(), (short)direction, today.AddDays(1 - days));
        // SQL, because one pass with filters is one line here and a union of groupings in LINQ.
        var row = await db.Database.SqlQuery<Counts>($"""
            select (count(*) filter (where state = 2))::int as "Kept", (count(*) filter (where state = 3))::int as "KeptLate",
                   (count(*) filter (where state = 4 or closes_on <= {today}))::int as "Broken",
                   (count(*) filter (where closes_on > {today}))::int as "Pending"
              from (select state, null::date as closes_on from promises
                     where organization_id = {organization} and rep_id = any({ids}) and direction = {side}
                       and state <> 1 and closed_on between {from} and {today}
                       and id <> all(array(select entry_id from disputes where organization_id = {organization} and rep_id = any({ids}) and state = 1))
                    union all
                    select state, closes_on from promises
                     where organization_id = {organization} and rep_id = any({ids}) and direction = {side} and state = 1
                       and (closes_on > {today} or (closes_on >= {from} and (condition is null or condition_met_at is not null)))) as p
            """).SingleAsync(cancellation);
        return new(row.Kept, row.KeptLate, row.Broken, row.Pending, days);
    }

    private sealed record Counts(int Kept, int KeptLate, int Broken, int Pending);
}
