using Microsoft.EntityFrameworkCore;
using TrustCoach.Domain;
using TrustCoach.Domain.Method;
using TrustCoach.Domain.People;
using TrustCoach.Domain.Touchpoints;
using TrustCoach.Services.Data;
using TrustCoach.Services.People;

namespace TrustCoach.Services.Method;

/// <summary>The card beside a log.</summary>
/// <param name="IsEarly">The relationship is in its first conversations, as far as they were judged.</param>
public sealed record OfferedCard(StepCard Card, bool IsEarly)
{
    /// <summary>Judged events up to which a conversation is a first one.</summary>
    public const int FirstJudged = 5;
}

/// <summary>Which card a rep works with, and whether what was ticked stands on it. One statement each.</summary>
internal static class TeamCards
{
    /// <summary>The newest card of a rep's team; null without one, that is, without a team or with the card for all.</summary>
    public static Task<MethodCard?> CardOfRepAsync(this TrustCoachDb db, Guid repId, CancellationToken cancellation) =>
        db.MethodCards.AsNoTracking().Where(c => db.People.Any(p => p.Id == repId && p.TeamId == c.TeamId))
            .OrderByDescending(c => c.Number).FirstOrDefaultAsync(cancellation);

    /// <summary>The team, when the actor coaches it.</summary>
    public static IQueryable<Team> CoachedTeam(this TrustCoachDb db, Actor actor, Guid teamId) =>
        db.Teams.Where(t => t.Id == teamId && t.ManagerId == actor.PersonId && t.ArchivedAt == null);

    /// <summary>The card to tick in a relationship, or before one is chosen that of the actor's own team.</summary>
    /// <param name="ticked">The version that something was ticked on already; <see cref="Guid.Empty"/> for the card for all. It stays on the form while it is the team's.</param>
    public static async Task<OfferedCard> OfferCardAsync(
        this TrustCoachDb db, Actor actor, Guid? relationshipId, Guid? ticked, CancellationToken cancellation)
    {
        var me = actor.PersonId;
        var found = await db.People
            .Where(p => p.Id == (relationshipId == null ? me : db.Relationships.Where(r => r.Id == relationshipId).Select(r => r.RepId).FirstOrDefault()))
            .Select(p => new
            {
                Judged = db.Standings.Where(s => s.RelationshipId == relationshipId).Select(s => (int?)s.Judged).FirstOrDefault(),
                Card = db.MethodCards.Where(c => c.TeamId == p.TeamId).OrderByDescending(c => c.Id == ticked).ThenByDescending(c => c.Number).FirstOrDefault(),
            })
            .AsNoTracking().SingleOrDefaultAsync(cancellation);
        var card = ticked == Guid.Empty ? StepCard.Default : found?.Card?.ToCard() ?? StepCard.Default;
        return new(card, found?.Judged < OfferedCard.FirstJudged);
    }

    /// <summary>
    /// Accepts what was ticked on a version of the card of the rep's team, the newest or an earlier one: a version may be published
    /// between the page and its answer, and a log may wait on a device for days.
    /// </summary>
    /// <param name="kept">What the touchpoint said before: its version is accepted too, whosever team the rep is in now.</param>
    /// <returns>The names of steps that are ticked and no longer on the team's card.</returns>
    public static async Task<Result<List<string>>> AcceptTicksAsync(
        this TrustCoachDb db, Guid repId, Ticks ticks, Ticks? kept, CancellationToken cancellation)
    {
        var cards = await (
            from p in db.People
            where p.Id == repId
            from c in db.MethodCards
            where c.Id == ticks.CardId || (c.TeamId == p.TeamId && !db.MethodCards.Any(later => later.TeamId == c.TeamId && later.Number > c.Number))
            select new { Card = c, IsTeams = c.TeamId == p.TeamId }).AsNoTracking().ToListAsync(cancellation);
        var newest = cards.Where(c => c.IsTeams).Select(c => c.Card).MaxBy(c => c.Number)?.ToCard() ?? StepCard.Default;
        var ticked = ticks.CardId is null ? StepCard.Default
            : cards.Find(c => c.Card.Id == ticks.CardId && (c.IsTeams || kept?.CardId == c.Card.Id))?.Card.ToCard();
        if (ticked is null || !ticks.Steps.All(ticked.Has))
            return new Problem(nameof(Touchpoint.Steps), "These steps are not on the rep's card. Tick again what you did.");
        return ticked.Steps.Where(s => ticks.Steps.Contains(s.Id) && !newest.Has(s.Id)).Select(s => s.Name).ToList();
    }
}
