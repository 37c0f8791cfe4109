using Microsoft.EntityFrameworkCore;
using TrustCoach.Domain;
using TrustCoach.Domain.Promises;
using TrustCoach.Services.Coaching;
using TrustCoach.Services.Data;
using TrustCoach.Services.People;
using TrustCoach.Services.Promises;
using TrustCoach.Services.Scoring;
using TrustCoach.Services.Touchpoints;

namespace TrustCoach.Services.Digests;

/// <summary>A rep's own week: ten statements, whatever the number of customers.</summary>
public sealed class RepDigestQuery(
    TrustCoachDb db, RuleBook rules, RecentScoresQuery scores, TodayQuery needs, PromisesQuery promises, KeptRatioQuery kept, PlansQuery plans)
{
    // Fewer points are not worth a line in a mail.
    private const double Noticed = 3;

    internal async Task<DigestPart> RunAsync(Actor actor, DateTimeOffset now, CancellationToken cancellation)
    {
        var needing = await needs.NeedingAsync(actor, now, 1, cancellation);
        var owed = await OwedAsync(actor, now, cancellation);
        return new(
            new("What changed with your customers", await ChangedAsync(actor, now, cancellation), "Nothing was logged and no score moved."),
            new("What you owe", owed, "Nothing falls due in the next seven days."),
            needing.Needing.Concat(needing.Quiet).FirstOrDefault() is { } first
                ? new($"{first.Customer}: {first.Hint.Reason} {first.Hint.Act}", $"/customers/{first.CustomerId}")
                : null);
    }

    private async Task<List<DigestLine>> ChangedAsync(Actor actor, DateTimeOffset now, CancellationToken cancellation)
    {
        var (me, today, lines) = (actor.PersonId, actor.Today(now), new List<DigestLine>());
        if (await db.RepTallies.Where(t => t.RepId == me && t.Day > today.AddDays(-DigestWords.Days) && t.Day <= today).GroupBy(_ => 1)
                .Select(g => new { Exceeded = g.Sum(t => t.Exceeded), Met = g.Sum(t => t.Met), Missed = g.Sum(t => t.Missed) }).SingleOrDefaultAsync(cancellation)
            is { } judged && judged.Exceeded + judged.Met + judged.Missed > 0)
        {
            lines.Add(new($"Expectations: {judged.Exceeded} exceeded, {judged.Met} met, {judged.Missed} missed.", "/progress"));
        }

        var ratio = await kept.RunAsync([me], Direction.Ours, today, DigestWords.Days, cancellation);
        if (ratio.Judged > 0)
            lines.Add(new($"{ratio.Kept} of {ratio.Judged} {(ratio.Judged == 1 ? "promise" : "promises")} that closed kept on time.", "/promises"));
        var book = await rules.OfAsync(db, actor.RulesVersion, cancellation);
        var moved = (await scores.RunAsync(me, today, today.AddDays(-DigestWords.Days), book, cancellation))
            .Where(s => s.Judged >= book.Stages.EnoughEvents && Math.Abs(s.Credibility - s.Before ?? 0) >= Noticed)
            .OrderByDescending(s => Math.Abs(s.Credibility - s.Before!.Value)).ThenBy(s => s.RelationshipId).Take(DigestWords.MostNamed).ToList();
        var named = await db.NamesAsync([.. moved.Select(s => s.RelationshipId)], cancellation);
        lines.AddRange(
            from score in moved
            where named.ContainsKey(score.RelationshipId)
            let name = named[score.RelationshipId]
            select new DigestLine(
                $"{name.Customer}: credibility {DigestWords.Points(score.Credibility)}, {DigestWords.Movement(score.Before!.Value, score.Credibility)} in {DigestWords.Days} days.",
                $"/customers/{name.CustomerId}/why/changes"));
        return lines;
    }

    private async Task<List<DigestLine>> OwedAsync(Actor actor, DateTimeOffset now, CancellationToken cancellation)
    {
        var (today, until) = (Days.Of(now, actor.Zone), Days.EndOf(Days.Of(now, actor.Zone).AddDays(DigestWords.Days), actor.Zone));
        var open = await promises.OpenAsync(actor, Direction.Ours, actor.PersonId, null, DigestWords.MostNamed + 1, cancellation);
        var due = open.Rows.Where(p => p.DueAt < until && !p.WaitsOnCondition).ToList();
        List<DigestLine> lines =
        [
            .. due.Take(DigestWords.MostNamed).Select(p => new DigestLine(
                $"{DigestWords.Due(Days.Of(p.DueAt, actor.Zone), today)}: {DigestWords.Quote(p.Text)} ({p.Customer})", $"/promises/{p.Id}")),
        ];
        if (due.Count > DigestWords.MostNamed)
            lines.Add(new("More promises fall due in these days.", "/promises"));
        var awaiting = await plans.AwaitingAsync(actor, now, cancellation);
        if (awaiting.Rows.Count > 0)
            lines.Add(new(awaiting.Rows.Count == 1 ? "One encounter asks how it went." : $"{awaiting.Rows.Count}{(awaiting.More ? " or more" : "")} encounters ask how they went.", "/day"));
        return lines;
    }
}
