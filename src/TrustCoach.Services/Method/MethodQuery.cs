using Microsoft.EntityFrameworkCore;
using TrustCoach.Domain.Method;
using TrustCoach.Services.Data;
using TrustCoach.Services.People;

namespace TrustCoach.Services.Method;

/// <summary>Reads a team's card, its versions and its traction for the manager who coaches the team; null for everybody else's. At most three statements.</summary>
public sealed class MethodQuery(TrustCoachDb db, TractionQuery traction, TimeProvider clock)
{
    /// <summary>The card with how quickly new relationships gain traction.</summary>
    public async Task<MethodPage?> RunAsync(Actor actor, Guid teamId, CancellationToken cancellation)
    {
        if (await CardAsync(actor, teamId, cancellation) is not { } page)
            return null;
        var today = actor.Today(clock.GetUtcNow());
        var clocks = await traction.OfTeamAsync(teamId, today.AddDays(-MethodPage.Days), MethodPage.MostRead, today, cancellation);
        return page with { Relationships = clocks.Count, Waits = [.. Enum.GetValues<TractionMark>().Select(mark => Wait(mark, clocks))] };
    }

    /// <summary>The card alone.</summary>
    public async Task<MethodPage?> CardAsync(Actor actor, Guid teamId, CancellationToken cancellation)
    {
        var found = await db.CoachedTeam(actor, teamId).AsNoTracking()
            .Select(t => new { t.Name, Card = db.MethodCards.Where(c => c.TeamId == t.Id).OrderByDescending(c => c.Number).FirstOrDefault() })
            .SingleOrDefaultAsync(cancellation);
        if (found is null)
            return null;
        var by = found.Card is { PublishedBy: var who } ? await db.People.Where(p => p.Id == who).Select(p => p.Name).SingleOrDefaultAsync(cancellation) : null;
        return new(
            teamId, found.Name, found.Card?.ToCard() ?? StepCard.Default,
            found.Card is { } card ? new(card.Number, card.PublishedAt, by ?? "somebody") : null, [], 0);
    }

    /// <summary>The versions of the card, newest first.</summary>
    /// <param name="page">From 1.</param>
    public async Task<MethodHistory?> HistoryAsync(Actor actor, Guid teamId, int page, CancellationToken cancellation)
    {
        if (await db.CoachedTeam(actor, teamId).Select(t => t.Name).SingleOrDefaultAsync(cancellation) is not { } team)
            return null;
        page = Math.Clamp(page, 1, 1000);
        // One more than is shown: the last one is compared with it.
        var rows = await (
            from c in db.MethodCards.AsNoTracking()
            where c.TeamId == teamId
            orderby c.Number descending
            select new { Card = c, By = db.People.Where(p => p.Id == c.PublishedBy).Select(p => p.Name).FirstOrDefault() })
            .Skip((page - 1) * MethodHistory.PageSize).Take(MethodHistory.PageSize + 1).ToListAsync(cancellation);
        return new(
            teamId, team,
            [.. rows.Take(MethodHistory.PageSize).Select((row, i) => new PublishedVersion(
                new(row.Card.Number, row.Card.PublishedAt, row.By ?? "somebody"),
                CardChanges.Between(i + 1 < rows.Count ? rows[i + 1].Card.ToCard() : StepCard.Default, row.Card.ToCard())))],
            page, rows.Count > MethodHistory.PageSize);
    }

    private static MarkWait Wait(TractionMark mark, List<IReadOnlyList<TractionReading>> clocks)
    {
        var readings = clocks.ConvertAll(clock => clock.Single(r => r.Mark == mark));
        var reached = readings.FindAll(r => r.Reached);
        return new(
            mark, MedianWait.Read(readings.ConvertAll(r => (r.Days, r.Reached))),
            MedianWait.Read(reached.ConvertAll(r => (r.Encounters!.Value, true))));
    }
}
