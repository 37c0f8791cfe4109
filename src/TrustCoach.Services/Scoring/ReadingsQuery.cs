using Microsoft.EntityFrameworkCore;
using TrustCoach.Domain.Promises;
using TrustCoach.Domain.Scoring;
using TrustCoach.Services.Data;

namespace TrustCoach.Services.Scoring;

/// <summary>One relationship read on one day, with the standing it was read from.</summary>
/// <param name="Standing">With the promises the clock has broken by then, whether or not a job booked them.</param>
/// <param name="Rho">The rep's reputation in the other relationships, 0 to 1.</param>
public sealed record RelationshipReading(Standing Standing, Reading Reading, double Rho);

/// <summary>Reads the relationships of some reps on a day from their standings: two statements, whatever the history, and a third when the clock's job has fallen behind.</summary>
public sealed class ReadingsQuery(TrustCoachDb db, RuleBook rules)
{
    /// <summary>Every relationship of <paramref name="repIds"/>, by relationship id. The caller has asked whether they may be seen.</summary>
    /// <param name="day">The organization's day of reading, today or later than every event.</param>
    public async Task<Dictionary<Guid, RelationshipReading>> RunAsync(
        IReadOnlyCollection<Guid> repIds, DateOnly day, int rulesVersion, CancellationToken cancellation)
    {
        var book = await rules.OfAsync(db, rulesVersion, cancellation);
        var standings = await db.Standings.AsNoTracking().Where(s => repIds.Contains(s.RepId)).ToListAsync(cancellation);
        var broken = (await BrokenByClockAsync(repIds, day, cancellation)).ToLookup(b => b.RelationshipId, b => b.Evidence);
        var recent = await db.LastOutcomesAsync(standings, broken, cancellation);
        return Read(standings, broken, recent, day, book);
    }

    /// <summary>Reads all relationships of some reps from their standings: the reputation of a rep is that in all the others.</summary>
    /// <param name="broken">What the clock has broken and no job has booked, by relationship.</param>
    /// <param name="recent">Their last outcomes, where <paramref name="broken"/> stands before the last booked day.</param>
    internal static Dictionary<Guid, RelationshipReading> Read(
        IReadOnlyCollection<Standing> standings, ILookup<Guid, Evidence> broken, ILookup<Guid, RecentOutcome> recent, DateOnly day, ScoringRules book)
    {
        var readings = new Dictionary<Guid, RelationshipReading>(standings.Count);
        foreach (var ofRep in standings.Select(s => broken.Contains(s.RelationshipId) ? s.With([.. broken[s.RelationshipId]], book, [.. recent[s.RelationshipId]]) : s).GroupBy(s => s.RepId))
        {
            var reputation = ofRep.Aggregate(new Reputation(), (sum, s) => sum.Plus(Outcomes.Of(s, day.DayNumber, book), book));
            foreach (var standing in ofRep)
            {
                var rho = reputation.Minus(Outcomes.Of(standing, day.DayNumber, book), book).Rho(book.Reputation.Team, book);
                var reading = ScoreReader.Read(standing, standing.Opening, rho, day.DayNumber, book);
                readings[standing.RelationshipId] = new(standing, reading, rho);
            }
        }

        return readings;
    }

    /// <summary>Promises of ours the clock has broken by <paramref name="day"/> and no job has booked yet, as evidence.</summary>
    public async Task<List<ClockBreak>> BrokenByClockAsync(IReadOnlyCollection<Guid> repIds, DateOnly day, CancellationToken cancellation)
    {
        var overdue = await db.Promises.AsNoTracking()
            .Where(p => p.State == PromiseState.Open && p.Direction == Direction.Ours && p.ClosesOn <= day && repIds.Contains(p.RepId)
                && (p.Condition == null || p.ConditionMetAt != null))
            .Select(p => new { p.Id, p.RelationshipId, p.RepId, p.ClosesOn, p.Severity })
            .ToListAsync(cancellation);
        return overdue.ConvertAll(p => new ClockBreak(p.RelationshipId, p.RepId, new Evidence(
            p.Id, p.ClosesOn!.Value.DayNumber, EvidenceKind.PromiseBroken, p.Severity, p.Id, EvidenceLevel.Witnessed)));
    }
}

/// <summary>A promise that the clock has broken, as the evidence it gives.</summary>
public sealed record ClockBreak(Guid RelationshipId, Guid RepId, Evidence Evidence);
