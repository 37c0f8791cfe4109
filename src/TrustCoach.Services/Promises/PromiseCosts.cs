using Microsoft.EntityFrameworkCore;
using TrustCoach.Domain;
using TrustCoach.Domain.Promises;
using TrustCoach.Domain.Scoring;
using TrustCoach.Services.Data;
using TrustCoach.Services.People;
using TrustCoach.Services.Scoring;

namespace TrustCoach.Services.Promises;

/// <summary>What waiting with one promise costs, in points of credibility with that customer as they stand today.</summary>
/// <param name="Now">What it has cost already if it is kept at once; null while that costs nothing.</param>
/// <param name="Then">What it costs after <see cref="CostStep.Until"/>.</param>
public sealed record PromiseCost(CostStep Step, double? Now, double Then);

/// <summary>What one more missed event weighs in a relationship today.</summary>
/// <param name="Credibility">Points, 0 to 100.</param>
/// <param name="Weight">A + L of credibility, in kept encounters.</param>
/// <param name="Lateness">How many times its weight a lateness counts.</param>
public readonly record struct AtStake(double Credibility, double Weight, double Lateness);

/// <summary>Says of promises of ours that are due today or overdue what waiting costs.</summary>
public sealed class PromiseCosts(TrustCoachDb db, FewReadingsQuery readings, RuleBook rules, TimeProvider clock)
{
    /// <summary>Reads the relationships of what is due: three statements, none when nothing is.</summary>
    public async Task<IReadOnlyList<PromiseRow>> WeighAsync(Actor actor, IReadOnlyList<PromiseRow> rows, CancellationToken cancellation)
    {
        var (now, book) = (clock.GetUtcNow(), await rules.OfAsync(db, actor.RulesVersion, cancellation));
        var due = rows.Where(row => IsDue(row, actor, now)).Select(row => row.RelationshipId).ToHashSet();
        if (due.Count == 0)
            return rows;
        var today = actor.Today(now);
        var standings = await db.Standings.AsNoTracking().Where(s => due.Contains(s.RelationshipId)).ToListAsync(cancellation);
        var read = await readings.RunAsync(standings, today, actor.RulesVersion, cancellation);
        return Weigh(actor, rows, id => read.TryGetValue(id, out var reading) ? Of(reading, today.DayNumber, book) : null, book, now);
    }

    /// <summary>The same from what a page has read already.</summary>
    /// <param name="atStake">By relationship; null where nothing is known.</param>
    public static IReadOnlyList<PromiseRow> Weigh(
        Actor actor, IReadOnlyList<PromiseRow> rows, Func<Guid, AtStake?> atStake, ScoringRules rules, DateTimeOffset now) =>
        [.. rows.Select(row => IsDue(row, actor, now) && atStake(row.RelationshipId) is { } stake ? row with { Cost = Of(row, stake, actor, rules, now) } : row)];

    private static bool IsDue(PromiseRow row, Actor actor, DateTimeOffset now) =>
        row.Direction == Direction.Ours && row.State == PromiseState.Open && !row.WaitsOnCondition
        && row.DueAt < Days.EndOf(Days.Of(now, actor.Zone), actor.Zone);

    private static PromiseCost? Of(PromiseRow row, AtStake stake, Actor actor, ScoringRules rules, DateTimeOffset now)
    {
        if (row.ClosedOn is not { } closesOn || CostStep.Of(row.DueAt, closesOn, actor.OrganizationZone, now) is not { } step)
            return null;
        double Points(EvidenceKind kind) => CostStep.Points(kind, stake.Credibility, stake.Weight, stake.Lateness, row.Severity, rules);
        return new(step, step.Now is { } already ? Points(already) : null, Points(step.Then));
    }

    private static AtStake Of(RelationshipReading read, int today, ScoringRules rules)
    {
        var sums = read.Standing.On(Math.Max(today, read.Standing.LastDay ?? today), rules);
        var score = ScoreSum.Of(sums, read.Standing.Opening, read.Rho, rules, ScoreKind.Credibility);
        return new(score.Points, score.Weight, Math.Min(1 + sums.LateLoad, rules.LatenessMost));
    }
}
