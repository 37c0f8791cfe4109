using Microsoft.EntityFrameworkCore;
using Npgsql;
using TrustCoach.Domain.Scoring;
using TrustCoach.Services.Data;
using TrustCoach.Services.Scoring;

namespace TrustCoach.Services.Coaching;

/// <summary>What is drawn of one rep: a dot each relationship, the trend, the trait sums. Arrays that belong together have one length.</summary>
public sealed record RepDetails
{
    public required Guid RepId { get; init; }

    public required Guid[] Relationships { get; init; }

    public required double[] Credibility { get; init; }

    public required short[] Stages { get; init; }

    /// <summary>Events with evidence.</summary>
    public required int[] Judged { get; init; }

    /// <summary>Kept and missed units by trait, faded to the day, and events; five each.</summary>
    public required double[] TraitKept { get; init; }

    public required double[] TraitMissed { get; init; }

    public required int[] TraitEvents { get; init; }

    /// <summary>The rep's typical credibility as it stood at the end of each closed week, oldest first.</summary>
    public required double[] Trend { get; init; }

    public IReadOnlyList<TraitReading> Traits(ScoringRules rules) =>
        [.. Enum.GetValues<Trait>().Select(t => TraitReading.Of(t, new TraitSums(TraitKept[(int)t], TraitMissed[(int)t], TraitEvents[(int)t]), rules))];
}

/// <summary>The details of the few reps on a page, in one statement.</summary>
public sealed class RepDetailsQuery(TrustCoachDb db)
{
    // SQL, because arrays by rep keep a page of a few thousand dots to one row a rep. The clock's breaks join the traits as broken promises do.
    private const string Sql = $"""
        with {ScoresSql.Scored},
        dots as (
            select rep_id, array_agg(relationship_id) as ids, array_agg(credibility) as credibility, array_agg(stage::smallint) as stages, array_agg(judged) as judged
              from scored where not ended group by rep_id
        ),
        clock as (
            select rep_id, sum(clock_missed) as missed, sum(clock_events)::int as events from scored group by rep_id
        ),
        traits as (
            select rep_id,
                   array[sum(trait_kept[1]), sum(trait_kept[2]), sum(trait_kept[3]), sum(trait_kept[4]), sum(trait_kept[5])] as kept,
                   array[sum(trait_missed[1]), sum(trait_missed[2]), sum(trait_missed[3]), sum(trait_missed[4]), sum(trait_missed[5])] as missed,
                   array[sum(trait_events[1]), sum(trait_events[2]), sum(trait_events[3]), sum(trait_events[4]), sum(trait_events[5])] as events
              from standings where organization_id = @organization and rep_id = any(@reps) group by rep_id
        ),
        teams as (
            select week, sum(credibility) / sum(confidence) as typical
              from rep_weeks where organization_id = @organization and rep_id = any(@team_reps) and week >= @week_before and confidence > 0 group by week
        ),
        trends as (
            select w.rep_id, array_agg((w.credibility + @roll_up * t.typical) / (w.confidence + @roll_up) order by w.week) as points
              from rep_weeks w join teams t on t.week = w.week
             where w.organization_id = @organization and w.rep_id = any(@reps) and w.week >= @week_before and w.judged > 0
             group by w.rep_id
        )
        select r.id as "RepId", coalesce(d.ids, array[]::uuid[]) as "Relationships", coalesce(d.credibility, array[]::double precision[]) as "Credibility",
               coalesce(d.stages, array[]::smallint[]) as "Stages", coalesce(d.judged, array[]::int[]) as "Judged",
               coalesce((select array_agg(x * @f_traits order by n) from unnest(t.kept) with ordinality as k(x, n)), array[0, 0, 0, 0, 0]::double precision[]) as "TraitKept",
               coalesce((select array_agg((x + coalesce(c.missed, 0) * (array[0, 0, 0.25, 0.25, 1])[n]) * @f_traits order by n)
                           from unnest(t.missed) with ordinality as k(x, n)), array[0, 0, 0, 0, 0]::double precision[]) as "TraitMissed",
               coalesce((select array_agg((x + case when n >= 3 then coalesce(c.events, 0) else 0 end)::int order by n)
                           from unnest(t.events) with ordinality as k(x, n)), array[0, 0, 0, 0, 0]) as "TraitEvents",
               coalesce(w.points, array[]::double precision[]) as "Trend"
          from unnest(@reps) as r(id)
          left join dots d on d.rep_id = r.id
          left join clock c on c.rep_id = r.id
          left join traits t on t.rep_id = r.id
          left join trends w on w.rep_id = r.id
        """;

    /// <summary>One row for each of <paramref name="reps"/>. The caller has asked whether they may be seen.</summary>
    /// <param name="team">All reps of the team: their roll-up is the prior of each trend point.</param>
    public Task<List<RepDetails>> RunAsync(Guid[] reps, Guid[] team, CoachingPeriod period, ScoringRules rules, CancellationToken cancellation)
    {
        var parameters = ScoresParameters.Of(db.Organization.Id, reps, period.Today, rules);
        parameters.AddRange(
        [
            new NpgsqlParameter<Guid[]>("team_reps", team), new NpgsqlParameter<DateOnly>("week_before", period.WeekBefore),
            new NpgsqlParameter<double>("roll_up", rules.Reputation.RollUpWeight),
            new NpgsqlParameter<double>("f_traits", Fading.Of(rules.Traits.HalfLife).ToDay(period.Today.DayNumber)),
        ]);
        return db.Database.SqlQueryRaw<RepDetails>(Sql, [.. parameters]).ToListAsync(cancellation);
    }
}
