using Microsoft.EntityFrameworkCore;
using Npgsql;
using TrustCoach.Domain.Scoring;
using TrustCoach.Services.Data;
using TrustCoach.Services.Scoring;

namespace TrustCoach.Services.Coaching;

/// <summary>The figures of many reps in one statement, whatever the history: from standings, daily tallies, weekly points and open disputes.</summary>
internal sealed class RepFiguresQuery(TrustCoachDb db)
{
    // SQL, because it joins several roll-ups by rep, and arrays keep thousands of relationships to one row a rep. The tallies give one
    // row a rep and day; nothing here counts touchpoints. The clock's breaks join the traits as broken promises do. What a dispute
    // holds is taken off the days here, few rows as it is: the tallies keep what was logged.
    private const string Sql = $"""
        with {ScoresSql.Scored},
        relations as (
            select rep_id,
                   count(*)::int as relationships,
                   count(*) filter (where judged >= @enough)::int as judged,
                   count(*) filter (where stage >= 5)::int as at_risk,
                   sum(confidence) as confidence,
                   sum(confidence * credibility) as credibility,
                   count(*) filter (where credible_day >= @from)::int as became,
                   sum(encounters_until_credible) filter (where credible_day >= @from)::int as encounters,
                   count(*) filter (where credible_day >= @before and credible_day < @from)::int as became_before,
                   sum(encounters_until_credible) filter (where credible_day >= @before and credible_day < @from)::int as encounters_before,
                   count(*) filter (where stage >= 5 and credible_day is not null and last_day >= @from)::int as fallen,
                   max(last_day) filter (where stage >= 5 and credible_day is not null and last_day >= @from) as fallen_day,
                   count(*) filter (where lateness >= @lateness_habit)::int as habits,
                   max(last_day) filter (where lateness >= @lateness_habit) as habit_day,
                   count(*) filter (where missed_of_last_five >= @missed_of_five and last_day >= @from)::int as two_of_five,
                   max(last_day) filter (where missed_of_last_five >= @missed_of_five and last_day >= @from) as two_of_five_day,
                   array_agg(relationship_id) as ids, array_agg(credibility) as points, array_agg(stage::smallint) as stages,
                   array_agg(judged) as events, array_agg(last_day) as days, array_agg(weight) as weights, array_agg(lateness >= @lateness_habit) as late
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
        points as (
            select rep_id, array_agg(week order by week) as weeks, array_agg(judged order by week) as judged, array_agg(at_risk order by week) as at_risk,
                   array_agg(confidence order by week) as confidence, array_agg(credibility order by week) as credibility
              from rep_weeks where organization_id = @organization and rep_id = any(@reps) and week >= @week_before group by rep_id
        ),
        counts as (
            select rep_id,
                   sum(missed + met + exceeded) filter (where day >= @from_date)::int as expected,
                   sum(missed + met + exceeded) filter (where day < @from_date)::int as expected_before,
                   sum(expectations_named) filter (where day >= @from_date)::int as named,
                   sum(expectations_named) filter (where day < @from_date)::int as named_before,
                   sum(planned_closed) filter (where day >= @from_date and day < @today)::int as planned_closed,
                   sum(planned_closed) filter (where day < @from_date)::int as planned_closed_before,
                   sum(promises_kept) filter (where day >= @from_date)::int as kept,
                   sum(promises_kept) filter (where day < @from_date)::int as kept_before,
                   sum(promises_kept_late) filter (where day >= @from_date)::int as kept_late,
                   sum(promises_kept_late) filter (where day < @from_date)::int as kept_late_before,
                   sum(promises_broken) filter (where day >= @from_date)::int as broken,
                   sum(promises_broken) filter (where day < @from_date)::int as broken_before,
                   sum(late + promises_kept_late) filter (where day >= @from_date)::int as late,
                   sum(exaggeration) filter (where day >= @from_date)::int as exaggeration,
                   sum(gossip) filter (where day >= @from_date)::int as gossip,
                   sum(lies) filter (where day >= @from_date)::int as lies,
                   max(day) filter (where touchpoints > 0) as last_touch,
                   max(day) filter (where promises_broken > 0) as last_broken,
                   max(day) filter (where exaggeration > 0) as last_exaggeration,
                   max(day) filter (where gossip > 0) as last_gossip,
                   max(day) filter (where lies > 0) as last_lie
              from unnest(@reps) as rep(id) join rep_tallies on organization_id = @organization and rep_id = rep.id
             where day >= @before_date group by rep_id
        ),
        held as (
            select d.rep_id,
                   count(*) filter (where l.day >= @from_date and l.kind <= 3)::int as expected,
                   count(*) filter (where l.day < @from_date and l.kind <= 3)::int as expected_before,
                   count(*) filter (where l.day >= @from_date and l.kind <= 3 and n.expectation is not null)::int as named,
                   count(*) filter (where l.day < @from_date and l.kind <= 3 and n.expectation is not null)::int as named_before,
                   count(*) filter (where l.day >= @from_date and l.kind in (4, 5))::int as kept,
                   count(*) filter (where l.day < @from_date and l.kind in (4, 5))::int as kept_before,
                   count(*) filter (where l.day >= @from_date and l.kind = 7)::int as broken,
                   count(*) filter (where l.day < @from_date and l.kind = 7)::int as broken_before,
                   count(*) filter (where l.day >= @from_date and l.kind = 6)::int as kept_late,
                   count(*) filter (where l.day < @from_date and l.kind = 6)::int as kept_late_before,
                   count(*) filter (where l.day >= @from_date and l.kind in (6, 9))::int as late,
                   count(*) filter (where l.day >= @from_date and l.kind = 11)::int as exaggeration,
                   count(*) filter (where l.day >= @from_date and l.kind = 10)::int as gossip,
                   count(*) filter (where l.day >= @from_date and l.kind = 12)::int as lies
              from disputes d join ledger l on l.organization_id = @organization and l.id = d.entry_id and l.status = 2
              left join touchpoints n on n.organization_id = @organization and n.id = l.id
             where d.organization_id = @organization and d.rep_id = any(@reps) and d.state = 1 and l.day >= @before_date group by d.rep_id
        )
        select r.id as "RepId", coalesce(s.relationships, 0) as "Relationships", coalesce(s.judged, 0) as "Judged", coalesce(s.at_risk, 0) as "AtRisk",
               coalesce(s.confidence, 0) as "Confidence", coalesce(s.credibility, 0) as "Credibility",
               coalesce(s.became, 0) as "BecameCredible", coalesce(s.encounters, 0) as "EncountersUntilCredible",
               coalesce(s.became_before, 0) as "BecameCredibleBefore", coalesce(s.encounters_before, 0) as "EncountersUntilCredibleBefore",
               coalesce(s.fallen, 0) as "Fallen", s.fallen_day as "FallenDay", coalesce(s.habits, 0) as "LatenessHabits", s.habit_day as "LatenessDay",
               coalesce(s.two_of_five, 0) as "TwoOfLastFive", s.two_of_five_day as "TwoOfLastFiveDay",
               coalesce(s.ids, array[]::uuid[]) as "Ids", coalesce(s.points, array[]::double precision[]) as "Points",
               coalesce(s.stages, array[]::smallint[]) as "Stages", coalesce(s.events, array[]::int[]) as "Events",
               coalesce(s.days, array[]::int[]) as "LastDays", coalesce(s.weights, array[]::double precision[]) as "Weights", coalesce(s.late, array[]::boolean[]) as "Habits",
               coalesce((select array_agg(x * @f_traits order by n) from unnest(t.kept) with ordinality as k(x, n)), array[0, 0, 0, 0, 0]::double precision[]) as "TraitKept",
               coalesce((select array_agg((x + coalesce(c.missed, 0) * (array[0, 0, 0.25, 0.25, 1])[n]) * @f_traits order by n)
                           from unnest(t.missed) with ordinality as k(x, n)), array[0, 0, 0, 0, 0]::double precision[]) as "TraitMissed",
               coalesce((select array_agg((x + case when n >= 3 then coalesce(c.events, 0) else 0 end)::int order by n)
                           from unnest(t.events) with ordinality as k(x, n)), array[0, 0, 0, 0, 0]) as "TraitEvents",
               coalesce(p.weeks, array[]::date[]) as "Weeks", coalesce(p.judged, array[]::int[]) as "WeekJudged", coalesce(p.at_risk, array[]::int[]) as "WeekAtRisk",
               coalesce(p.confidence, array[]::double precision[]) as "WeekConfidence", coalesce(p.credibility, array[]::double precision[]) as "WeekCredibility",
               coalesce(w.planned_closed, 0) as "PlannedClosed", coalesce(w.planned_closed_before, 0) as "PlannedClosedBefore",
               coalesce(w.expected, 0) - coalesce(h.expected, 0) as "Expected", coalesce(w.expected_before, 0) - coalesce(h.expected_before, 0) as "ExpectedBefore",
               coalesce(w.named, 0) - coalesce(h.named, 0) as "Named", coalesce(w.named_before, 0) - coalesce(h.named_before, 0) as "NamedBefore",
               coalesce(w.kept, 0) - coalesce(h.kept, 0) as "Kept", coalesce(w.kept_before, 0) - coalesce(h.kept_before, 0) as "KeptBefore",
               coalesce(w.kept_late, 0) - coalesce(h.kept_late, 0) as "KeptLate", coalesce(w.kept_late_before, 0) - coalesce(h.kept_late_before, 0) as "KeptLateBefore",
               coalesce(w.broken, 0) - coalesce(h.broken, 0) as "Broken", coalesce(w.broken_before, 0) - coalesce(h.broken_before, 0) as "BrokenBefore",
               coalesce(w.late, 0) - coalesce(h.late, 0) as "Late", coalesce(w.exaggeration, 0) - coalesce(h.exaggeration, 0) as "Exaggeration", coalesce(w.gossip, 0) - coalesce(h.gossip, 0) as "Gossip", coalesce(w.lies, 0) - coalesce(h.lies, 0) as "Lies",
               w.last_touch as "LastTouch", w.last_broken as "LastBroken",
               w.last_exaggeration as "LastExaggeration", w.last_gossip as "LastGossip", w.last_lie as "LastLie"
          from unnest(@reps) as r(id)
          left join relations s on s.rep_id = r.id
          left join counts w on w.rep_id = r.id
          left join held h on h.rep_id = r.id
          left join clock c on c.rep_id = r.id
          left join traits t on t.rep_id = r.id
          left join points p on p.rep_id = r.id
        """;

    /// <summary>One row for each of <paramref name="reps"/>, also for those without customers. The caller has asked whether they may be seen.</summary>
    public Task<List<RepFigures>> RunAsync(Guid[] reps, CoachingPeriod period, ScoringRules rules, CancellationToken cancellation)
    {
        var parameters = ScoresParameters.Of(db.Organization.Id, reps, period.Today, rules);
        parameters.AddRange(
        [
            new NpgsqlParameter<int>("from", period.From.DayNumber), new NpgsqlParameter<int>("before", period.BeforeFrom.DayNumber),
            new NpgsqlParameter<DateOnly>("from_date", period.From), new NpgsqlParameter<DateOnly>("before_date", period.BeforeFrom),
            new NpgsqlParameter<DateOnly>("week_before", period.WeekBefore),
            new NpgsqlParameter<double>("f_traits", Fading.Of(rules.Traits.HalfLife).ToDay(period.Today.DayNumber)),
            new NpgsqlParameter<double>("lateness_habit", rules.Stages.LatenessHabit),
            new NpgsqlParameter<int>("missed_of_five", rules.Stages.MissedOfLastFive),
        ]);
        return db.Database.SqlQueryRaw<RepFigures>(Sql, [.. parameters]).ToListAsync(cancellation);
    }
}
