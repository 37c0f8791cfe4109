using TrustCoach.Domain.Scoring;
using TrustCoach.Services.Customers;
using TrustCoach.Services.Data;
using TrustCoach.Services.People;
using TrustCoach.Services.Scoring;

namespace TrustCoach.Services.Numbers;

/// <summary>One outcome of the forecast with its words.</summary>
public sealed record OutcomePart(FadedOutcome Outcome, LedgerFact Fact);

/// <summary>The forecast of a relationship taken apart: P = (Gp + prior * pi) / (Gp + Bp + prior).</summary>
/// <param name="Sum">Gp and Bp.</param>
/// <param name="Expected">pi, 0 to 1: the rep's reputation elsewhere.</param>
/// <param name="Forecast">P, 0 to 1.</param>
/// <param name="Outcomes">The newest first.</param>
public sealed record ForecastParts(WhyOf Of, Outcomes Sum, double Expected, double Prior, double Forecast, IReadOnlyList<OutcomePart> Outcomes);

/// <summary>The stage of a relationship taken apart, in the order of the rules.</summary>
public sealed record StageParts(WhyOf Of, Reading Reading, IReadOnlyList<StageCondition> Conditions);

/// <summary>Reads what the smaller numbers of a relationship are made of: at most seven statements each, whatever its length.</summary>
public sealed class RelationshipPartsQuery(
    TrustCoachDb db, RelationshipLedgerQuery ledgers, RelationshipMoments moments, TimeProvider clock)
{
    /// <summary>Null when the actor sees no scores of that customer, or none of that rep.</summary>
    /// <param name="repId">Whose relationship; null for one's own, else the one that runs.</param>
    public async Task<ForecastParts?> ForecastAsync(Actor actor, Guid customerId, Guid? repId, CancellationToken cancellation)
    {
        if (await ReadAsync(actor, customerId, repId, cancellation) is not { } read)
            return null;
        var (ledger, (evidence, rho, day, book)) = read;
        var outcomes = FadedOutcome.Of(evidence, day, book);
        var facts = await LedgerFacts.OfAsync(db, ledger, outcomes.Select(o => o.Id), cancellation);
        var sums = ClosedForm.Sums(evidence, day, book);
        var sum = new Outcomes(sums.ForecastKept, sums.ForecastMissed);
        return new(
            ledger.OfPage(DateOnly.FromDayNumber(day)), sum, rho, book.Reputation.ForecastPrior, Reputation.Forecast(sum, rho, book),
            [.. outcomes.Reverse().Select(o => new OutcomePart(o, facts[o.Id]))]);
    }

    /// <inheritdoc cref="ForecastAsync" />
    public async Task<StageParts?> StageAsync(Actor actor, Guid customerId, Guid? repId, CancellationToken cancellation)
    {
        if (await ReadAsync(actor, customerId, repId, cancellation) is not { } read)
            return null;
        var (ledger, (evidence, rho, day, book)) = read;
        var sums = ClosedForm.Sums(evidence, day, book);
        var reading = ScoreReader.Read(sums, ledger.Opening, rho, day, book);
        return new(ledger.OfPage(DateOnly.FromDayNumber(day)), reading, StageConditions.Of(sums, reading.Credibility, reading.Trust, day, book));
    }

    private async Task<(RelationshipLedger Ledger, Moment Moment)?> ReadAsync(Actor actor, Guid customerId, Guid? repId, CancellationToken cancellation)
    {
        if (await ledgers.RunAsync(actor, customerId, repId, false, cancellation) is not { } ledger)
            return null;
        return (ledger, (await moments.AsKnownNowAsync(actor, ledger, actor.Today(clock.GetUtcNow()), cancellation)).At);
    }
}
