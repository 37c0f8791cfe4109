using TrustCoach.Domain;
using TrustCoach.Domain.Coaching;
using TrustCoach.Domain.Scoring;
using TrustCoach.Services.Data;
using TrustCoach.Services.People;

namespace TrustCoach.Services.Scoring;

/// <summary>What is assumed.</summary>
/// <param name="By">The day of the projection; the coming Friday when null.</param>
/// <param name="Kept">Open promises that are kept; all of them when null.</param>
/// <param name="Met">Expectations met until then; when null, one where no promise is open.</param>
public sealed record WhatIfAsked(Guid CustomerId, Guid? RepId, ScoreKind Score, DateOnly? By, IReadOnlySet<Guid>? Kept, int? Met);

/// <summary>Reads a relationship on a later day as if some things were done, and says what would move it most.</summary>
public sealed class WhatIfQuery(TrustCoachDb db, RelationshipLedgerQuery ledgers, RelationshipMoments moments, TimeProvider clock)
{
    /// <summary>Null when the actor may not see it. What cannot be assumed is left out, and said.</summary>
    public async Task<WhatIfPage?> RunAsync(Actor actor, WhatIfAsked asked, CancellationToken cancellation)
    {
        if (await ledgers.RunAsync(actor, asked.CustomerId, asked.RepId, false, cancellation) is not { } ledger)
            return null;
        var of = ledger.OfPage(actor.Today(clock.GetUtcNow()));
        var problem = Problem(of, asked);
        var (today, now) = (of.Today.DayNumber, (await moments.AsKnownNowAsync(actor, ledger, of.Today, cancellation)).At);
        var by = problem?.Field == "By" ? Friday(of.Today) : asked.By ?? Friday(of.Today);
        // What the clock has broken already cannot be kept any more.
        var owed = ledger.Owed.Where(p => p.BrokenBy(today) is null).ToList();
        var kept = owed.Where(p => asked.Kept?.Contains(p.Id) ?? true).Select(p => p.Id).ToHashSet();
        var met = problem?.Field == "Met" ? 0 : asked.Met ?? (owed.Count == 0 ? 1 : 0);
        var projection = new Projection(now.Evidence, owed, ledger.Opening, now.Rho, today, by.DayNumber, now.Rules);
        var levers = projection.Levers(asked.Score);
        var facts = await LedgerFacts.OfAsync(db, ledger, levers.Select(l => l.Subject).OfType<Guid>(), cancellation);
        return new WhatIfPage
        {
            Of = of,
            Score = asked.Score,
            By = by,
            Owed = owed,
            Kept = kept,
            Met = met,
            Now = ScoreReader.Read(Standing.Fold(now.Evidence, now.Rules), ledger.Opening, now.Rho, today, now.Rules),
            Idle = projection.If(new HashSet<Guid>(), 0),
            Then = projection.If(kept, met),
            Levers = [.. levers.Select(l => new LeverRow(l, owed.Find(p => p.Id == l.Subject)?.Text, l.Subject is { } id ? facts.GetValueOrDefault(id) : null))],
            Problem = problem,
        };
    }

    private static Problem? Problem(WhyOf of, WhatIfAsked asked)
    {
        if (asked.By < of.Today)
            return new Problem("By", "That day has passed. Pick today or a day to come.");
        if (asked.By > of.Today.AddDays(WhatIfPage.MostDaysAhead))
            return new Problem("By", "Look at most a year ahead.");
        return asked.Met is < 0 or > WhatIfPage.MostMet ? new Problem("Met", $"Assume between 0 and {WhatIfPage.MostMet} met expectations.") : null;
    }

    private static DateOnly Friday(DateOnly today) => today.AddDays(((DayOfWeek.Friday - today.DayOfWeek + 6) % 7) + 1);
}
