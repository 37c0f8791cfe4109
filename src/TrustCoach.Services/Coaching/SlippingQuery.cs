using Microsoft.EntityFrameworkCore;
using TrustCoach.Domain.Scoring;
using TrustCoach.Services.Data;
using TrustCoach.Services.Scoring;

namespace TrustCoach.Services.Coaching;

/// <summary>A relationship that needs its rep, with what made it so.</summary>
/// <param name="Before">Credibility thirty days ago, points; null where it was too early to say then.</param>
/// <param name="Now">Credibility now, points.</param>
/// <param name="Missed">What was missed in those days, by kind.</param>
/// <param name="QuietDays">Days since the last contact; null when there was none.</param>
public sealed record Slipping(
    Guid RelationshipId, Guid CustomerId, string Customer, double? Before, double Now, Stage Stage, bool TwoOfLastFiveMissed, bool LatenessHabit,
    IReadOnlyList<(EvidenceKind Kind, int Count)> Missed, int? QuietDays)
{
    /// <summary>Points lost in thirty days; negative for a gain.</summary>
    public double Drop => (Before ?? Now) - Now;
}

/// <summary>
/// Finds the relationships that slip, worst drop first. Credibility thirty days ago is today's sums without what the ledger added
/// since: one statement over those days, whatever the history. A second statement tells of the few that are shown.
/// </summary>
public sealed class SlippingQuery(TrustCoachDb db)
{
    public const int Days = 30;

    private const double NoticedDrop = 3;

    public async Task<IReadOnlyList<Slipping>> RunAsync(
        IReadOnlyDictionary<Guid, RelationshipReading> readings, DateOnly today, ScoringRules rules, int most, CancellationToken cancellation)
    {
        var then = today.AddDays(-Days);
        var alive = readings.Where(r => !r.Value.Standing.Ended).ToList();
        var moved = alive.Where(r => r.Value.Standing.LastDay > then.DayNumber).Select(r => r.Key).ToArray();
        var added = moved.Length == 0 ? [] : (await AddedSinceAsync(moved, then, rules, cancellation)).ToDictionary(a => a.RelationshipId);
        var candidates = alive
            .Select(r => (Id: r.Key, r.Value.Reading, Before: Before(r.Value, added.GetValueOrDefault(r.Key), then, rules), Quiet: today.DayNumber - r.Value.Standing.LastDay >= Days))
            .Where(c => NeedsSomebody(c.Reading, c.Before) || (c.Quiet && !c.Reading.TooEarly))
            .OrderByDescending(c => c.Before - c.Reading.Credibility ?? 0).ThenBy(c => c.Reading.Credibility).ThenBy(c => c.Id)
            .Take(most * 2).ToList();
        if (candidates.Count == 0)
            return [];

        var about = (await AboutAsync([.. candidates.Select(c => c.Id)], then, cancellation)).ToLookup(a => a.RelationshipId);
        return [.. candidates
            .Where(c => about.Contains(c.Id))
            .Select(c => Told(c.Id, c.Reading, c.Before, [.. about[c.Id]], today))
            // What was only quiet in the ledger may have had a courtesy call.
            .Where(s => NeedsSomebody(readings[s.RelationshipId].Reading, s.Before) || s.QuietDays is null or >= Days)
            .Take(most)];
    }

    private static Slipping Told(Guid id, Reading reading, double? before, List<About> about, DateOnly today) => new(
        id, about[0].CustomerId, about[0].Customer, before, reading.Credibility, reading.Stage, reading.TwoOfLastFiveMissed, reading.LatenessHabit,
        [.. about.Where(a => a.Kind is not null).Select(a => ((EvidenceKind)a.Kind!.Value, a.Count)).OrderByDescending(m => m.Count).ThenBy(m => m.Item1)],
        about[0].LastContact is { } last ? Math.Max(0, today.DayNumber - last.DayNumber) : null);

    private static bool NeedsSomebody(Reading reading, double? before) =>
        reading.Stage is Stage.AtRisk or Stage.Broken || (!reading.TooEarly
            && (reading.TwoOfLastFiveMissed || reading.LatenessHabit || before - reading.Credibility >= NoticedDrop));

    // The landmark sums are linear: what was added since is taken off as it weighs on that day. Reputation is today's on both days.
    private static double? Before(RelationshipReading now, Added? added, DateOnly then, ScoringRules rules)
    {
        var (standing, on) = (now.Standing, then.DayNumber);
        if (standing.Judged - (added?.Events ?? 0) < rules.Stages.EnoughEvents)
            return null;
        var sums = standing.On(on, rules);
        sums = sums with { KeptC = Math.Max(0, sums.KeptC - (added?.Kept ?? 0)), MissedC = Math.Max(0, sums.MissedC - (added?.Missed ?? 0)) };
        return ScoreReader.Read(sums, standing.Opening, now.Rho, on, rules).Credibility;
    }

    // SQL, because it sums powers by relationship. A repair takes off what fades from the day of what it repaired.
    private Task<List<Added>> AddedSinceAsync(Guid[] relationships, DateOnly then, ScoringRules rules, CancellationToken cancellation)
    {
        var (organization, half, integrity) = (db.Organization.Id, (double)rules.Credibility.HalfLife, (double)rules.IntegrityHalfLife);
        return db.Database.SqlQuery<Added>($"""
            select l.relationship_id as "RelationshipId", sum(l.kept_units * power(2, (l.day - {then}) / {half})) as "Kept",
                   sum(case when l.kind in (10, 11, 12) then l.missed_units * power(2, (l.day - {then}) / {integrity})
                            else l.missed_units * power(2, (coalesce(r.day, l.day) - {then}) / {half}) end) as "Missed",
                   (count(*) filter (where l.kept_units > 0 or l.missed_units > 0))::int as "Events"
              from ledger l
              left join ledger r on r.organization_id = l.organization_id and r.id = l.ref_id and l.kind in (13, 14)
             where l.organization_id = {organization} and l.relationship_id = any({relationships}) and l.day > {then} and l.status = 1
             group by l.relationship_id
            """).ToListAsync(cancellation);
    }

    // SQL, because the last contact is one probe of the timeline's index a relationship.
    private Task<List<About>> AboutAsync(Guid[] relationships, DateOnly then, CancellationToken cancellation)
    {
        var organization = db.Organization.Id;
        return db.Database.SqlQuery<About>($"""
            select r.id as "RelationshipId", c.id as "CustomerId", c.name as "Customer", t.day as "LastContact", m.kind as "Kind", coalesce(m.count, 0)::int as "Count"
              from relationships r
              join customers c on c.organization_id = r.organization_id and c.id = r.customer_id and c.archived_at is null
              left join lateral (
                    select day from touchpoints
                     where organization_id = r.organization_id and customer_id = r.customer_id and relationship_id = r.id
                       and outcome <> 0 and voided_at is null
                     order by happened_at desc limit 1) t on true
              left join lateral (
                    select kind, count(*) as count from ledger
                     where organization_id = r.organization_id and relationship_id = r.id and day > {then} and status = 1 and missed_units > 0
                       and kind not in (13, 14)
                     group by kind) m on true
             where r.organization_id = {organization} and r.id = any({relationships}) and r.ended_on is null
            """).ToListAsync(cancellation);
    }

    private sealed record Added(Guid RelationshipId, double Kept, double Missed, int Events);

    private sealed record About(Guid RelationshipId, Guid CustomerId, string Customer, DateOnly? LastContact, short? Kind, int Count);
}
