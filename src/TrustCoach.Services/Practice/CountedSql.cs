using Npgsql;
using TrustCoach.Domain.Practice;
using TrustCoach.Services.Data;
using TrustCoach.Services.People;

namespace TrustCoach.Services.Practice;

/// <summary>What each habit counts, as rows: numbers and the lists behind them are read from the same.</summary>
internal static class CountedSql
{
    /// <summary>
    /// The table "counted" of one rep and some days: habit, id, day, whether it was done, and what it came from. Kinds: 1 to 3 outcomes,
    /// 4 to 7 promises closed, 9 late. What the clock has broken and no job has booked counts too. What an import brought was written
    /// down by nobody that day.
    /// </summary>
    public const string Counted = """
        events as (
            select id, day, kind, owned_up, touchpoint_id, promise_id, relationship_id, recorded_at, news_at, news_by
              from ledger
             where organization_id = @organization and rep_id = @rep and day between @first and @last and status = 1 and kind in (1, 2, 3, 4, 5, 6, 7, 9)
            union all
            select p.id, p.closes_on, 7::smallint, false, null, p.id, p.relationship_id, null, p.closes_on::timestamp at time zone @zone, null
              from promises p
             where p.organization_id = @organization and p.rep_id = @rep and p.state = 1 and p.direction = 1
               and p.closes_on between @first and least(@last, @today) and (p.condition is null or p.condition_met_at is not null)
        ),
        told as (
            select e.*, coalesce(t.planned, false) as planned, t.expectation is not null and not t.expectation_changed_late as named,
                   t.import_id is null as by_hand, (e.recorded_at at time zone @zone)::date <= e.day as same_day
              from events e left join touchpoints t on e.kind <= 3 and t.organization_id = @organization and t.id = e.touchpoint_id
        ),
        counted as (
            select 1 as habit, id, day, named as done, kind, touchpoint_id, promise_id, relationship_id, news_at, news_by from told where kind <= 3 and planned
            union all
            -- An encounter is one, however often it was late and whatever its outcome.
            select distinct on (touchpoint_id) 2, touchpoint_id, day, kind <> 9, kind, touchpoint_id, null, relationship_id, news_at, news_by
              from (select * from told where kind in (1, 2, 3, 9) and touchpoint_id is not null order by touchpoint_id, kind desc) o
            union all
            select 3, id, day, kind in (4, 5), kind, touchpoint_id, promise_id, relationship_id, news_at, news_by from told where kind between 4 and 7
            union all
            select 4, id, day, owned_up, kind, touchpoint_id, promise_id, relationship_id, news_at, news_by from told where kind in (3, 7, 9)
            union all
            select 5, id, day, same_day, kind, touchpoint_id, promise_id, relationship_id, news_at, news_by from told where kind <= 3 and by_hand
        )
        """;

    /// <param name="days">All days that are asked about.</param>
    /// <param name="today">The organization's day.</param>
    public static List<NpgsqlParameter> Parameters(TrustCoachDb db, Actor actor, Guid repId, DaySpan days, DateOnly today) =>
    [
        new NpgsqlParameter<Guid>("organization", db.Organization.Id), new NpgsqlParameter<Guid>("rep", repId),
        new NpgsqlParameter<DateOnly>("first", days.From),
        new NpgsqlParameter<DateOnly>("last", days.To), new NpgsqlParameter<DateOnly>("today", today),
        new NpgsqlParameter<string>("zone", actor.OrganizationZone.Id),
    ];
}
