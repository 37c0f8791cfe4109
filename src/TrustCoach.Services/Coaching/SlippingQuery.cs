using Microsoft.EntityFrameworkCore;
using TrustCoach.Domain.Scoring;
using TrustCoach.Services.Data;

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

/// <summary>Finds the relationships that slip, worst drop first; one statement tells of the few that are shown.</summary>
public sealed class SlippingQuery(TrustCoachDb db)
{
    public const int Days = 30;

    private const double NoticedDrop = 3;

    /// <param name="scores">The rep's relationships now and <see cref="Days"/> ago.</param>
    /// <param name="today">The organization's day.</param>
    public async Task<IReadOnlyList<Slipping>> RunAsync(
        IReadOnlyList<RecentScore> scores, DateOnly today, ScoringRules rules, int most, CancellationToken cancellation)
    {
        var stages = rules.Stages;
        var candidates = scores
            .Where(s => NeedsSomebody(s, stages) || (today.DayNumber - s.LastDay >= Days && s.Judged >= stages.EnoughEvents))
            .OrderByDescending(s => s.Before - s.Credibility ?? 0).ThenBy(s => s.Credibility).ThenBy(s => s.RelationshipId)
            .Take(most * 2).ToList();
        if (candidates.Count == 0)
            return [];

        var about = (await AboutAsync([.. candidates.Select(c => c.RelationshipId)], today.AddDays(-Days), cancellation)).ToLookup(a => a.RelationshipId);
        return [.. candidates
            .Where(c => about.Contains(c.RelationshipId))
            .Select(c => (Score: c, Told: Told(c, [.. about[c.RelationshipId]], today, stages)))
            // What was only quiet in the ledger may have had a courtesy call.
            .Where(c => NeedsSomebody(c.Score, stages) || c.Told.QuietDays is null or >= Days)
            .Select(c => c.Told)
            .Take(most)];
    }

    private static Slipping Told(RecentScore score, List<About> about, DateOnly today, StageRules stages) => new(
        score.RelationshipId, about[0].CustomerId, about[0].Customer, score.Before, score.Credibility, (Stage)score.Stage,
        score.MissedOfLastFive >= stages.MissedOfLastFive, score.Lateness >= stages.LatenessHabit,
        [.. about.Where(a => a.Kind is not null).Select(a => ((EvidenceKind)a.Kind!.Value, a.Count)).OrderByDescending(m => m.Count).ThenBy(m => m.Item1)],
        about[0].LastContact is { } last ? Math.Max(0, today.DayNumber - last.DayNumber) : null);

    private static bool NeedsSomebody(RecentScore score, StageRules stages) =>
        (Stage)score.Stage is Stage.AtRisk or Stage.Broken || (score.Judged >= stages.EnoughEvents
            && (score.MissedOfLastFive >= stages.MissedOfLastFive || score.Lateness >= stages.LatenessHabit
                || score.Before - score.Credibility >= NoticedDrop));

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

    private sealed record About(Guid RelationshipId, Guid CustomerId, string Customer, DateOnly? LastContact, short? Kind, int Count);
}
