using TrustCoach.Domain;
using TrustCoach.Domain.Scoring;
using TrustCoach.Services.Data;
using TrustCoach.Services.People;

namespace TrustCoach.Services.Scoring;

/// <summary>A relationship at a moment, and by which version of the rules it is read.</summary>
public sealed record KnownMoment(Moment At, int RulesVersion);

/// <summary>Puts a relationship's ledger, the rep's reputation and the rules of a day together.</summary>
public sealed class RelationshipMoments(TrustCoachDb db, RuleBook rules, ReputationQuery today, ReputationThenQuery past, TimeProvider clock)
{
    /// <summary>A day as it is known now, by the rules in force now.</summary>
    public async Task<KnownMoment> AsKnownNowAsync(Actor actor, RelationshipLedger ledger, DateOnly day, CancellationToken cancellation)
    {
        var book = await rules.OfAsync(db, actor.RulesVersion, cancellation);
        var evidence = ledger.On(day);
        return new(new(evidence, await RhoAsync(actor, ledger, day, evidence, book, cancellation), day.DayNumber, book), actor.RulesVersion);
    }

    /// <summary>A past day as it was known at its end, by the rules then in force.</summary>
    public Task<KnownMoment> AsKnownThenAsync(Actor actor, RelationshipLedger ledger, DateOnly day, CancellationToken cancellation) =>
        AsKnownAtAsync(ledger, day, Days.EndOf(day, actor.OrganizationZone), cancellation);

    /// <summary>A day as it was known at a moment of it, by the rules then in force.</summary>
    public async Task<KnownMoment> AsKnownAtAsync(RelationshipLedger ledger, DateOnly day, DateTimeOffset at, CancellationToken cancellation)
    {
        var version = await RuleBook.VersionAtAsync(db, at, cancellation);
        var book = await rules.OfAsync(db, version, cancellation);
        var outcomes = await past.RunAsync(ledger.Relationship.RepId, day, at, book, cancellation);
        return new(new(ledger.KnownOn(day, at), ReputationThenQuery.RhoOf(ledger.Relationship.Id, outcomes, book), day.DayNumber, book), version);
    }

    // Today's reputation stands summed up in the standings; that of a past day is in the ledgers alone.
    private async Task<double> RhoAsync(
        Actor actor, RelationshipLedger ledger, DateOnly day, Evidence[] evidence, ScoringRules book, CancellationToken cancellation)
    {
        var repId = ledger.Relationship.RepId;
        if (day < actor.Today(clock.GetUtcNow()))
            return ReputationThenQuery.RhoOf(ledger.Relationship.Id, await past.RunAsync(repId, day, null, book, cancellation), book);
        var all = (await today.RunAsync([repId], day, actor.RulesVersion, cancellation)).GetValueOrDefault(repId);
        return ReputationQuery.RhoOf(Standing.Fold(evidence, book), all, day, book);
    }
}
