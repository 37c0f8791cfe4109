using Microsoft.EntityFrameworkCore;
using TrustCoach.Domain.People;
using TrustCoach.Services.Customers;
using TrustCoach.Services.Data;
using TrustCoach.Services.People;

namespace TrustCoach.Services.Ripples;

/// <summary>A customer with its links.</summary>
public sealed record LinksPage(Guid CustomerId, string Customer, bool Archived, IReadOnlyList<LinkRow> Links, IReadOnlyList<ContactFacts> Contacts, bool MayEdit);

/// <summary>One link, as seen from the customer one came from.</summary>
public sealed record LinkPage(Guid CustomerId, string Customer, LinkRow Link);

/// <summary>Reads links. They are the customer's, so whoever looks after the customer knows them; of the other end they know what they may see.</summary>
public sealed class LinksQuery(TrustCoachDb db)
{
    /// <summary>All of a customer: two statements. Null when the actor sees no such customer.</summary>
    public async Task<LinksPage?> OfAsync(Actor actor, Guid customerId, CancellationToken cancellation)
    {
        var editable = db.CustomersFor(actor, Thing.Link, Act.Edit);
        var customer = await db.CustomersFor(actor, Thing.Link, Act.See).Where(c => c.Id == customerId)
            .Select(c => new
            {
                c.Name,
                c.ArchivedAt,
                MayEdit = editable.Any(e => e.Id == c.Id),
                Contacts = db.Contacts.Where(p => p.CustomerId == c.Id).OrderBy(p => p.Id).Select(p => new ContactFacts(p.Id, p.Name, p.Title, p.Email, p.Phone, p.LeftAt)).ToList(),
            }).AsSingleQuery().SingleOrDefaultAsync(cancellation);
        return customer is null ? null : new(
            customerId, customer.Name, customer.ArchivedAt is not null, await db.LinksOfAsync(actor, customerId, null, cancellation), customer.Contacts, customer.MayEdit);
    }

    /// <summary>One link: two statements. Null when the actor sees neither end, or it was removed.</summary>
    /// <param name="at">The end to look from; where the actor does not see it, the other one.</param>
    public async Task<LinkPage?> RunAsync(Actor actor, Guid id, Guid? at, CancellationToken cancellation)
    {
        var seen = db.CustomersFor(actor, Thing.Link, Act.See);
        var end = await db.LinksFor(actor, Act.See).Where(l => l.Id == id && l.RemovedAt == null)
            .SelectMany(l => seen.Where(c => c.Id == l.FromCustomerId || c.Id == l.ToCustomerId))
            .OrderByDescending(c => c.Id == at).ThenBy(c => c.Id).Select(c => new { c.Id, c.Name }).FirstOrDefaultAsync(cancellation);
        if (end is null)
            return null;
        var links = await db.LinksOfAsync(actor, end.Id, id, cancellation);
        return links.Count == 0 ? null : new(end.Id, end.Name, links[0]);
    }
}
