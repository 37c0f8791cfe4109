using Microsoft.EntityFrameworkCore;
using Npgsql;
using TrustCoach.Services.Data;

namespace TrustCoach.Services.Coaching;

/// <summary>A period in weeks, or in months where it is long, each with what broke in it: one statement over daily tallies.</summary>
internal sealed class SignalStepsQuery(TrustCoachDb db)
{
    // Wider tables than this are not read.
    private const int MostDaysInWeeks = 100;

    // SQL, because the empty weeks are one line here. What a dispute holds is taken off, and what the clock has broken and no job has
    // booked is added: then a number opens as many sentences as it says.
    private const string Sql = """
        with steps as (
            select greatest(d::date, @from) as from_day, least((d + @step::interval)::date - 1, @today) as to_day
              from generate_series(date_trunc(@unit, @from::timestamp), @today::timestamp, @step::interval) as d
        ),
        events as (
            select day, promises_broken as broken, late + promises_kept_late as late, exaggeration, gossip, lies, missed,
                   missed + met + exceeded as judged, confirmed, confirmed_missed, reported, reported_missed
              from unnest(@reps) as rep(id) join rep_tallies on organization_id = @organization and rep_id = rep.id
             where day between @from and @today
            union all
            select l.day, -(l.kind = 7)::int, -(l.kind in (6, 9))::int, -(l.kind = 11)::int, -(l.kind = 10)::int, -(l.kind = 12)::int, -(l.kind = 3)::int,
                   -(l.kind <= 3)::int, -(l.kind <= 3 and l.level = 3)::int, -(l.kind = 3 and l.level = 3)::int,
                   -(l.kind <= 3 and l.level = 1)::int, -(l.kind = 3 and l.level = 1)::int
              from disputes d join ledger l on l.organization_id = @organization and l.id = d.entry_id and l.status = 2
             where d.organization_id = @organization and d.rep_id = any(@reps) and d.state = 1 and l.day between @from and @today
            union all
            select closes_on, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0 from promises
             where organization_id = @organization and rep_id = any(@reps) and state = 1 and direction = 1 and closes_on between @from and @today
               and (condition is null or condition_met_at is not null)
        ),
        by_day as (
            select day, sum(broken) as broken, sum(late) as late, sum(exaggeration) as exaggeration, sum(gossip) as gossip, sum(lies) as lies, sum(missed) as missed,
                   sum(judged) as judged, sum(confirmed) as confirmed, sum(confirmed_missed) as confirmed_missed, sum(reported) as reported, sum(reported_missed) as reported_missed
              from events group by day
        )
        select s.from_day as "From", s.to_day as "To", coalesce(sum(e.broken), 0)::int as "Broken", coalesce(sum(e.late), 0)::int as "Late",
               coalesce(sum(e.exaggeration), 0)::int as "Exaggeration", coalesce(sum(e.gossip), 0)::int as "Gossip", coalesce(sum(e.lies), 0)::int as "Lies",
               coalesce(sum(e.missed), 0)::int as "Missed", coalesce(sum(e.judged), 0)::int as "Judged",
               coalesce(sum(e.confirmed), 0)::int as "Confirmed", coalesce(sum(e.confirmed_missed), 0)::int as "ConfirmedMissed",
               coalesce(sum(e.reported), 0)::int as "Reported", coalesce(sum(e.reported_missed), 0)::int as "ReportedMissed"
          from steps s left join by_day e on e.day between s.from_day and s.to_day
         group by s.from_day, s.to_day order by s.from_day
        """;

    /// <summary>The caller has asked whether the reps may be seen.</summary>
    public Task<List<SignalStep>> RunAsync(Guid[] reps, CoachingPeriod period, CancellationToken cancellation)
    {
        var unit = period.Days > MostDaysInWeeks ? "month" : "week";
        return db.Database.SqlQueryRaw<SignalStep>(
            Sql, new NpgsqlParameter<Guid>("organization", db.Organization.Id), new NpgsqlParameter<Guid[]>("reps", reps),
            new NpgsqlParameter<DateOnly>("from", period.From), new NpgsqlParameter<DateOnly>("today", period.Today),
            new NpgsqlParameter<string>("unit", unit), new NpgsqlParameter<string>("step", $"1 {unit}")).ToListAsync(cancellation);
    }
}
