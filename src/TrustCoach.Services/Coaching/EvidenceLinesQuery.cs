using Microsoft.EntityFrameworkCore;
using Npgsql;
using TrustCoach.Domain.Scoring;
using TrustCoach.Services.Data;

namespace TrustCoach.Services.Coaching;

/// <summary>
/// The sentences behind a number, newest first: ledger entries of some reps by kind, with what the clock has broken and no job has
/// booked yet. One statement, keyset by day and id.
/// </summary>
public sealed class EvidenceLinesQuery(TrustCoachDb db)
{
    // SQL, because each rep is asked for one page by an own range of the ledger's index, and only what is shown is read from its row.
    private const string Sql = $"""
        with held as (
            select e.id from ledger e
              left join record_seen seen on seen.organization_id = @organization and seen.person_id = e.rep_id
             where e.organization_id = @organization and e.rep_id = any(@reps) and e.news_at > @held_after and {ShownFirst.Held}
        ),
        page as (
            select l.id, l.day, false as by_clock
              from unnest(@reps) as rep (id)
              cross join lateral (
                   select e.id, e.day from ledger e
                    where e.organization_id = @organization and e.rep_id = rep.id and e.day between @from and @before
                      and (e.day < @before or e.id < @before_id or @before_id = '00000000-0000-0000-0000-000000000000') and e.status = 1 and (@level = 0 or e.level = @level)
                      and (e.kind = any(@kinds) and (@trait < 0 or e.kind > 3 or e.trait = @trait or (e.trait is null and @trait in (0, 2, 3)) or (e.started_on_time and @trait = 1))
                           or @trait = 3 and (e.owned_up and e.missed_units > 0 or e.kind in (13, 14) and e.missed_units < 0))
                      and e.id not in (select id from held)
                    order by e.day desc, e.id desc limit @take) l
            union all
            select p.id, p.closes_on, true
              from promises p
              {ShownFirst.ByClock}
             where not {ShownFirst.Held} and p.organization_id = @organization and p.rep_id = any(@reps) and p.state = 1 and p.direction = 1 and p.closes_on between @from and @today
               and (p.condition is null or p.condition_met_at is not null) and 7 = any(@kinds) and @level in (0, 2)
               and (p.closes_on < @before or p.closes_on = @before and (p.id < @before_id or @before_id = '00000000-0000-0000-0000-000000000000'))
            order by day desc, id desc limit @take
        ),
        entries as (
            select l.id, l.day, l.kind, l.severity, l.level, l.owned_up, l.trait, l.started_on_time, l.kept_units, l.missed_units,
                   l.relationship_id, l.touchpoint_id, l.promise_id
              from page join ledger l on l.organization_id = @organization and l.id = page.id
             where not page.by_clock
            union all
            select p.id, p.closes_on, 7::smallint, p.severity, 2::smallint, false, null, false, 0,
                   case when p.severity <= 1 then @broken_mild when p.severity = 2 then @broken_normal else @broken_severe end,
                   p.relationship_id, p.touchpoint_id, p.id
              from page join promises p on p.organization_id = @organization and p.id = page.id
             where page.by_clock
        )
        select e.id as "Id", e.day as "Day", e.kind as "Kind", e.severity as "Severity", e.level as "Level", e.owned_up as "OwnedUp", e.trait as "Trait",
               e.started_on_time as "StartedOnTime", e.kept_units as "Kept", e.missed_units as "Missed",
               e.kind = 8 and e.kept_units = 0 as "Again",
               case when e.missed_units > 0 then coalesce((
                   select -sum(m.missed_units) from ledger m
                    where m.organization_id = @organization and m.relationship_id = e.relationship_id and m.day >= e.day and m.status = 1
                      and m.kind in (13, 14) and m.missed_units < 0 and m.ref_id = e.id), 0) else 0 end as "Repaired",
               e.relationship_id as "RelationshipId", c.id as "CustomerId", c.name as "Customer", r.rep_id as "RepId", p.name as "Rep",
               e.touchpoint_id as "TouchpointId", e.promise_id as "PromiseId", coalesce(w.text, b.note, t.summary, t.expectation) as "Text", t.expectation as "Expectation"
          from entries e
          join relationships r on r.organization_id = @organization and r.id = e.relationship_id
          join customers c on c.organization_id = @organization and c.id = r.customer_id
          join people p on p.organization_id = @organization and p.id = r.rep_id
          left join promises w on w.organization_id = @organization and w.id = e.promise_id
          left join trust_breakers b on b.organization_id = @organization and b.id = e.id
          left join touchpoints t on t.organization_id = @organization and t.id = e.touchpoint_id
         order by e.day desc, e.id desc
        """;

    /// <summary>At most <paramref name="take"/> entries after the cursor. The caller has asked whether the reps may be seen.</summary>
    public Task<List<EvidenceLine>> RunAsync(
        EvidenceFilter filter, ScoringRules rules, EvidenceCursor after, int take, CancellationToken cancellation)
    {
        var broken = rules.Units.PromiseBroken;
        return db.Database.SqlQueryRaw<EvidenceLine>(
            Sql,
            [.. ShownFirst.Parameters(filter.Reader), new NpgsqlParameter<string>("zone", filter.Reader.Zone.Id),
            new NpgsqlParameter<Guid>("organization", db.Organization.Id), new NpgsqlParameter<Guid[]>("reps", filter.Reps),
            new NpgsqlParameter<DateOnly>("from", filter.From),
            new NpgsqlParameter<DateOnly>("today", filter.Today), new NpgsqlParameter<DateOnly>("before", after.Day),
            new NpgsqlParameter<Guid>("before_id", after.Id), new NpgsqlParameter<int>("take", take),
            new NpgsqlParameter<short[]>("kinds", [.. filter.Kinds.Select(k => (short)k)]), new NpgsqlParameter<int>("trait", filter.Trait is { } t ? (int)t : -1),
            new NpgsqlParameter<int>("level", (int)(filter.Level ?? 0)),
            new NpgsqlParameter<double>("broken_mild", broken.Mild), new NpgsqlParameter<double>("broken_normal", broken.Normal),
            new NpgsqlParameter<double>("broken_severe", broken.Severe)]).ToListAsync(cancellation);
    }
}

/// <summary>Which events: of whom, since when, of which kinds.</summary>
/// <param name="Reader">Who reads it, and when: what is shown to a rep first is left out.</param>
/// <param name="Trait">Only what tells about this trait; null for all.</param>
/// <param name="Level">Only what is known in this way; null for all.</param>
public sealed record EvidenceFilter(
    Guid[] Reps, DateOnly From, DateOnly Today, IReadOnlyList<EvidenceKind> Kinds, RecordReader Reader, Trait? Trait = null, EvidenceLevel? Level = null);
