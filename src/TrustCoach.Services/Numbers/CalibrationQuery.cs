using Microsoft.EntityFrameworkCore;
using TrustCoach.Domain;
using TrustCoach.Domain.Coaching;
using TrustCoach.Services.Data;
using TrustCoach.Services.People;

namespace TrustCoach.Services.Numbers;

/// <summary>Adds up what the forecast said and what happened, over the whole organization and no one by name: one statement.</summary>
public sealed class CalibrationQuery(TrustCoachDb db, TimeProvider clock)
{
    /// <param name="weeks">Closed weeks back from today; all when null.</param>
    public async Task<Calibration> RunAsync(Actor actor, int? weeks, CancellationToken cancellation)
    {
        var from = weeks is { } back ? Days.WeekOf(actor.Today(clock.GetUtcNow())).AddDays(-7 * back) : DateOnly.MinValue;
        // SQL, because the ten parts of a week lie side by side in one row.
        var rows = await db.Database.SqlQuery<Row>($"""
            select (part - 1)::int as "Index", sum(p.outcomes)::bigint as "Count", sum(p.said) as "Predicted", sum(p.met)::bigint as "Kept"
              from forecast_weeks w, unnest(w.counts, w.predicted, w.kept) with ordinality as p(outcomes, said, met, part)
             where organization_id = {db.Organization.Id} and week >= {from}
             group by part
            """).ToListAsync(cancellation);
        var known = rows.ToDictionary(r => r.Index, r => new ForecastDecile(r.Index, r.Count, r.Predicted, r.Kept));
        return new([.. Enumerable.Range(0, ForecastDecile.Deciles).Select(i => known.GetValueOrDefault(i, new(i, 0, 0, 0)))]);
    }

    private sealed record Row(int Index, long Count, double Predicted, long Kept);
}
