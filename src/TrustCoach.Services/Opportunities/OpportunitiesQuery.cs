using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TrustCoach.Domain.Opportunities;
using TrustCoach.Domain.People;
using TrustCoach.Services.Data;
using TrustCoach.Services.People;

namespace TrustCoach.Services.Opportunities;

/// <summary>Which opportunities a list shows.</summary>
public enum OpportunityShow
{
    Open,
    Won,
    Lost,
    All,
}

/// <summary>An opportunity as a list shows it.</summary>
/// <param name="IsOwn">The actor's own relationship.</param>
/// <param name="Ended">The relationship has ended meanwhile.</param>
/// <param name="Offer">Null without an offer, and where the actor may not see that score.</param>
public sealed record OpportunityRow(
    Guid Id, string Name, Guid CustomerId, string Customer, Guid RepId, string Rep, bool IsOwn, bool Ended, OpportunityStage Stage, decimal? Value,
    DateOnly OpenedOn, DateOnly? OfferedOn, DateOnly? ClosedOn, DateOnly LastStepOn, DecidedBy? DecidedBy, string? Words, OfferScore? Offer);

/// <summary>The credibility on the day of an offer, as it was known then.</summary>
/// <param name="Credibility">Points; null where it was too early to say.</param>
/// <param name="HalfBand">Half of the 80 % band, points.</param>
/// <param name="Settled">False while the day of the offer goes on.</param>
/// <param name="RepId">Whose relationship it was read in.</param>
public sealed record OfferScore(double? Credibility, double? HalfBand, bool Settled, Guid RepId);

/// <summary>Where a page ends.</summary>
public readonly record struct OpportunityCursor(DateOnly Day, Guid Id)
{
    public override string ToString() => FormattableString.Invariant($"{Day:yyyyMMdd}-{Id:n}");

    /// <summary>Reads an address back; anything else is the first page.</summary>
    public static OpportunityCursor? Parse(string? text) =>
        text?.Split('-') is [var day, var id]
        && DateOnly.TryParseExact(day, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var on) && Guid.TryParseExact(id, "n", out var key)
            ? new(on, key)
            : null;
}

/// <summary>One page of opportunities, the last step first.</summary>
/// <param name="Next">Where the next page begins; null on the last.</param>
public sealed record OpportunitiesPage(IReadOnlyList<OpportunityRow> Rows, OpportunityCursor? Next);

/// <summary>One opportunity to be read or changed.</summary>
public sealed record OpportunityPage(OpportunityRow Row, Guid RelationshipId, Guid? CauseId, int Version, bool MayEdit);

/// <summary>Lists opportunities the actor may see: one statement a page.</summary>
public sealed class OpportunitiesQuery(TrustCoachDb db)
{
    public const int PageSize = 25;

    public async Task<OpportunitiesPage> RunAsync(Actor actor, OpportunityShow show, OpportunityCursor? after, CancellationToken cancellation)
    {
        var opportunities = db.OpportunitiesFor(actor, Act.See);
        opportunities = show switch
        {
            OpportunityShow.Open => opportunities.Where(o => o.Stage == OpportunityStage.OpenTalks || o.Stage == OpportunityStage.OfferMade),
            OpportunityShow.Won => opportunities.Where(o => o.Stage == OpportunityStage.Won),
            OpportunityShow.Lost => opportunities.Where(o => o.Stage == OpportunityStage.Lost),
            _ => opportunities,
        };
        if (after is { } cursor)
            opportunities = opportunities.Where(o => EF.Functions.LessThan(ValueTuple.Create(o.LastStepOn, o.Id), ValueTuple.Create(cursor.Day, cursor.Id)));
        var rows = await Rows(actor, opportunities.OrderByDescending(o => o.LastStepOn).ThenByDescending(o => o.Id).Take(PageSize + 1)).ToListAsync(cancellation);
        if (rows.Count <= PageSize)
            return new(rows, null);
        rows.RemoveAt(PageSize);
        return new(rows, new(rows[^1].LastStepOn, rows[^1].Id));
    }

    /// <summary>Null when the actor sees no such opportunity.</summary>
    public async Task<OpportunityPage?> OfAsync(Actor actor, Guid id, CancellationToken cancellation)
    {
        var (seen, editable) = (db.OpportunitiesFor(actor, Act.See).Where(o => o.Id == id), db.OpportunitiesFor(actor, Act.Edit));
        var facts = await seen.Select(o => new { o.RelationshipId, o.CauseId, o.Version, MayEdit = editable.Any(e => e.Id == o.Id) }).SingleOrDefaultAsync(cancellation);
        return facts is null
            ? null
            : new(await Rows(actor, seen).SingleAsync(cancellation), facts.RelationshipId, facts.CauseId, facts.Version, facts.MayEdit);
    }

    private IQueryable<OpportunityRow> Rows(Actor actor, IQueryable<Opportunity> opportunities)
    {
        var (me, scored) = (actor.PersonId, db.RelationshipsFor(actor, Thing.Score, Act.See));
        return
            from o in opportunities
            join c in db.Customers on o.CustomerId equals c.Id
            join p in db.People on o.RepId equals p.Id
            join r in db.Relationships on o.RelationshipId equals r.Id
            from s in scored.Where(s => s.Id == o.OfferRelationshipId).DefaultIfEmpty()
            orderby o.LastStepOn descending, o.Id descending
            select new OpportunityRow(
                o.Id, o.Name, c.Id, c.Name, p.Id, p.Name, o.RepId == me, r.EndedOn != null, o.Stage, o.Value, o.OpenedOn, o.OfferedOn, o.ClosedOn,
                o.LastStepOn, o.DecidedBy, o.Words,
                s == null || o.OfferedOn == null ? null : new OfferScore(o.OfferCredibility, o.OfferHalfBand, o.OfferSettled, s.RepId));
    }
}
