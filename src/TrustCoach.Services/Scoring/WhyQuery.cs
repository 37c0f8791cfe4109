using TrustCoach.Domain;
using TrustCoach.Domain.Scoring;
using TrustCoach.Services.Customers;
using TrustCoach.Services.Data;
using TrustCoach.Services.People;

namespace TrustCoach.Services.Scoring;

/// <summary>What was asked of a why page.</summary>
/// <param name="RepId">Whose relationship; null for one's own, else the one that runs.</param>
/// <param name="On">The day to read; today when null.</param>
/// <param name="AsKnownThen">With what was known on that day, by the rules then in force.</param>
/// <param name="Page">From 1.</param>
public sealed record WhyAsked(Guid CustomerId, Guid? RepId, ScoreKind Score, DateOnly? On, bool AsKnownThen, int Page);

/// <summary>Takes one score of a relationship apart, on any day: seven statements, whatever the history.</summary>
public sealed class WhyQuery(TrustCoachDb db, RelationshipLedgerQuery ledgers, RelationshipMoments moments, TimeProvider clock)
{
    /// <summary>Null when the actor may not see it. A day on which there is nothing to read gives today, and says so.</summary>
    public async Task<WhyPage?> RunAsync(Actor actor, WhyAsked asked, CancellationToken cancellation)
    {
        var today = actor.Today(clock.GetUtcNow());
        if (await ledgers.RunAsync(actor, asked.CustomerId, asked.RepId, asked.On < today, cancellation) is not { } ledger)
            return null;
        var of = ledger.OfPage(today);
        var problem = of.Problem(asked.On);
        var day = problem is null ? asked.On ?? of.Today : of.Today;
        var past = day < of.Today;
        var now = await moments.AsKnownNowAsync(actor, ledger, day, cancellation);
        var then = past ? await moments.AsKnownThenAsync(actor, ledger, day, cancellation) : now;
        var shown = asked.AsKnownThen && past ? then : now;
        var page = Explain(ledger, of, shown, asked, out var ids);
        var later = past ? Differences(then.At.Evidence, now.At.Evidence) : [];
        var held = ledger.Entries.Where(e => e.Status == LedgerStatus.Held && e.Day <= day).Select(e => e.Id).ToList();
        var facts = await LedgerFacts.OfAsync(db, ledger, [.. ids, .. later, .. held], cancellation);
        var (otherAt, points) = (shown == now ? then : now, page.Points);
        var other = past ? Points(ScoreReader.Read(Standing.Fold(otherAt.At.Evidence, otherAt.At.Rules), ledger.Opening, otherAt.At.Rho, day.DayNumber, otherAt.At.Rules), asked.Score) : points;
        return page with
        {
            Rows = [.. page.Rows.Select(r => r.Line.EvidenceId is { } id && facts.TryGetValue(id, out var fact) ? r with { Event = fact, DaysLate = DaysLate(actor, fact) } : r)],
            DayProblem = problem,
            Held = [.. held.Where(facts.ContainsKey).Select(id => facts[id])],
            OtherPoints = Tenth(other) == Tenth(points) ? null : other,
            KnownLater = [.. later.Where(facts.ContainsKey).Select(id => facts[id])],
        };
    }

    private static WhyPage Explain(
        RelationshipLedger ledger, WhyOf of, KnownMoment known, WhyAsked asked, out List<Guid> ids)
    {
        var (evidence, rho, day, rules) = known.At;
        var opening = ledger.Opening;
        var sums = Standing.Fold(evidence, rules).On(day, rules);
        var reading = ScoreReader.Read(sums, opening, rho, day, rules);
        var credibility = Chronicle.Of(evidence, opening, rho, day, rules, ScoreKind.Credibility);
        var trust = Chronicle.Of(evidence, opening, rho, day, rules, ScoreKind.Trust);
        var pages = Math.Max(1, (evidence.Length + WhyPage.PageSize - 1) / WhyPage.PageSize);
        var number = Math.Clamp(asked.Page, 1, pages);
        var start = StartPart.Of(opening, rho, rules);
        var lines = ScoreAccount.Of(credibility, trust, reading, WhyPage.PageSize, (number - 1) * WhyPage.PageSize, start);
        ids = [.. lines.Select(l => l.EvidenceId).OfType<Guid>().Distinct()];
        var weights = EventWeight.Of(evidence, day, rules, asked.Score);
        var without = Counterfactual.Without(ids, evidence, opening, rho, day, rules);
        WhyRow Row(AccountLine line)
        {
            var points = asked.Score == ScoreKind.Trust ? line.Trust : line.Credibility;
            return line is { Kind: AccountKind.Event, EvidenceId: { } id }
                ? new(line, points, null, weights.GetValueOrDefault(id), without.TryGetValue(id, out var w) ? Points(w, asked.Score) : null)
                : new(line, points);
        }

        return new WhyPage
        {
            Of = of,
            Score = asked.Score,
            Day = DateOnly.FromDayNumber(day),
            AsKnownThen = asked.AsKnownThen && day < of.Today.DayNumber,
            Reading = reading,
            Sum = ScoreSum.Of(sums, opening, rho, rules, asked.Score),
            Rho = rho,
            Rules = rules,
            RulesVersion = known.RulesVersion,
            Parts = Parts(asked.Score == ScoreKind.Trust ? trust : credibility, start, reading, asked.Score),
            Rows = [.. lines.Where(l => l.Kind != AccountKind.Ceiling || asked.Score == ScoreKind.Trust).Select(Row)],
            Events = evidence.Length,
            Page = number,
            Held = [],
            ByLevel = ByLevel.Of(evidence, opening, rho, day, rules),
        };
    }

    private static List<WhyPart> Parts(IReadOnlyList<ChronicleLine> lines, IReadOnlyList<StartPart> start, Reading reading, ScoreKind score)
    {
        double Start(int part) => score == ScoreKind.Trust ? start[part].Trust : start[part].Credibility;
        double Sum(Func<ChronicleLine, bool> of) => lines.Where(of).Sum(l => l.Points);
        (WhyPartKind Kind, double Points)[] parts =
        [
            (WhyPartKind.Kept, Sum(l => l is { Kind: ChronicleKind.Event, Points: > 0 })),
            (WhyPartKind.Missed, Sum(l => l is { Kind: ChronicleKind.Event, Points: <= 0 })),
            (WhyPartKind.Fading, Sum(l => l.Kind == ChronicleKind.Fading)), (WhyPartKind.Ceiling, Sum(l => l.Kind == ChronicleKind.Ceiling)),
            (WhyPartKind.Start, Start(0)), (WhyPartKind.Opening, Start(1)), (WhyPartKind.Reputation, Start(2)),
        ];
        var rounded = RoundedParts.WithFixedEnd([.. parts.Select(p => p.Points)], start.Count, Points(reading, score));
        return [.. parts.Select((p, i) => new WhyPart(p.Kind, rounded[i])).Where(p => p.Points != 0 || p.Kind == WhyPartKind.Start).OrderBy(p => p.Kind)];
    }

    private static List<Guid> Differences(Evidence[] then, Evidence[] now) =>
        [.. now.Except(then).Concat(then.Except(now)).Select(e => e.Id).Distinct()];

    private static int DaysLate(Actor actor, LedgerFact fact) =>
        fact.ByClock ? 0 : Math.Max(0, Days.Of(fact.RecordedAt, actor.OrganizationZone).DayNumber - fact.Day.DayNumber);

    private static double Points(Reading reading, ScoreKind score) => score == ScoreKind.Trust ? reading.Trust : reading.Credibility;

    private static double Tenth(double points) => Math.Round(points, 1, MidpointRounding.AwayFromZero);
}
