using Microsoft.EntityFrameworkCore;
using TrustCoach.Domain.People;
using TrustCoach.Services.Customers;
using TrustCoach.Services.Data;
using TrustCoach.Services.Data.Configurations;
using TrustCoach.Services.People;

namespace TrustCoach.Services.Ripples;

/// <summary>A customer that another one could be linked with.</summary>
public sealed record LinkChoice(Guid CustomerId, string Name);

/// <summary>Customers that were found.</summary>
/// <param name="Near">Nothing is named as was typed; these are names alike.</param>
public sealed record LinkChoices(IReadOnlyList<LinkChoice> Customers, bool Near);

/// <summary>The customer a link goes to, with the people there.</summary>
public sealed record OtherEnd(Guid CustomerId, string Name, IReadOnlyList<ContactFacts> Contacts);

/// <summary>Finds the customer at the other end of a link, among those the actor may see.</summary>
public sealed class LinkChoicesQuery(TrustCoachDb db)
{
    /// <summary>So many are shown; the search finds the rest.</summary>
    public const int Shown = 8;

    /// <summary>The actor's own by last contact when nothing is searched; else those with the letters in their name or in a contact's.</summary>
    public async Task<LinkChoices> RunAsync(Actor actor, Guid customerId, string? search, CancellationToken cancellation)
    {
        if (SearchTerm.Of(search) is not { } term)
            return new(await RecentAsync(actor, customerId, cancellation), false);
        var seen = db.CustomersFor(actor, Thing.Link, Act.See).Where(c => c.Id != customerId && c.ArchivedAt == null);
        var (named, pattern) = (db.CustomersNamed(term), $"%{LikePattern.Escape(term)}%");
        var found = await seen.Where(c => named.Contains(c.Id))
            .OrderByDescending(c => EF.Functions.Like(EF.Property<string>(c, CustomerConfiguration.SearchColumn), pattern)).ThenBy(c => c.Name).ThenBy(c => c.Id)
            .Take(Shown).Select(c => new LinkChoice(c.Id, c.Name)).ToListAsync(cancellation);
        if (found.Count > 0)
            return new(found, false);
        var near = await (
            from c in seen
            join alike in db.CustomersAlike(term) on c.Id equals alike.CustomerId
            orderby alike.Likeness descending, c.Name, c.Id
            select new LinkChoice(c.Id, c.Name)).Take(Shown).ToListAsync(cancellation);
        return new(near, near.Count > 0);
    }

    /// <summary>The one that was chosen; null when the actor may not link with it.</summary>
    public Task<OtherEnd?> OneAsync(Actor actor, Guid customerId, Guid otherId, CancellationToken cancellation) =>
        db.CustomersFor(actor, Thing.Link, Act.See).Where(c => c.Id == otherId && c.Id != customerId && c.ArchivedAt == null)
            .Select(c => new OtherEnd(c.Id, c.Name, db.Contacts.Where(p => p.CustomerId == c.Id).OrderBy(p => p.Id)
                .Select(p => new ContactFacts(p.Id, p.Name, p.Title, p.Email, p.Phone, p.LeftAt)).ToList()))
            .AsSingleQuery().SingleOrDefaultAsync(cancellation);

    private Task<List<LinkChoice>> RecentAsync(Actor actor, Guid customerId, CancellationToken cancellation)
    {
        var me = actor.PersonId;
        return (
            from r in db.Relationships
            join c in db.Customers on r.CustomerId equals c.Id
            join s in db.Standings on r.Id equals s.RelationshipId
            where r.RepId == me && r.EndedOn == null && c.Id != customerId && c.ArchivedAt == null
            orderby s.LastContactAt ?? DateTimeOffset.MinValue descending, c.Name, c.Id
            select new LinkChoice(c.Id, c.Name)).Take(Shown).ToListAsync(cancellation);
    }
}
