using Microsoft.EntityFrameworkCore;
using TrustCoach.Services.Data;

namespace TrustCoach.IntegrationTests.Scoring;

/// <summary>The sums of scoring.md 4.2 and the ceiling of 4.3 straight from the ledger's rows, with the default constants: the third way beside fold and closed form.</summary>
internal static class LedgerSums
{
    public static Task<List<LedgerSumsRow>> RunAsync(TrustCoachDb db, Guid repId, int day)
    {
        var organization = db.Organization.Id;
        return db.Database.SqlQuery<LedgerSumsRow>($"""
            with entries as (
                select l.relationship_id, l.id, l.kind, l.severity, l.ref_id, l.kept_units as kept, l.missed_units as missed,
                       l.day - date '2000-01-01' + 730119 as day,
                       coalesce(r.day, l.day) - date '2000-01-01' + 730119 as counts_from,
                       least(1, 1.5 / nullif(sum(l.kept_units) over (partition by l.relationship_id, l.day), 0)) as cap
                  from ledger l left join ledger r on l.kind in (13, 14) and r.organization_id = l.organization_id and r.id = l.ref_id
                 where l.organization_id = {organization} and l.rep_id = {repId} and l.status = 1
            ),
            lies as (
                select e.relationship_id, e.severity,
                       (select coalesce(sum(k.kept * k.cap * case when k.day > coalesce(a.day, 9999999) then 1 else 0.5 end), 0)
                          from entries k where k.relationship_id = e.relationship_id and k.day > e.day and k.kept > 0) as since
                  from entries e
                  left join lateral (select min(day) as day from entries x
                      where x.relationship_id = e.relationship_id and x.kind = 13 and x.ref_id = e.id and x.day >= e.day) a on true
                 where e.kind = 12
            ),
            ceilings as (
                select relationship_id, min(k0 + (k1 - k0) * (1 - power(2::float8, -since / 12))) as ceiling
                  from lies cross join lateral (select (array[70, 50, 25])[severity]::float8 as k0, (array[95, 85, 60])[severity]::float8 as k1) k
                 group by relationship_id
            )
            select e.relationship_id as "RelationshipId",
                   sum(kept * power(2::float8, (day - {day}) / 180.0::float8)) as "KeptC",
                   sum(missed * power(2::float8, (counts_from - {day}) / case when kind in (10, 11, 12) then 720.0::float8 else 180 end)) as "MissedC",
                   coalesce(sum(kept * cap * power(2::float8, (day - {day}) / 360.0::float8)), 0) as "KeptT",
                   sum(missed * power(2::float8, (counts_from - {day}) / case when kind in (10, 11, 12) then 720.0::float8 else 360 end)) as "MissedT",
                   coalesce(sum(power(2::float8, (day - {day}) / 360.0::float8)) filter (where kept > 0 or missed > 0), 0) as "EvidenceWeight",
                   coalesce(sum(power(2::float8, (day - {day}) / 180.0::float8)) filter (where kept > 0 and kind <> 8), 0) as "ForecastKept",
                   coalesce(sum(power(2::float8, (day - {day}) / 180.0::float8)) filter (where missed > 0 and kind <> 8), 0) as "ForecastMissed",
                   count(*) filter (where kept > 0 or missed > 0)::int as "Judged",
                   coalesce(max(c.ceiling), 100) as "Ceiling"
              from entries e left join ceilings c on c.relationship_id = e.relationship_id
             group by e.relationship_id
            """).ToListAsync();
    }
}

internal sealed record LedgerSumsRow
{
    public required Guid RelationshipId { get; init; }
    public required double KeptC { get; init; }
    public required double MissedC { get; init; }
    public required double KeptT { get; init; }
    public required double MissedT { get; init; }
    public required double EvidenceWeight { get; init; }
    public required double ForecastKept { get; init; }
    public required double ForecastMissed { get; init; }
    public required int Judged { get; init; }
    public required double Ceiling { get; init; }
}
