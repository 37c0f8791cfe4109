using Microsoft.EntityFrameworkCore;
using TrustCoach.Domain.Scoring;
using TrustCoach.Services.Data;

namespace TrustCoach.Services.Scoring;

/// <summary>The reputation of some reps over all their relationships, summed by the database: one statement, one row a rep.</summary>
public sealed class ReputationQuery(TrustCoachDb db, RuleBook rules)
{
    /// <summary>By rep; a rep without relationships is not in it. Take a relationship out again with <see cref="Reputation.Minus"/>.</summary>
    /// <param name="day">The organization's day of reading, today or later than every event.</param>
    public async Task<Dictionary<Guid, Reputation>> RunAsync(
        IReadOnlyCollection<Guid> repIds, DateOnly day, int rulesVersion, CancellationToken cancellation)
    {
        var book = await rules.OfAsync(db, rulesVersion, cancellation);
        var (ids, halfLife, most) = (repIds.ToArray(), (double)book.ForecastHalfLife, book.Reputation.MostOfOneCustomer);
        var today = Math.Pow(2, (Standing.Landmark - day.DayNumber) / halfLife);
        // SQL, because a rep may have thousands of relationships and two sums are all that is wanted of them. The promises
        // the clock has broken and nobody has booked count in the relationship they were given in.
        var rows = await db.Database.SqlQuery<Row>($"""
            with unbooked as (
                select relationship_id, sum(power(2, (closes_on - {day})::float8 / {halfLife})) as missed
                  from promises
                 where organization_id = {db.Organization.Id} and rep_id = any({ids}) and state = 1 and direction = 1 and closes_on <= {day}
                   and (condition is null or condition_met_at is not null)
                 group by relationship_id),
            outcomes as (
                select s.rep_id, s.forecast_kept * {today} as kept, s.forecast_missed * {today} + coalesce(u.missed, 0) as missed
                  from standings s left join unbooked u using (relationship_id)
                 where s.organization_id = {db.Organization.Id} and s.rep_id = any({ids}))
            select rep_id as "RepId",
                   sum(kept * least(1, {most} / nullif(kept + missed, 0))) as "Kept",
                   sum((kept + missed) * least(1, {most} / nullif(kept + missed, 0))) as "Weight"
              from outcomes group by rep_id
            """).ToListAsync(cancellation);
        return rows.ToDictionary(row => row.RepId, row => new Reputation(row.Kept ?? 0, row.Weight ?? 0));
    }

    /// <summary>rho of one relationship: the reputation of its rep in all others.</summary>
    public static double RhoOf(Standing standing, Reputation all, DateOnly day, ScoringRules book) =>
        all.Minus(Outcomes.Of(standing, day.DayNumber, book), book).Rho(book.Reputation.Team, book);

    private sealed record Row(Guid RepId, double? Kept, double? Weight);
}
