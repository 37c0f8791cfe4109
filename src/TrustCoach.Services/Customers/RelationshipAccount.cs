using System.Globalization;
using TrustCoach.Domain.Coaching;
using TrustCoach.Domain.Scoring;
using TrustCoach.Services.Scoring;

namespace TrustCoach.Services.Customers;

/// <summary>Makes of a relationship's ledger all that its page says about the scores. No query: everything is handed in.</summary>
internal sealed class RelationshipAccount
{
    /// <summary>Events marked on the chart: the newest, and as many breakers at most.</summary>
    private const int MostMarks = 30;

    private readonly Standing _standing;
    private readonly Evidence[] _evidence;
    private readonly double _rho;
    private readonly int _day;
    private readonly ScoringRules _rules;
    private readonly IReadOnlyList<HistoryPoint> _points;
    private readonly IReadOnlyList<ChronicleLine> _credibility;
    private readonly IReadOnlyList<AccountLine> _lines;
    private readonly double _weekAgo;

    /// <param name="standing">With the promises the clock has broken by then.</param>
    /// <param name="evidence">Every piece of evidence that counts, those promises included.</param>
    /// <param name="rho">The rep's reputation in the other relationships, 0 to 1.</param>
    /// <param name="most">Events shown one by one.</param>
    public RelationshipAccount(Standing standing, Evidence[] evidence, double rho, DateOnly openedOn, DateOnly today, int most, ScoringRules rules)
    {
        (_standing, _evidence, _rho, _day, _rules) = (standing, evidence, rho, today.DayNumber, rules);
        var opening = standing.Opening;
        _points = History.Points(evidence, opening, rho, Weeks(openedOn, evidence, today), rules);
        _credibility = Chronicle.Of(evidence, opening, rho, _day, rules, ScoreKind.Credibility);
        _lines = ScoreAccount.Of(_credibility, Chronicle.Of(evidence, opening, rho, _day, rules, ScoreKind.Trust), Reading, most);
        // The points are a week apart, counted back from today.
        _weekAgo = _points[Math.Max(0, _points.Count - 2)].Reading.Credibility;
        Ids = [.. _lines.Select(l => l.EvidenceId).OfType<Guid>(), .. Marked(evidence)];
        if (RelationshipSentence.About(Reading, _weekAgo, _credibility, _day) is { } about)
            Ids.Add(about);
    }

    /// <summary>What has to be put into words.</summary>
    public HashSet<Guid> Ids { get; }

    // The last point is folded from the ledger itself, so that number, chart and account cannot differ.
    private Reading Reading => _points[^1].Reading;

    /// <param name="facts">The words of <see cref="Ids"/>, of what is held, and of why it ended.</param>
    public RelationshipScores ToScores(Dictionary<Guid, LedgerFact> facts, IReadOnlyCollection<Guid> held, bool own, CultureInfo culture)
    {
        var exchange = Reciprocity.Of(_standing, _day, _rules);
        return new RelationshipScores
        {
            Reading = Reading,
            Sentence = RelationshipSentence.Of(Reading, _weekAgo, _credibility, _day, _rules, id => facts.GetValueOrDefault(id)?.Words(culture)),
            StageReason = StageReason.Of(Reading, _standing, _day, _rules),
            Warnings = [.. StageReason.Warnings(Reading)],
            Points = _points,
            Account = [.. _lines.Select(line => new AccountRow(line, line.EvidenceId is { } id ? facts.GetValueOrDefault(id) : null))],
            Events = [.. facts.Values.Where(f => !held.Contains(f.Id)).OrderBy(f => f.Day).ThenBy(f => f.Id)],
            Held = [.. held.Where(facts.ContainsKey).Select(id => facts[id])],
            ByLevel = ByLevel.Of(_evidence, _standing.Opening, _rho, _day, _rules),
            GiveAndTake = exchange,
            GiveAndTakeSentence = GiveAndTake.Sentence(exchange, own),
        };
    }

    private static IEnumerable<Guid> Marked(Evidence[] evidence) => evidence.TakeLast(MostMarks)
        .Concat(evidence.Where(e => Units.IsIntegrity(e.Kind) || e.Kind == EvidenceKind.PromiseBroken).TakeLast(MostMarks)).Select(e => e.Id);

    private static List<int> Weeks(DateOnly openedOn, Evidence[] evidence, DateOnly today)
    {
        var first = Math.Min(openedOn.DayNumber, evidence.Length == 0 ? today.DayNumber : evidence.Min(e => e.Day));
        return RelationshipHistoryQuery.Weekly(DateOnly.FromDayNumber(Math.Min(first, today.DayNumber)), today);
    }
}
