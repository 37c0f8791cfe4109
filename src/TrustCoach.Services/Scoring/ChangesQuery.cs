using System.Globalization;
using TrustCoach.Domain;
using TrustCoach.Domain.Coaching;
using TrustCoach.Domain.Scoring;
using TrustCoach.Services.Customers;
using TrustCoach.Services.Data;
using TrustCoach.Services.People;

namespace TrustCoach.Services.Scoring;

/// <summary>What was asked of the page of changes.</summary>
/// <param name="Span">"visit", "week" or "days"; the last visit, or last week where there was none, when it is neither.</param>
/// <param name="From">With "days": the day compared with.</param>
/// <param name="To">With "days": the later day; today when null.</param>
public sealed record ChangesAsked(Guid CustomerId, Guid? RepId, string? Span, DateOnly? From, DateOnly? To);

/// <summary>Why both scores of a relationship moved: since the reader's last visit, since last week, between two days.</summary>
public sealed class ChangesQuery(TrustCoachDb db, RelationshipLedgerQuery ledgers, RelationshipMoments moments, TimeProvider clock)
{
    private const int Week = 7;

    /// <summary>Null when the actor may not see it. Days on which there is nothing to read give last week, and say so.</summary>
    public async Task<ChangesPage?> RunAsync(Actor actor, ChangesAsked asked, CancellationToken cancellation)
    {
        if (await ledgers.RunAsync(actor, asked.CustomerId, asked.RepId, true, cancellation) is not { } ledger)
            return null;
        var of = ledger.OfPage(actor.Today(clock.GetUtcNow()));
        var problem = asked.Span == "days" ? Problem(of, asked) : null;
        var measured = new List<Measured>();
        if (ledger.LastVisit is { } visit)
            measured.Add(await SinceAsync(actor, ledger, of, visit, cancellation));
        measured.Add(await SinceAsync(actor, ledger, of, null, cancellation));
        var days = asked.Span == "days" && problem is null && asked.From is { } from
            ? await BetweenAsync(actor, ledger, from, asked.To ?? of.Today, cancellation)
            : null;

        var chosen = days ?? measured.Find(m => m.Key == asked.Span) ?? measured[0];
        var shown = measured.Append(days).OfType<Measured>().ToList();
        var facts = await LedgerFacts.OfAsync(db, ledger, shown.SelectMany(m => m.Ids), cancellation);
        ChangeSpan Span(Measured m) => m.ToSpan(id => facts.GetValueOrDefault(id)?.Words(actor.Culture), actor.Culture);
        return new ChangesPage
        {
            Of = of,
            Spans = measured.ConvertAll(Span),
            Chosen = Span(chosen),
            Rows = chosen.Rows(facts),
            DayProblem = problem,
        };
    }

    private static Problem? Problem(WhyOf of, ChangesAsked asked)
    {
        if (asked.From is not { } from)
            return new Problem("From", "Say from which day.");
        if (of.Problem(from) is { } early)
            return new Problem("From", early);
        if (of.Problem(asked.To) is { } late)
            return new Problem("To", late);
        return asked.To < from ? new Problem("To", "The second day lies before the first. Swap them.") : null;
    }

    // What was shown then, against what is shown now.
    private async Task<Measured> SinceAsync(Actor actor, RelationshipLedger ledger, WhyOf of, DateTimeOffset? visit, CancellationToken cancellation)
    {
        var lastWeek = of.Today.AddDays(-Week);
        var day = visit is { } at ? Days.Of(at, actor.OrganizationZone) : lastWeek < of.FirstDay ? of.FirstDay : lastWeek;
        day = day > of.Today ? of.Today : day;
        var then = visit is { } seen
            ? await moments.AsKnownAtAsync(ledger, day, seen, cancellation)
            : day < of.Today ? await moments.AsKnownThenAsync(actor, ledger, day, cancellation) : await moments.AsKnownNowAsync(actor, ledger, day, cancellation);
        var again = await moments.AsKnownNowAsync(actor, ledger, day, cancellation);
        var now = await moments.AsKnownNowAsync(actor, ledger, of.Today, cancellation);
        var since = visit is not null ? "since your last visit" : day == lastWeek ? "since last week" : "since it began";
        return new Measured(visit is null ? "week" : "visit", since, visit, then.At, again.At, now.At, ledger.Opening);
    }

    private async Task<Measured> BetweenAsync(Actor actor, RelationshipLedger ledger, DateOnly from, DateOnly to, CancellationToken cancellation)
    {
        var then = await moments.AsKnownNowAsync(actor, ledger, from, cancellation);
        var now = await moments.AsKnownNowAsync(actor, ledger, to, cancellation);
        return new Measured("days", $"from {from.ToString("d MMMM yyyy", actor.Culture)} to {to.ToString("d MMMM yyyy", actor.Culture)}", null, then.At, then.At, now.At, ledger.Opening);
    }

    /// <summary>Two moments with what lies between them, for both scores.</summary>
    private sealed record Measured(string Key, string Since, DateTimeOffset? At, Moment Then, Moment Now, ScoreChange Credibility, ScoreChange Trust)
    {
        public Measured(string key, string since, DateTimeOffset? at, Moment then, Moment again, Moment now, Opening opening)
            : this(key, since, at, then, now, ScoreChange.Of(then, again, now, opening, ScoreKind.Credibility), ScoreChange.Of(then, again, now, opening, ScoreKind.Trust))
        {
        }

        public IEnumerable<Guid> Ids => Credibility.Lines.Concat(Trust.Lines).Select(l => l.EvidenceId).OfType<Guid>();

        public ChangeSpan ToSpan(Func<Guid, string?> words, CultureInfo culture)
        {
            var (before, after) = (Judged(Then), Judged(Now));
            var enough = Now.Rules.Stages.EnoughEvents;
            string Sentence(string name, ScoreChange change) =>
                after < enough ? RelationshipSentence.TooEarly(after, enough)
                : before < enough ? $"{name} {Math.Round(change.After, MidpointRounding.AwayFromZero).ToString("0", culture)}: the first verdict {Since}."
                : ChangeSentence.Of(name, change, Since, words);
            return new(
                Key, Since, DateOnly.FromDayNumber(Then.Day), DateOnly.FromDayNumber(Now.Day), At, Sentence("Credibility", Credibility), Sentence("Trust", Trust),
                before < enough || after < enough);
        }

        /// <summary>One row a cause; all fading is one.</summary>
        public List<ChangeRow> Rows(Dictionary<Guid, LedgerFact> facts)
        {
            var causes = Credibility.Lines.Concat(Trust.Lines).Select(Cause).Distinct()
                .OrderByDescending(c => c.Day ?? int.MinValue).ThenBy(c => c.Kind).ThenBy(c => c.EvidenceId).ToList();
            IReadOnlyList<double> Column(ScoreChange change) => RoundedParts.Of(
                causes.ConvertAll(cause => change.Lines.Where(l => Cause(l) == cause).Sum(l => l.Points)), Tenth(change.After) - Tenth(change.Before));
            var (credibility, trust) = (Column(Credibility), Column(Trust));
            return [.. causes.Select((cause, i) => new ChangeRow(
                cause.Kind, cause.Day is { } day ? DateOnly.FromDayNumber(day) : null, cause.EvidenceId is { } id ? facts.GetValueOrDefault(id) : null,
                credibility[i], trust[i]))];
        }

        private static (ChangeKind Kind, int? Day, Guid? EvidenceId) Cause(ChangeLine line) =>
            line.Kind == ChangeKind.Fading ? (line.Kind, null, null) : (line.Kind, line.Day, line.EvidenceId);

        private static int Judged(Moment moment) => Standing.Fold(Array.FindAll(moment.Evidence, e => e.Day <= moment.Day), moment.Rules).Judged;

        private static double Tenth(double points) => Math.Round(points, 1, MidpointRounding.AwayFromZero);
    }
}
