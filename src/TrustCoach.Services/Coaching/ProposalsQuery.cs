using Microsoft.EntityFrameworkCore;
using TrustCoach.Domain.Coaching;
using TrustCoach.Domain.Promises;
using TrustCoach.Domain.Scoring;
using TrustCoach.Services.Data;
using TrustCoach.Services.People;
using TrustCoach.Services.Scoring;

namespace TrustCoach.Services.Coaching;

/// <summary>What a rep's record proposes for the next session: three statements. The caller has asked whether the rep may be seen.</summary>
public sealed class ProposalsQuery(TrustCoachDb db, RuleBook rules, TimeProvider clock)
{
    private const int MostEvents = 300;
    private const int DaysBack = 30;
    private const int DaysAhead = 7;

    private static readonly EvidenceKind[] Kinds = [.. Enum.GetValues<EvidenceKind>().Where(k => !Units.IsRepair(k))];

    /// <param name="last">When the last session was closed; what is older than 30 days is not asked for.</param>
    /// <param name="onAgenda">What stands on the agenda.</param>
    public async Task<IReadOnlyList<AgendaProposal>> RunAsync(
        Actor actor, Guid repId, DateTimeOffset? last, IReadOnlyCollection<AgendaSource> onAgenda, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var (today, book) = (actor.Today(now), await rules.OfAsync(db, actor.RulesVersion, cancellation));
        var since = last is { } closed && closed > now.AddDays(-DaysBack) ? actor.Today(closed) : today.AddDays(-DaysBack);
        var lines = await new EvidenceLinesQuery(db).RunAsync(new EvidenceFilter([repId], since, today, Kinds, RecordReader.Of(actor, now)), book, EvidenceCursor.Start, MostEvents, cancellation);
        var window = now.AddDays(-DaysBack);
        var talkedAbout = await db.AgendaItems.Where(i => i.RepId == repId && i.SettledAt > window && i.SourceKind != AgendaSourceKind.Words)
            .OrderByDescending(i => i.SettledAt).Take(100).Select(i => new AgendaSource(i.SourceKind, i.SourceKey)).ToListAsync(cancellation);
        return AgendaProposals.Of(
            lines.ConvertAll(line => EventOf(line, today, book)), since, await DueAsync(repId, now, today, cancellation), [.. onAgenda, .. talkedAbout]);
    }

    private static AgendaEvent EventOf(EvidenceLine line, DateOnly today, ScoringRules book)
    {
        var left = Math.Max(line.Missed - line.Repaired, 0);
        return new(
            line.Id, line.Kind, line.Day, line.Customer, line.Text, line.Kept, left,
            [.. Enum.GetValues<Trait>().Select(t => EventShare.TraitUnits(t, line.Evidence, line.Again, new EvidenceUnits(line.Kept, left), today.DayNumber, book))]);
    }

    private async Task<AgendaDue?> DueAsync(Guid repId, DateTimeOffset now, DateOnly today, CancellationToken cancellation)
    {
        var until = now.AddDays(DaysAhead);
        var due = await (
            from p in db.Promises
            join c in db.Customers on p.CustomerId equals c.Id
            where p.RepId == repId && p.State == PromiseState.Open && p.Direction == Direction.Ours && p.DueAt < until && p.ClosesOn > today
            orderby p.DueAt, p.Id
            select new { p.Id, p.Text, c.Name, p.DueDay }).Take(AgendaItem.MostOpen).ToListAsync(cancellation);
        return due.Count == 0 ? null : new(due.Count, due[0].Id, due[0].Text, due[0].Name, due[0].DueDay);
    }
}
