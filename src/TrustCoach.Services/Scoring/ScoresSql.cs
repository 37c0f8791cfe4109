namespace TrustCoach.Services.Scoring;

/// <summary>
/// The formulas of scoring.md 4.2 to 4.6 in SQL, the twin of <c>ScoreReader</c>: one statement reads every relationship of
/// some reps, however many, from their standings. The constants come from the rules as parameters
/// (<see cref="ScoresParameters"/>); a test compares the two on random histories.
/// </summary>
public static class ScoresSql
{
    /// <summary>
    /// Common table expressions, to stand after "with". The last, <c>scored</c>, has a row for each relationship of @reps, read on @day:
    /// relationship_id, rep_id, ended, judged, first_day, last_day, credible_day, encounters_until_credible, rho, confidence, forecast,
    /// credibility, weight (A + L of credibility), raw_trust, trust, ceiling, stage, missed_of_last_five, lateness, and what the clock has broken unbooked (clock_*).
    /// </summary>
    /// <remarks>
    /// "offset 0" keeps Postgres from writing a formula out again wherever its result is used; trust is written out, because few rows
    /// and few readers need it. Totals by rep are joined, which is cheaper than a window's sort. Landmark sums need one factor for all rows; only a lateness and a promise that the clock has broken since the last booking have a power of their own.
    /// </remarks>
    public const string Scored = $"""
        {Broken},
        {Interleaved},
        sums as (
            select s.relationship_id, s.rep_id, s.ended, s.ceiling, s.credible_day, s.encounters_until_credible,
                   s.last_grave_lie_day, s.last_integrity_day, s.recent_outcomes, s.late_load, s.last_late_day, s.late_on_last_day,
                   s.judged + coalesce(b.events, 0) as judged,
                   least(s.first_day, b.first_day) as first_day,
                   greatest(s.last_day, b.last_day) as last_day,
                   s.kept_c * @f_credibility as kept_c,
                   (s.missed_c + coalesce(b.missed_c, 0)) * @f_credibility + s.integrity * @f_integrity as missed_c,
                   s.kept_t * @f_trust as kept_t,
                   (s.missed_t + coalesce(b.missed_t, 0)) * @f_trust + s.integrity * @f_integrity as missed_t,
                   (s.evidence_weight + coalesce(b.evidence_weight, 0)) * @f_evidence as evidence,
                   s.forecast_kept * @f_forecast as kept,
                   (s.forecast_missed + coalesce(b.forecast_missed, 0)) * @f_forecast as missed,
                   (case s.climate when 1 then @cold when 2 then @inbound when 3 then @referral when 4 then @existing else @cold end)
                     + (case when s.burned then @burned else 0 end) as shift,
                   coalesce(b.events, 0) as clock_events, coalesce(b.missed_traits, 0) as clock_missed
              from unnest(@reps) as rep(id)
              join standings s on s.organization_id = @organization and s.rep_id = rep.id
              left join broken b on b.relationship_id = s.relationship_id
        ),
        totals as (
            select rep_id, sum(kept * {Scale}) as kept, sum((kept + missed) * {Scale}) as outcomes from sums group by rep_id
        ),
        reputed as (
            select s.*, least(greatest((greatest(t.kept - s.kept * {ScaleOfOne}, 0) + @team_weight * @team)
                     / (greatest(t.outcomes - (s.kept + s.missed) * {ScaleOfOne}, 0) + @team_weight), 0), 1) as rho
              from sums s join totals t on t.rep_id = s.rep_id
            offset 0
        ),
        pointed as (
            select *, evidence / (evidence + @confidence_prior) as confidence,
                   100 * (@c_prior * least(greatest(@c_start + @c_gain * rho + @c_climate * shift, 0), 1) + kept_c)
                       / (@c_prior + kept_c + @c_loss * missed_c) as credibility,
                   @c_prior + kept_c + @c_loss * missed_c as weight
              from reputed offset 0
        ),
        scored as (
            select relationship_id, rep_id, ended, judged, first_day, last_day, credible_day, encounters_until_credible,
                   rho, confidence, (kept + @forecast_prior * rho) / (kept + missed + @forecast_prior) as forecast,
                   credibility, weight, {RawTrust} as raw_trust, least({RawTrust}, ceiling) as trust, ceiling, clock_events, clock_missed,
                   last_grave_lie_day, last_integrity_day,
                   coalesce(i.missed_of_five, bit_count((((recent_outcomes << least(clock_events, 5)) | ((1 << least(clock_events, 5)) - 1)) & 31)::bit(5))::int) as missed_of_last_five,
                   case when last_late_day is null then 1 else least(@lateness_most, 1 + late_load * @f_lateness
                       + case when last_late_day < @day then late_on_last_day * power(2, (last_late_day - @day) / @h_lateness) else 0 end)
                   end as lateness,
                   case when judged >= @enough and credibility < @broken_credibility and least({RawTrust}, ceiling) < @broken_trust
                          or @day - last_grave_lie_day <= @grave_lie_days then 6
                        when judged >= @enough and credibility < @risk_credibility
                          or judged = @enough - 1 and credibility < @risk_credibility_of_two
                          or @day - last_integrity_day <= @integrity_days then 5
                        when judged >= @trusted_events and @day - first_day >= @trusted_days
                         and credibility >= @trusted_credibility and least({RawTrust}, ceiling) >= @trusted_trust then 4
                        when judged >= @enough and credibility >= @credible_credibility then 3
                        when judged >= 1 and credibility >= @doubt_credibility then 2
                        else 1 end as stage
              from pointed left join interleaved i using (relationship_id) offset 0
        )
        """;

    /// <summary>What the clock has broken by @day and no job has booked yet, by relationship, as landmark sums.</summary>
    private const string Broken = """
        broken as (
            select relationship_id, count(*)::int as events, min(730119 + age::int) as first_day, max(730119 + age::int) as last_day,
                   sum(units * power(2, age / @h_credibility)) as missed_c, sum(units * power(2, age / @h_trust)) as missed_t,
                   sum(power(2, age / @h_evidence)) as evidence_weight, sum(power(2, age / @h_forecast)) as forecast_missed,
                   sum(units * power(2, age / @h_traits)) as missed_traits
              from (select relationship_id, (closes_on - date '2000-01-01')::double precision as age,
                           case when severity <= 1 then @broken_mild when severity = 2 then @broken_normal else @broken_severe end as units
                      from promises
                     where organization_id = @organization and state = 1 and direction = 1 and closes_on <= @today and rep_id = any(@reps)
                       and (condition is null or condition_met_at is not null)) p
             group by relationship_id
        )
        """;

    /// <summary>
    /// How many of the last five outcomes were missed where the clock has broken something before the last booked day: only the
    /// ledger says what stands before it and what after. Elsewhere what the clock has broken is the newest.
    /// </summary>
    private const string Interleaved = """
        interleaved as (
            select b.relationship_id, (
                   select count(*) filter (where o.missed)::int from (
                       (select l.day, l.missed_units > 0 as missed from ledger l
                         where l.organization_id = @organization and l.relationship_id = b.relationship_id and l.status = 1 and l.kind not in (8, 13, 14)
                           and (l.kept_units > 0 or l.missed_units > 0)
                         order by l.day desc, l.missed_units > 0 desc limit 5)
                       union all
                       (select p.closes_on, true from promises p
                         where p.organization_id = @organization and p.relationship_id = b.relationship_id and p.state = 1 and p.direction = 1
                           and p.closes_on <= @today and (p.condition is null or p.condition_met_at is not null))
                       order by 1 desc, 2 desc limit 5) o) as missed_of_five
              from broken b join standings s on s.organization_id = @organization and s.relationship_id = b.relationship_id
             where b.first_day < s.last_day
        )
        """;

    /// <summary>f: what a relationship's outcomes count in the rep's reputation; a big customer counts for so many only.</summary>
    private const string Scale = "case when kept + missed > @most_of_one then @most_of_one / (kept + missed) else 1 end";

    private const string ScaleOfOne = "case when s.kept + s.missed > @most_of_one then @most_of_one / (s.kept + s.missed) else 1 end";

    private const string RawTrust = """
        (100 * (@t_prior * least(greatest(@t_start + @t_gain * rho + @t_climate * shift, 0), 1) + kept_t) / (@t_prior + kept_t + @t_loss * missed_t))
        """;
}
