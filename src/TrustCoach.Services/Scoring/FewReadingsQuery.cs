using Microsoft.EntityFrameworkCore;
using TrustCoach.Domain.Promises;
using TrustCoach.Domain.Scoring;
using TrustCoach.Services.Data;

namespace TrustCoach.Services.Scoring;

/// <summary>Reads some standings a page has fetched already: two statements, however many relationships their reps have besides.</summary>
public sealed class FewReadingsQuery(TrustCoachDb db, RuleBook rules, ReputationQuery reputations)
{
    /// <summary>By relationship id. The caller has asked whether they may be seen.</summary>
    /// <param name="day">The organization's day of reading, today or later than every event.</param>
    public async Task<Dictionary<Guid, RelationshipReading>> RunAsync(
        IReadOnlyCollection<Standing> standings, DateOnly day, int rulesVersion, CancellationToken cancellation)
    {
        var book = await rules.OfAsync(db, rulesVersion, cancellation);
        var broken = await BrokenByClockAsync([.. standings.Select(s => s.RelationshipId)], day, cancellation);
        var recent = await db.LastOutcomesAsync(standings, broken, cancellation);
        var reputation = await reputations.RunAsync([.. standings.Select(s => s.RepId).Distinct()], day, rulesVersion, cancellation);
        return standings.ToDictionary(s => s.RelationshipId, s =>
        {
            var standing = broken.Contains(s.RelationshipId) ? s.With([.. broken[s.RelationshipId]], book, [.. recent[s.RelationshipId]]) : s;
            var rho = ReputationQuery.RhoOf(standing, reputation.GetValueOrDefault(s.RepId), day, book);
            return new RelationshipReading(standing, ScoreReader.Read(standing, standing.Opening, rho, day.DayNumber, book), rho);
        });
    }

    private async Task<ILookup<Guid, Evidence>> BrokenByClockAsync(Guid[] relationshipIds, DateOnly day, CancellationToken cancellation)
    {
        var overdue = await db.Promises.AsNoTracking()
            .Where(p => relationshipIds.Contains(p.RelationshipId) && p.State == PromiseState.Open && p.Direction == Direction.Ours
                && p.ClosesOn <= day && (p.Condition == null || p.ConditionMetAt != null))
            .Select(p => new { p.Id, p.RelationshipId, p.ClosesOn, p.Severity })
            .ToListAsync(cancellation);
        return overdue.ToLookup(p => p.RelationshipId, p => new Evidence(
            p.Id, p.ClosesOn!.Value.DayNumber, EvidenceKind.PromiseBroken, p.Severity, p.Id, EvidenceLevel.Witnessed));
    }
}
