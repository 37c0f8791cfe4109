using Microsoft.EntityFrameworkCore;
using Npgsql;
using TrustCoach.Domain.Scoring;
using TrustCoach.Services.Data;
using TrustCoach.Services.Scoring;

namespace TrustCoach.Services.Coaching;

/// <summary>One relationship of a rep now, and its credibility some days ago.</summary>
/// <param name="Credibility">Points now.</param>
/// <param name="Before">Points then, at today's reputation; null where it was too early to say.</param>
/// <param name="Weight">A + L of credibility: how much stands against one more event.</param>
/// <param name="Judged">Events with evidence.</param>
/// <param name="Lateness">How many times its weight the next lateness would count.</param>
/// <param name="LastDay">Day number of the last evidence; null when there is none.</param>
/// <param name="LastIntegrityDay">Day number of the last breach of severity 2 or 3; null when there is none.</param>
public sealed record RecentScore(
    Guid RelationshipId, double Credibility, double? Before, double Weight, double Confidence, int Judged, int Stage, int MissedOfLastFive, double Lateness, int? LastDay,
    int? LastIntegrityDay);

/// <summary>Reads a rep's relationships now and some days ago in one statement, whatever their history and number.</summary>
public sealed class RecentScoresQuery(TrustCoachDb db)
{
    // SQL, because it stands on the scores in SQL. Landmark sums are linear: then is today's standing without what the ledger
    // added since, each piece as it weighs on that day. A repair takes off what fades from the day of what it repaired.
    private const string Sql = $"""
        with {ScoresSql.Scored},
        before as (
            select s.relationship_id, s.judged - coalesce(l.events, 0) as judged,
                   greatest(s.kept_c * @f_then - coalesce(l.kept, 0), 0) as kept,
                   greatest(s.missed_c * @f_then + s.integrity * @f_then_integrity - coalesce(l.missed, 0), 0) as missed,
                   (case s.climate when 2 then @inbound when 3 then @referral when 4 then @existing else @cold end)
                     + (case when s.burned then @burned else 0 end) as shift
              from standings s
              left join lateral (
                    select sum(l.kept_units * power(2, (l.day - @then) / @h_credibility)) as kept,
                           sum(case when l.kind in (10, 11, 12) then l.missed_units * power(2, (l.day - @then) / @h_integrity)
                                    else l.missed_units * power(2, (coalesce(r.day, l.day) - @then) / @h_credibility) end) as missed,
                           (count(*) filter (where l.kept_units > 0 or l.missed_units > 0))::int as events
                      from ledger l
                      left join ledger r on l.kind in (13, 14) and r.organization_id = l.organization_id and r.id = l.ref_id
                     where l.organization_id = @organization and l.relationship_id = s.relationship_id and l.day > @then and l.status = 1
                       and s.last_day > @then_day) l on true
             where s.organization_id = @organization and s.rep_id = any(@reps)
        )
        select c.relationship_id as "RelationshipId", c.credibility as "Credibility", c.weight as "Weight", c.confidence as "Confidence",
               c.judged as "Judged", c.stage as "Stage", c.missed_of_last_five as "MissedOfLastFive", c.lateness as "Lateness", c.last_day as "LastDay", c.last_integrity_day as "LastIntegrityDay",
               case when b.judged >= @enough then
                   100 * (@c_prior * least(greatest(@c_start + @c_gain * c.rho + @c_climate * b.shift, 0), 1) + b.kept)
                       / (@c_prior + b.kept + @c_loss * b.missed) end as "Before"
          from scored c join before b on b.relationship_id = c.relationship_id
         where not c.ended
        """;

    /// <summary>Relationships that have not ended. The caller has asked whether they may be seen.</summary>
    /// <param name="then">The organization's day to compare with, before <paramref name="today"/>.</param>
    public Task<List<RecentScore>> RunAsync(Guid repId, DateOnly today, DateOnly then, ScoringRules rules, CancellationToken cancellation)
    {
        var parameters = ScoresParameters.Of(db.Organization.Id, [repId], today, rules);
        parameters.AddRange(
        [
            new NpgsqlParameter<DateOnly>("then", then), new NpgsqlParameter<int>("then_day", then.DayNumber),
            new NpgsqlParameter<double>("f_then", Fading.Of(rules.Credibility.HalfLife).ToDay(then.DayNumber)),
            new NpgsqlParameter<double>("f_then_integrity", Fading.Of(rules.IntegrityHalfLife).ToDay(then.DayNumber)),
            new NpgsqlParameter<double>("h_integrity", rules.IntegrityHalfLife),
        ]);
        return db.Database.SqlQueryRaw<RecentScore>(Sql, [.. parameters]).ToListAsync(cancellation);
    }
}
