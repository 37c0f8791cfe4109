using System.Globalization;
using TrustCoach.Domain.Coaching;
using TrustCoach.Domain.Scoring;
using TrustCoach.Services.Scoring;

namespace TrustCoach.Services.Customers;

/// <summary>Makes of a relationship's ledger all that its page says about the scores. No query: everything is handed in.</summary>
internal static class RelationshipAccount
{
    public static RelationshipScores Of(AccountSource source, DateOnly today, bool own, int most, CultureInfo culture, ScoringRules rules)
    {
        var (day, standing, opening) = (today.DayNumber, source.Standing, source.Standing.Opening);
        var evidence = source.Counted.Select(c => c.Evidence).ToArray();
        var facts = source.Counted.ToDictionary(c => c.Evidence.Id, c => c.Fact);
        var credibility = Chronicle.Of(evidence, opening, source.Rho, day, rules, ScoreKind.Credibility);
        var trust = Chronicle.Of(evidence, opening, source.Rho, day, rules, ScoreKind.Trust);
        var points = History.Points(evidence, opening, source.Rho, Weeks(source.OpenedOn, evidence, today), rules);
        // The last point is folded from the ledger itself, so that number, chart and account cannot differ.
        var reading = points[^1].Reading;
        var weekAgo = ClosedForm.Read(evidence, opening, source.Rho, day - RelationshipSentence.Days, rules).Credibility;
        var exchange = Reciprocity.Of(standing, day, rules);
        return new RelationshipScores
        {
            Reading = reading,
            Sentence = RelationshipSentence.Of(reading, weekAgo, credibility, day, rules, id => facts.TryGetValue(id, out var fact) ? fact.Words(culture) : null),
            StageReason = StageReason.Of(reading, standing, day, rules),
            Warnings = [.. StageReason.Warnings(reading)],
            Points = points,
            Account = [.. ScoreAccount.Of(credibility, trust, reading, most).Select(line =>
                new AccountRow(line, line.EvidenceId is { } id ? facts.GetValueOrDefault(id) : null))],
            Events = [.. source.Counted.Select(c => c.Fact).OrderBy(f => f.Day).ThenBy(f => f.Id)],
            Held = source.Held,
            ByLevel = ByLevel.Of(evidence, opening, source.Rho, day, rules),
            GiveAndTake = exchange,
            GiveAndTakeSentence = GiveAndTake.Sentence(exchange, own),
        };
    }

    private static List<int> Weeks(DateOnly openedOn, Evidence[] evidence, DateOnly today)
    {
        var first = Math.Min(openedOn.DayNumber, evidence.Length == 0 ? today.DayNumber : evidence.Min(e => e.Day));
        return RelationshipHistoryQuery.Weekly(DateOnly.FromDayNumber(Math.Min(first, today.DayNumber)), today);
    }
}

/// <summary>What an account is made from.</summary>
/// <param name="Standing">With the promises the clock has broken by then.</param>
/// <param name="Counted">Every piece of evidence that counts, those promises included.</param>
internal sealed record AccountSource(
    Standing Standing, double Rho, DateOnly OpenedOn, IReadOnlyList<(Evidence Evidence, LedgerFact Fact)> Counted, IReadOnlyList<LedgerFact> Held);
