using Microsoft.EntityFrameworkCore;
using TrustCoach.Domain.Coaching;
using TrustCoach.Domain.Customers;
using TrustCoach.Domain.Scoring;
using TrustCoach.Services.Data;

namespace TrustCoach.Services.Coaching;

/// <summary>A relationship that needs its rep, with what made it so.</summary>
/// <param name="Before">Credibility thirty days ago, points; null where it was too early to say then.</param>
/// <param name="Now">Credibility now, points.</param>
public sealed record Slipping(Guid RelationshipId, Guid CustomerId, string Customer, double? Before, double Now, RelationshipSigns Signs)
{
    /// <summary>Why, and one thing to do about it.</summary>
    public RelationshipHint Hint { get; } = RelationshipHints.For(Signs);


    /// <summary>Points lost in thirty days; negative for a gain.</summary>
    public double Drop => (Before ?? Now) - Now;
}

/// <summary>A rep's relationships that need somebody.</summary>
/// <param name="Needing">Those that slip, worst drop first.</param>
/// <param name="Quiet">Those nothing is wrong with but the silence, longest first.</param>
/// <param name="MoreNeeding">There are more that slip than were asked for.</param>
/// <param name="MoreQuiet">There are more quiet ones than were asked for.</param>
public sealed record SlippingReading(IReadOnlyList<Slipping> Needing, IReadOnlyList<Slipping> Quiet, bool MoreNeeding, bool MoreQuiet)
{
    public bool More => MoreNeeding || MoreQuiet;
}

/// <summary>Finds the relationships that slip and those that have gone quiet; one statement tells of the few that are shown.</summary>
public sealed class SlippingQuery(TrustCoachDb db)
{
    public const int Days = 30;

    private const double NoticedDrop = 3;

    /// <param name="scores">The rep's relationships now and <see cref="Days"/> ago.</param>
    /// <param name="today">The organization's day.</param>
    /// <param name="most">How many of each.</param>
    public async Task<SlippingReading> RunAsync(
        IReadOnlyList<RecentScore> scores, DateOnly today, ScoringRules rules, int most, CancellationToken cancellation)
    {
        var stages = rules.Stages;
        var slipping = scores.Where(s => NeedsSomebody(s, stages))
            .OrderByDescending(s => s.Before - s.Credibility ?? 0).ThenBy(s => s.Credibility).ThenBy(s => s.RelationshipId).Take(most * 2);
        // What is quiet in the ledger may have had a courtesy call: more are asked for than shown.
        var silent = scores.Where(s => !NeedsSomebody(s, stages) && IsSilent(s, today, stages)).OrderBy(s => s.LastDay).ThenBy(s => s.RelationshipId).Take(most * 2);
        RecentScore[] candidates = [.. slipping, .. silent];
        if (candidates.Length == 0)
            return new([], [], false, false);

        var about = (await AboutAsync([.. candidates.Select(c => c.RelationshipId)], today.AddDays(-Days), cancellation)).ToLookup(a => a.RelationshipId);
        var told = candidates.Where(c => about.Contains(c.RelationshipId)).Select(c => (Score: c, Told: Told(c, [.. about[c.RelationshipId]], today, rules))).ToList();
        bool IsQuiet((RecentScore Score, Slipping Told) row) => row.Told.Hint.Rule == RelationshipRule.Quiet;
        List<Slipping> needing = [.. told.Where(row => NeedsSomebody(row.Score, stages) && !IsQuiet(row)).Select(row => row.Told)];
        List<Slipping> quiet = [.. told.Where(IsQuiet).Select(row => row.Told).OrderByDescending(t => t.Signs.QuietDays)];
        return new([.. needing.Take(most)], [.. quiet.Take(most)], needing.Count > most, quiet.Count > most);
    }

    private static Slipping Told(RecentScore score, List<About> about, DateOnly today, ScoringRules rules) => new(
        score.RelationshipId, about[0].CustomerId, about[0].Customer, score.Before, score.Credibility, new RelationshipSigns(
            (Stage)score.Stage, score.MissedOfLastFive >= rules.Stages.MissedOfLastFive, score.Lateness >= rules.Stages.LatenessHabit,
            [.. about.Where(a => a.Kind is not null).Select(a => ((EvidenceKind)a.Kind!.Value, a.Count)).OrderByDescending(m => m.Count).ThenBy(m => m.Item1)],
            about[0].LastContact is { } last ? Math.Max(0, today.DayNumber - last.DayNumber) : null, Days,
            today.DayNumber - score.LastIntegrityDay is { } ago && ago <= rules.Stages.IntegrityDays ? ago : null,
            about.Max(a => a.Unrepaired)?.AddDays(rules.Repair.WithinDays) is { } until && until >= today ? until : null));

    private static bool IsSilent(RecentScore score, DateOnly today, StageRules stages) =>
        today.DayNumber - score.LastDay >= Relationship.QuietDays && score.Judged >= stages.EnoughEvents;

    private static bool NeedsSomebody(RecentScore score, StageRules stages) =>
        (Stage)score.Stage is Stage.AtRisk or Stage.Broken || (score.Judged >= stages.EnoughEvents
            && (score.MissedOfLastFive >= stages.MissedOfLastFive || score.Lateness >= stages.LatenessHabit
                || score.Before - score.Credibility >= NoticedDrop));

    // SQL, because the last contact is one probe of the timeline's index a relationship.
    private Task<List<About>> AboutAsync(Guid[] relationships, DateOnly then, CancellationToken cancellation)
    {
        var organization = db.Organization.Id;
        return db.Database.SqlQuery<About>($"""
            select r.id as "RelationshipId", c.id as "CustomerId", c.name as "Customer", t.day as "LastContact", m.kind as "Kind", coalesce(m.count, 0)::int as "Count",
                   m.unrepaired as "Unrepaired"
              from relationships r
              join customers c on c.organization_id = r.organization_id and c.id = r.customer_id and c.archived_at is null
              left join lateral (
                    select day from touchpoints
                     where organization_id = r.organization_id and customer_id = r.customer_id and relationship_id = r.id
                       and outcome <> 0 and voided_at is null
                     order by happened_at desc limit 1) t on true
              left join lateral (
                    select l.kind, count(*) as count, max(l.day) filter (where l.kind in (3, 6, 7, 9) and a.id is null) as unrepaired
                      from ledger l
                      left join ledger a on a.organization_id = l.organization_id and a.relationship_id = l.relationship_id
                           and a.ref_id = l.id and a.kind in (13, 14) and a.status = 1 and a.day > {then}
                     where l.organization_id = r.organization_id and l.relationship_id = r.id and l.day > {then} and l.status = 1 and l.missed_units > 0
                       and l.kind not in (13, 14)
                     group by l.kind) m on true
             where r.organization_id = {organization} and r.id = any({relationships}) and r.ended_on is null
            """).ToListAsync(cancellation);
    }

    private sealed record About(Guid RelationshipId, Guid CustomerId, string Customer, DateOnly? LastContact, short? Kind, int Count, DateOnly? Unrepaired);
}
