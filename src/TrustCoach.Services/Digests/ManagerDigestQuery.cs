using Microsoft.EntityFrameworkCore;
using TrustCoach.Domain;
using TrustCoach.Domain.Coaching;
using TrustCoach.Domain.Scoring;
using TrustCoach.Services.Coaching;
using TrustCoach.Services.Data;
using TrustCoach.Services.Disputes;
using TrustCoach.Services.People;
using TrustCoach.Services.Scoring;

namespace TrustCoach.Services.Digests;

/// <summary>A manager's week: two sections for the teams together, whatever their number.</summary>
public sealed class ManagerDigestQuery(
    TrustCoachDb db, RuleBook rules, TeamCredibilityQuery teams, ManagerPromisesQuery owed)
{
    // Whoever coaches more teams than that finds the others on their page.
    private const int MostTeams = 5;

    /// <summary>The sections; null for somebody who coaches nobody.</summary>
    internal async Task<DigestPart?> RunAsync(Actor actor, DateTimeOffset now, CancellationToken cancellation)
    {
        var managed = await db.ManagedTeamsAsync(actor, cancellation);
        var reps = managed.SelectMany(t => t.Reps).DistinctBy(r => r.Id).ToList();
        if (reps.Count == 0)
            return null;

        var today = actor.Today(now);
        var book = await rules.OfAsync(db, actor.RulesVersion, cancellation);
        Guid[] ids = [.. reps.Select(r => r.Id)];
        var first = await FirstAsync(actor, managed, cancellation);
        return new(
            new("What changed in your team", [.. await WeekAsync(ids, today, book, cancellation), .. await BrokenAsync(actor, ids, now, book, cancellation)],
                "Nothing that moves a score was logged."),
            new("What you owe your reps", await AnswersAsync(actor, today, cancellation), "You owe nobody an answer, and no session is planned."),
            first is null ? null : new($"{first.Name}: {first.Reason} {first.Action}", $"/team/reps/{first.RepId}"));
    }

    private async Task<CoachingHint?> FirstAsync(Actor actor, List<ManagedTeam> managed, CancellationToken cancellation)
    {
        var hints = new List<CoachingHint>();
        foreach (var team in managed.Where(t => t.Reps.Count > 0).Take(MostTeams))
        {
            if (await teams.RunAsync(actor, team.Choice.Id, null, 1, cancellation) is { Hints: [var hint, ..] })
                hints.Add(hint);
        }

        return hints.OrderBy(h => h.Rule).ThenByDescending(h => h.Last).ThenBy(h => h.RepId).FirstOrDefault();
    }

    // As known when the last week closed, against the one before: what a week is compared with must not move any more.
    private async Task<List<DigestLine>> WeekAsync(Guid[] reps, DateOnly today, ScoringRules book, CancellationToken cancellation)
    {
        var last = Days.WeekOf(today).AddDays(-7);
        var weeks = (await db.RepWeeks.AsNoTracking().Where(w => reps.Contains(w.RepId) && w.Week <= last && w.Week >= last.AddDays(-7))
            .GroupBy(w => w.Week)
            .Select(g => new Week(g.Key, g.Sum(w => w.Judged), g.Sum(w => w.AtRisk), g.Sum(w => w.Confidence), g.Sum(w => w.Credibility)))
            .ToListAsync(cancellation)).ToDictionary(w => w.Monday);
        if (!weeks.TryGetValue(last, out var now) || now.Judged == 0)
            return [];
        var typical = now.Typical(book);
        var before = weeks.GetValueOrDefault(last.AddDays(-7));
        var known = before is { Judged: > 0 };
        return
        [
            new($"Typical credibility when the last week closed: {DigestWords.Points(typical)}{(known ? $", {DigestWords.Movement(before!.Typical(book), typical)}" : "")}.", "/team"),
            new($"At risk: {Counted.Of(now.AtRisk, "relationship", "relationships")}{(known ? $", {DigestWords.Movement(before!.AtRisk, now.AtRisk)}" : "")}.", "/team/at-risk"),
        ];
    }

    private async Task<List<DigestLine>> BrokenAsync(Actor actor, Guid[] reps, DateTimeOffset now, ScoringRules book, CancellationToken cancellation)
    {
        var today = actor.Today(now);
        EvidenceKind[] kinds = [.. Breaches.Counted.SelectMany(b => b.Kinds())];
        var events = await new EvidenceLinesQuery(db).RunAsync(
            new EvidenceFilter(reps, today.AddDays(1 - DigestWords.Days), today, kinds, RecordReader.Of(actor, now)), book, EvidenceCursor.Start, DigestWords.MostNamed + 1, cancellation);
        List<DigestLine> lines =
        [
            .. events.Take(DigestWords.MostNamed).Select(e => new DigestLine(
                $"{DigestWords.Day(e.Day)}: {Words(e.Kind)}{(e.Text is null ? "" : $", “{DigestWords.Quote(e.Text)}”")} ({e.Rep}, {e.Customer})", Path(e))),
        ];
        if (events.Count > DigestWords.MostNamed)
            lines.Add(new("More broke trust in these days.", "/team/what-broke-trust"));
        return lines;
    }

    private async Task<List<DigestLine>> AnswersAsync(Actor actor, DateOnly today, CancellationToken cancellation)
    {
        var open = (await owed.RunAsync(actor, cancellation)).Open.Where(p => p.Kind == CoachingPromiseKind.AnswerDispute).ToList();
        List<DigestLine> lines =
        [
            .. open.Take(DigestWords.MostNamed).Select(p => p.Kind switch
            {
                CoachingPromiseKind.AnswerDispute => new DigestLine($"{DigestWords.Due(p.DueDay, today)}: an answer to the dispute of {p.Rep}.", $"/disputes/{p.Id}"),
                CoachingPromiseKind.BeThere => new($"{DigestWords.Due(p.DueDay, today)}: the session with {p.Rep}.", $"/coaching/{p.SessionId}"),
                _ => new($"{DigestWords.Due(p.DueDay, today)}: “{DigestWords.Quote(p.Text!)}”, promised to {p.Rep}.", $"/coaching/promises/{p.Id}"),
            }),
        ];
        if (open.Count > DigestWords.MostNamed)
            lines.Add(new($"And {open.Count - DigestWords.MostNamed} more.", "/promises/to-your-reps"));
        return lines;
    }

    private static string Path(EvidenceLine line) =>
        line.PromiseId is { } promise ? $"/promises/{promise}"
        : line.TouchpointId is { } touchpoint ? $"/touchpoints/{touchpoint}" : $"/customers/{line.CustomerId}?rep={line.RepId}";

    private static string Words(EvidenceKind kind) => Breaches.Counted.First(b => b.Kinds().Contains(kind)).Words().ToLowerInvariant();

    private sealed record Week(DateOnly Monday, int Judged, int AtRisk, double Confidence, double Credibility)
    {
        public double Typical(ScoringRules book) => new RollUp(Credibility, Confidence).Team(book.Credibility, book);
    }
}
