using Microsoft.EntityFrameworkCore;
using Npgsql;
using TrustCoach.Domain.Scoring;
using TrustCoach.Services.Data;

namespace TrustCoach.Services.Scoring;

/// <summary>The outcomes of a rep's relationships on any past day, from the ledger: one statement.</summary>
public sealed class ReputationThenQuery(TrustCoachDb db)
{
    // SQL, because of all that is in the ledgers two sums a relationship are wanted. What an entry said then is its first revision
    // after that moment, or what it says now. The clock's own verdicts were known on their day, whether or not a job had booked them.
    private const string Sql = """
        with mine as (select relationship_id from standings where organization_id = @organization and rep_id = @rep),
        said as (
            select l.relationship_id, l.day, l.kind, l.status, l.recorded_at, l.recorded_by
              from mine join ledger l on l.organization_id = @organization and l.relationship_id = mine.relationship_id
             where not exists (
                   select from ledger_revisions v
                    where v.organization_id = @organization and v.relationship_id = l.relationship_id and v.until > @known and v.entry_id = l.id)
            union all
            (select distinct on (v.entry_id) v.relationship_id, v.day, v.kind, v.status, v.recorded_at, v.recorded_by
               from mine join ledger_revisions v on v.organization_id = @organization and v.relationship_id = mine.relationship_id and v.until > @known
              order by v.entry_id, v.until)
            union all
            select p.relationship_id, p.closes_on, 7, 1, p.made_at, null
              from promises p
             where p.organization_id = @organization and p.rep_id = @rep and p.state = 1 and p.direction = 1 and p.closes_on <= @day
               and (p.condition is null or p.condition_met_at is not null))
        select relationship_id as "RelationshipId",
               coalesce(sum(power(2, (day - @day) / @half_life)) filter (where kind in (1, 2, 4, 5)), 0) as "Kept",
               coalesce(sum(power(2, (day - @day) / @half_life)) filter (where kind in (3, 6, 7, 9, 10, 11, 12)), 0) as "Missed"
          from said
         where status = 1 and day <= @day and (recorded_by is null or recorded_at <= @known)
         group by relationship_id
        """;

    /// <summary>Kept and missed outcomes, faded to the day, by relationship; one without outcomes is not in it.</summary>
    /// <param name="known">Only what was known at this moment; all that is known now when null.</param>
    public async Task<Dictionary<Guid, Outcomes>> RunAsync(
        Guid repId, DateOnly day, DateTimeOffset? known, ScoringRules rules, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(rules);
        var rows = await db.Database.SqlQueryRaw<Row>(Sql,
            new NpgsqlParameter<Guid>("organization", db.Organization.Id), new NpgsqlParameter<Guid>("rep", repId),
            new NpgsqlParameter<DateOnly>("day", day), new NpgsqlParameter<double>("half_life", rules.ForecastHalfLife),
            new NpgsqlParameter<DateTime>("known", known?.UtcDateTime ?? DateTime.MaxValue)).ToListAsync(cancellation);
        return rows.ToDictionary(row => row.RelationshipId, row => new Outcomes(row.Kept, row.Missed));
    }

    /// <summary>rho of one relationship: the reputation of its rep in all others.</summary>
    public static double RhoOf(Guid relationshipId, Dictionary<Guid, Outcomes> all, ScoringRules rules)
    {
        ArgumentNullException.ThrowIfNull(all);
        ArgumentNullException.ThrowIfNull(rules);
        return all.Where(of => of.Key != relationshipId).OrderBy(of => of.Key)
            .Aggregate(new Reputation(), (sum, of) => sum.Plus(of.Value, rules)).Rho(rules.Reputation.Team, rules);
    }

    private sealed record Row(Guid RelationshipId, double Kept, double Missed);
}
