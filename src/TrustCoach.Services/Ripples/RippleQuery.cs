using Microsoft.EntityFrameworkCore;
using TrustCoach.Domain.Briefings;
using TrustCoach.Domain.People;
using TrustCoach.Domain.Ripples;
using TrustCoach.Domain.Scoring;
using TrustCoach.Services.Data;
using TrustCoach.Services.People;

namespace TrustCoach.Services.Ripples;

/// <summary>A breach that counts: not disputed, not withdrawn.</summary>
/// <param name="TouchpointId">Where it happened or was promised; null when no encounter is known.</param>
public sealed record RippleOf(Guid CustomerId, EvidenceKind Kind, Guid? TouchpointId);

/// <summary>Who may hear of a breach within one step.</summary>
/// <param name="Heard">Those who know who was there first, then those with most to lose.</param>
/// <param name="MayEdit">The reader may note links of the customer.</param>
public sealed record RipplePage(Guid CustomerId, IReadOnlyList<MayHear> Heard, bool MayEdit);

/// <summary>A linked customer who may hear of it.</summary>
/// <param name="Role">What they are to the customer it happened with.</param>
/// <param name="Via">The person at that customer through whom they are linked; null when nobody in particular is.</param>
/// <param name="WasThere">That person was in the encounter.</param>
/// <param name="Also">Further ways in which they are linked.</param>
/// <param name="Customer">Null where the reader may not see them: then no name is told.</param>
/// <param name="Care">How to meet them.</param>
/// <param name="MayLog">The reader looks after them.</param>
public sealed record MayHear(
    LinkRole Role, string? Via, bool WasThere, IReadOnlyList<LinkRole> Also, LinkedCustomer? Customer, string Care, bool MayLog);

/// <summary>Reads how far word of a breach may go: one step along the links of the customer it happened with.</summary>
public sealed class RippleQuery(TrustCoachDb db)
{
    /// <summary>Two statements, whatever the number of links. Null when the actor sees no such customer.</summary>
    public async Task<RipplePage?> RunAsync(Actor actor, RippleOf of, CancellationToken cancellation)
    {
        var editable = db.CustomersFor(actor, Thing.Link, Act.Edit);
        var head = await db.CustomersFor(actor, Thing.Link, Act.See).Where(c => c.Id == of.CustomerId)
            .Select(c => new
            {
                MayEdit = editable.Any(e => e.Id == c.Id),
                Met = db.Touchpoints.Where(t => t.Id == of.TouchpointId && t.CustomerId == c.Id).Select(t => t.ContactId).FirstOrDefault(),
            }).SingleOrDefaultAsync(cancellation);
        if (head is null)
            return null;
        var links = await db.LinksOfAsync(actor, of.CustomerId, null, cancellation);
        bool WasThere(LinkRow row) => row.ContactId is { } who && who == head.Met;
        var heard = links.GroupBy(row => row.OtherKey).Select(rows =>
        {
            var nearest = rows.OrderByDescending(WasThere).ThenBy(row => row.Role).First();
            return new MayHear(
                nearest.Role, nearest.Contact, WasThere(nearest), [.. rows.Select(row => row.Role).Where(role => role != nearest.Role).Distinct()], nearest.Other,
                nearest.Other is null ? Ripple.CareForUnseen : Ripple.CareFor(nearest.Role, of.Kind),
                nearest.Other is { Archived: false } other && other.Reps.Any(rep => rep.Id == actor.PersonId));
        });
        return new(of.CustomerId, [.. heard.OrderByDescending(row => row.WasThere).ThenBy(row => row.Role).ThenBy(row => row.Customer is null)], head.MayEdit);
    }

    /// <summary>
    /// What a customer may have heard of their rep: the newest breach of the last weeks with a linked customer that counts and nobody has put
    /// right. One statement; null when there is none, or the actor may not see where it happened.
    /// </summary>
    /// <param name="today">The organization's day.</param>
    public async Task<HeardBreach?> HeardAsync(Actor actor, Guid customerId, Guid repId, DateOnly today, CancellationToken cancellation)
    {
        var (since, seen) = (today.AddDays(-Ripple.Days), db.RelationshipsFor(actor, Thing.Touchpoint, Act.See));
        var heard = await (
            from l in db.CustomerLinks
            where l.RemovedAt == null && (l.FromCustomerId == customerId || l.ToCustomerId == customerId)
            let isFrom = l.FromCustomerId == customerId
            join r in seen on isFrom ? l.ToCustomerId : l.FromCustomerId equals r.CustomerId
            where r.RepId == repId
            join c in db.Customers on r.CustomerId equals c.Id
            join e in db.Ledger on r.Id equals e.RelationshipId
            where e.Day >= since && e.Day <= today && e.Status == LedgerStatus.Counted && Told.Contains(e.Kind)
                && !db.Ledger.Any(a => a.RelationshipId == r.Id && a.RefId == e.Id && a.Status == LedgerStatus.Counted
                    && (a.Kind == EvidenceKind.Apology || a.Kind == EvidenceKind.MakeGood))
            orderby e.Day descending, e.Kind descending, e.Id descending, l.Kind
            select new { e.Kind, e.Day, c.Name, Link = l.Kind, IsFrom = isFrom, e.TouchpointId, e.PromiseId }).FirstOrDefaultAsync(cancellation);
        return heard is null ? null : new(heard.Kind, heard.Day, heard.Name, LinkRoles.Of(heard.Link, heard.IsFrom), heard.TouchpointId, heard.PromiseId);
    }

    private static readonly EvidenceKind[] Told = [.. Enum.GetValues<EvidenceKind>().Where(Ripple.GoesRound)];
}
