using Microsoft.EntityFrameworkCore;
using TrustCoach.Domain.People;
using TrustCoach.Domain.Ripples;
using TrustCoach.Services.Data;
using TrustCoach.Services.People;

namespace TrustCoach.Services.Ripples;

/// <summary>A link as seen from one of its ends.</summary>
/// <param name="Role">What the other customer is to the one looked at.</param>
/// <param name="ContactId">Who it is at the customer looked at; null when nobody in particular is.</param>
/// <param name="Other">The other customer with everything told of it; null where the reader may not see them.</param>
public sealed record LinkRow(Guid Id, LinkRole Role, Guid? ContactId, string? Contact, LinkedCustomer? Other, int Version, DateTimeOffset NotedAt)
{
    /// <summary>One for each other customer, seen or not: what stands under one key is about one of them.</summary>
    internal Guid OtherKey { get; init; }

    /// <summary>Both ends are the reader's to see, and one of them theirs to change.</summary>
    public bool MayEdit { get; init; }
}

/// <summary>The customer at the other end of a link.</summary>
/// <param name="Person">Who it is there; null when nobody in particular is.</param>
/// <param name="Note">Where they know each other from; whoever does not see both customers is not told.</param>
/// <param name="Reps">Who looks after them, of those the reader sees; empty when nobody does now.</param>
public sealed record LinkedCustomer(Guid Id, string Name, bool Archived, string? Person, string? Note, IReadOnlyList<LinkedRep> Reps);

/// <summary>A rep who looks after a linked customer.</summary>
public sealed record LinkedRep(Guid Id, string Name);

/// <summary>Where every query about links starts.</summary>
internal static class LinkRows
{
    /// <summary>Links the actor reaches: to see, one end has to be theirs to see; to change, both, and one of them theirs to change.</summary>
    public static IQueryable<CustomerLink> LinksFor(this TrustCoachDb db, Actor actor, Act act)
    {
        var seen = db.CustomersFor(actor, Thing.Link, Act.See);
        if (act == Act.See)
            return db.CustomerLinks.Where(l => seen.Any(c => c.Id == l.FromCustomerId) || seen.Any(c => c.Id == l.ToCustomerId));
        var editable = db.CustomersFor(actor, Thing.Link, act);
        return db.CustomerLinks.Where(l => seen.Any(c => c.Id == l.FromCustomerId) && seen.Any(c => c.Id == l.ToCustomerId)
            && (editable.Any(c => c.Id == l.FromCustomerId) || editable.Any(c => c.Id == l.ToCustomerId)));
    }

    /// <summary>A customer's links in one statement, those who have most to lose first, then by name. Whether the actor sees the customer is asked before.</summary>
    public static async Task<List<LinkRow>> LinksOfAsync(this TrustCoachDb db, Actor actor, Guid customerId, Guid? linkId, CancellationToken cancellation)
    {
        var (seen, editable) = (db.CustomersFor(actor, Thing.Link, Act.See), db.CustomersFor(actor, Thing.Link, Act.Edit));
        var running = db.RelationshipsFor(actor, Thing.Customer, Act.See).Where(r => r.EndedOn == null);
        var rows = await (
            from l in db.CustomerLinks.AsNoTracking()
            where l.RemovedAt == null && (l.FromCustomerId == customerId || l.ToCustomerId == customerId) && (linkId == null || l.Id == linkId)
            let isFrom = l.FromCustomerId == customerId
            join other in db.Customers on isFrom ? l.ToCustomerId : l.FromCustomerId equals other.Id
            select new
            {
                Link = l,
                IsFrom = isFrom,
                OtherId = other.Id,
                other.Name,
                Archived = other.ArchivedAt != null,
                Here = db.Contacts.Where(c => c.Id == (isFrom ? l.FromContactId : l.ToContactId)).Select(c => c.Name).FirstOrDefault(),
                There = db.Contacts.Where(c => c.Id == (isFrom ? l.ToContactId : l.FromContactId)).Select(c => c.Name).FirstOrDefault(),
                Seen = seen.Any(c => c.Id == other.Id),
                MayEdit = editable.Any(c => c.Id == l.FromCustomerId || c.Id == l.ToCustomerId),
                Reps = running.Where(r => r.CustomerId == other.Id)
                    .Join(db.People, r => r.RepId, p => p.Id, (r, p) => new LinkedRep(p.Id, p.Name)).ToList(),
            }).AsSingleQuery().ToListAsync(cancellation);
        return
        [
            .. rows.Select(r => new LinkRow(
                    r.Link.Id, LinkRoles.Of(r.Link.Kind, !r.IsFrom), r.IsFrom ? r.Link.FromContactId : r.Link.ToContactId, r.Here,
                    r.Seen ? new(r.OtherId, r.Name, r.Archived, r.There, r.Link.Note, [.. r.Reps.OrderBy(p => p.Name, StringComparer.CurrentCulture)]) : null,
                    r.Link.Version, r.Link.NotedAt)
                {
                    OtherKey = r.OtherId,
                    MayEdit = r.Seen && r.MayEdit,
                })
                .OrderBy(r => r.Role).ThenBy(r => r.Other is null).ThenBy(r => r.Other?.Name, StringComparer.CurrentCulture).ThenBy(r => r.Id),
        ];
    }
}
