using Microsoft.EntityFrameworkCore;
using Npgsql;
using TrustCoach.Domain.Practice;
using TrustCoach.Services.Data;
using TrustCoach.Services.People;

namespace TrustCoach.Services.Practice;

/// <summary>Counts from the ledger how often habits were done in some spans of days: one statement, whatever their number.</summary>
public sealed class HabitCountsQuery(TrustCoachDb db)
{
    // SQL, because each span counts the same events by another rule. Kinds: 1 to 3 outcomes, 4 to 7 promises closed, 9 late. What the
    // clock has broken and no job has booked counts too. What an import brought was written down by nobody that day.
    private const string Sql = """
        with events as (
            select l.day, l.kind, l.owned_up, l.touchpoint_id, l.recorded_at
              from standings s
              cross join lateral (
                   select * from ledger e
                    where e.organization_id = @organization and e.relationship_id = s.relationship_id and e.day between @first and @last
                      and e.status = 1 and e.kind in (1, 2, 3, 4, 5, 6, 7, 9)) l
             where s.organization_id = @organization and s.rep_id = @rep and s.last_day >= @first_day
            union all
            select p.closes_on, 7::smallint, false, null, null
              from promises p
             where p.organization_id = @organization and p.rep_id = @rep and p.state = 1 and p.direction = 1
               and p.closes_on between @first and least(@last, @today) and (p.condition is null or p.condition_met_at is not null)
        ),
        told as (
            select e.*, coalesce(t.planned, false) as planned, t.expectation is not null and not t.expectation_changed_late as named,
                   t.import_id is null as by_hand, (e.recorded_at at time zone @zone)::date <= e.day as same_day
              from events e left join touchpoints t on e.kind <= 3 and t.organization_id = @organization and t.id = e.touchpoint_id
        )
        select (w.n - 1)::int as "Span",
               (case w.habit
                    when 1 then count(*) filter (where kind <= 3 and planned and named)
                    when 2 then count(distinct touchpoint_id) filter (where kind in (1, 2, 3, 9)) - count(distinct touchpoint_id) filter (where kind = 9)
                    when 3 then count(*) filter (where kind in (4, 5))
                    when 4 then count(*) filter (where kind in (3, 7, 9) and owned_up)
                    when 5 then count(*) filter (where kind <= 3 and by_hand and same_day) end)::int as "Done",
               (case w.habit
                    when 1 then count(*) filter (where kind <= 3 and planned)
                    when 2 then count(distinct touchpoint_id) filter (where kind in (1, 2, 3, 9))
                    when 3 then count(*) filter (where kind between 4 and 7)
                    when 4 then count(*) filter (where kind in (3, 7, 9))
                    when 5 then count(*) filter (where kind <= 3 and by_hand) end)::int as "Of"
          from unnest(@habits, @froms, @tos) with ordinality as w(habit, from_day, to_day, n)
          left join told on told.day between w.from_day and w.to_day
         group by w.n, w.habit order by w.n
        """;

    /// <summary>One count for each span, in their order. The caller has asked whether the rep may be seen.</summary>
    /// <param name="today">The organization's day.</param>
    public async Task<IReadOnlyList<HabitCount>> RunAsync(
        Actor actor, IReadOnlyList<(Habit Habit, DaySpan Days)> spans, DateOnly today, CancellationToken cancellation)
    {
        if (spans.Count == 0)
            return [];
        var first = spans.Min(s => s.Days.From);
        var rows = await db.Database.SqlQueryRaw<Row>(
            Sql, new NpgsqlParameter<Guid>("organization", db.Organization.Id), new NpgsqlParameter<Guid>("rep", actor.PersonId),
            new NpgsqlParameter<DateOnly>("first", first), new NpgsqlParameter<int>("first_day", first.DayNumber),
            new NpgsqlParameter<DateOnly>("last", spans.Max(s => s.Days.To)), new NpgsqlParameter<DateOnly>("today", today),
            new NpgsqlParameter<string>("zone", actor.OrganizationZone.Id), new NpgsqlParameter<short[]>("habits", [.. spans.Select(s => (short)s.Habit)]),
            new NpgsqlParameter<DateOnly[]>("froms", [.. spans.Select(s => s.Days.From)]), new NpgsqlParameter<DateOnly[]>("tos", [.. spans.Select(s => s.Days.To)]))
            .ToListAsync(cancellation);
        return rows.ConvertAll(row => new HabitCount(row.Done, row.Of));
    }

    private sealed record Row(int Span, int Done, int Of);
}
