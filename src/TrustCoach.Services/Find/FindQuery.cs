using Microsoft.EntityFrameworkCore;
using TrustCoach.Domain.Customers;
using TrustCoach.Domain.People;
using TrustCoach.Domain.Promises;
using TrustCoach.Domain.Touchpoints;
using TrustCoach.Services.Customers;
using TrustCoach.Services.Data;
using TrustCoach.Services.Data.Configurations;
using TrustCoach.Services.People;

namespace TrustCoach.Services.Find;

/// <summary>A customer that was found, or one opened lately.</summary>
/// <param name="Contact">Somebody there, when it was found by that name.</param>
public sealed record FoundCustomer(Guid Id, string Name, string? Contact = null, bool Archived = false);

/// <summary>A promise that was found by its words.</summary>
public sealed record FoundPromise(Guid Id, string Text, string Customer, Direction Direction, PromiseState State, DateOnly DueDay);

/// <summary>A touchpoint that was found by its words.</summary>
public sealed record FoundTouchpoint(Guid Id, string Words, string Customer, Outcome Outcome, DateTimeOffset HappenedAt);

/// <summary>What a search found, of what the actor may see.</summary>
/// <param name="Near">No name is like the search; the customers and contacts are names alike.</param>
/// <param name="IsCut">The words of promises or touchpoints took too long to look through and were left out.</param>
public sealed record Found(
    IReadOnlyList<FoundCustomer> Customers, IReadOnlyList<FoundCustomer> Contacts, bool Near,
    IReadOnlyList<FoundPromise> Promises, IReadOnlyList<FoundTouchpoint> Touchpoints, bool IsCut = false)
{
    public static Found Nothing { get; } = new([], [], false, [], []);

    public bool IsEmpty => Customers.Count + Contacts.Count + Promises.Count + Touchpoints.Count == 0;
}

/// <summary>Finds customers, contacts, promises and touchpoints by what somebody types. Every part starts from what the actor may see.</summary>
public sealed class FindQuery(TrustCoachDb db)
{
    /// <summary>So many of a kind are shown.</summary>
    public const int Shown = 6;

    /// <summary>Words of promises and touchpoints are looked for in so many relationships, those with the latest contact.</summary>
    public const int Relationships = 100;

    /// <summary>And in so many promises and touchpoints of each, the latest.</summary>
    public const int OfEach = 20;

    // Sentences that lie on a disk are read one page each: names are shown without them rather than late.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1.5);

    public async Task<Found> RunAsync(Actor actor, string? typed, CancellationToken cancellation)
    {
        if (SearchTerm.Of(typed) is not { } term)
            return Found.Nothing;
        var (customers, contacts) = await NamedAsync(actor, term, cancellation);
        // One letter or two are in every sentence.
        var words = term.Length < 3 ? [] : typed!.Trim().Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(8).Select(word => $"%{LikePattern.Escape(word)}%").ToArray();
        var (promises, touchpoints, isCut) = words.Length == 0 ? ([], [], false) : await SaidAsync(actor, words, cancellation);
        // What is written somewhere was no typing error.
        var near = term.Length > 2 && customers.Count + contacts.Count + promises.Count + touchpoints.Count == 0;
        if (near)
            (customers, contacts) = await AlikeAsync(actor, term, cancellation);
        return new(customers, contacts, near && customers.Count + contacts.Count > 0, promises, touchpoints, isCut);
    }

    private async Task<(List<FoundPromise> Promises, List<FoundTouchpoint> Touchpoints, bool IsCut)> SaidAsync(
        Actor actor, string[] words, CancellationToken cancellation)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(Patience);
        List<FoundPromise> promises = [];
        try
        {
            promises = await PromisesAsync(actor, words, patience.Token);
            return (promises, await TouchpointsAsync(actor, words, patience.Token), false);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return (promises, [], true);
        }
    }

    /// <summary>The customers the actor opened last, the latest first.</summary>
    public Task<List<FoundCustomer>> RecentAsync(Actor actor, CancellationToken cancellation)
    {
        var (me, reached) = (actor.PersonId, db.RelationshipsFor(actor, Thing.Customer, Act.See));
        return (
            from v in db.RelationshipVisits
            join r in reached on v.RelationshipId equals r.Id
            join c in db.Customers on r.CustomerId equals c.Id
            where v.PersonId == me
            orderby v.LastAt descending
            select new FoundCustomer(c.Id, c.Name, null, c.ArchivedAt != null)).Take(Shown).ToListAsync(cancellation);
    }

    private async Task<(List<FoundCustomer> Customers, List<FoundCustomer> Contacts)> NamedAsync(Actor actor, string term, CancellationToken cancellation)
    {
        var (named, seen) = (db.CustomersNamed(term), db.CustomersFor(actor, Thing.Customer, Act.See));
        string[] letters = term.Length < 3 ? [$"{LikePattern.Escape(term)}%", $"% {LikePattern.Escape(term)}%"] : [$"%{LikePattern.Escape(term)}%"];
        var found = seen.Where(c => named.Contains(c.Id));
        var customers = await found
            .Where(c => letters.Any(pattern => EF.Functions.Like(EF.Property<string>(c, CustomerConfiguration.SearchColumn), pattern)))
            .OrderBy(c => c.ArchivedAt != null).ThenBy(c => c.Name.Length).ThenBy(c => c.Name).ThenBy(c => c.Id)
            .Select(c => new FoundCustomer(c.Id, c.Name, null, c.ArchivedAt != null)).Take(Shown).ToListAsync(cancellation);
        var contacts = await People(found, db.Contacts.Where(p =>
            letters.Any(pattern => EF.Functions.Like(EF.Property<string>(p, CustomerConfiguration.SearchColumn), pattern)))).ToListAsync(cancellation);
        return (customers, contacts);
    }

    private async Task<(List<FoundCustomer> Customers, List<FoundCustomer> Contacts)> AlikeAsync(Actor actor, string term, CancellationToken cancellation)
    {
        var (alike, seen) = (db.CustomersAlike(term), db.CustomersFor(actor, Thing.Customer, Act.See));
        var customers = await (
            from c in seen
            join a in alike on c.Id equals a.CustomerId
            where a.Likeness > 0
            orderby a.Likeness descending, c.Name, c.Id
            select new FoundCustomer(c.Id, c.Name, null, c.ArchivedAt != null)).Take(Shown).ToListAsync(cancellation);
        var contacts = await People(
            seen.Where(c => alike.Any(a => a.CustomerId == c.Id && a.Likeness == 0)),
            db.Contacts.Where(p => EF.Functions.TrigramsWordSimilarity(term, EF.Property<string>(p, CustomerConfiguration.SearchColumn)) >= 0.3)).ToListAsync(cancellation);
        return (customers, contacts);
    }

    private static IQueryable<FoundCustomer> People(IQueryable<Customer> customers, IQueryable<Contact> people) => (
        from c in customers
        join p in people on c.Id equals p.CustomerId
        orderby p.LeftAt != null, c.ArchivedAt != null, p.Name, p.Id
        select new FoundCustomer(c.Id, c.Name, p.Name, c.ArchivedAt != null)).Take(Shown);

    // SQL, because LINQ ranks every promise of the organization to take the latest of a few relationships; this reads so many of each along an index.
    private async Task<List<FoundPromise>> PromisesAsync(Actor actor, string[] words, CancellationToken cancellation)
    {
        var (organization, relationships) = (db.Organization.Id, await LatestAsync(actor, Thing.Promise, cancellation));
        return await db.Database.SqlQuery<FoundPromise>($"""
            select p.id as "Id", p.text as "Text", c.name as "Customer", p.direction as "Direction", p.state as "State", p.due_day as "DueDay"
              from unnest({relationships}) as r(id)
              cross join lateral (
                    select id, text, customer_id, direction, state, due_day, due_at from promises
                     where organization_id = {organization} and relationship_id = r.id
                     order by due_at desc limit {OfEach}) p
              join customers c on c.organization_id = {organization} and c.id = p.customer_id
             where p.text ilike all ({words})
             order by p.state = 1 desc, p.due_at desc, p.id
             limit {Shown}
            """).ToListAsync(cancellation);
    }

    // "is not distinct from" keeps Postgres on the timeline's index: by the relationship's it would sort a whole history for its last rows.
    private async Task<List<FoundTouchpoint>> TouchpointsAsync(Actor actor, string[] words, CancellationToken cancellation)
    {
        var (organization, relationships) = (db.Organization.Id, await LatestAsync(actor, Thing.Touchpoint, cancellation));
        return await db.Database.SqlQuery<FoundTouchpoint>($"""
            select t.id as "Id", coalesce(t.summary, t.expectation, '') as "Words", c.name as "Customer", t.outcome as "Outcome", t.happened_at as "HappenedAt"
              from relationships r
              join customers c on c.organization_id = r.organization_id and c.id = r.customer_id
              cross join lateral (
                    select id, summary, expectation, outcome, happened_at, voided_at from touchpoints
                     where organization_id = r.organization_id and customer_id = r.customer_id and relationship_id is not distinct from r.id
                     order by happened_at desc limit {OfEach}) t
             where r.organization_id = {organization} and r.id = any({relationships})
               and t.voided_at is null and coalesce(t.summary, '') || ' ' || coalesce(t.expectation, '') ilike all ({words})
             order by t.happened_at desc, t.id
             limit {Shown}
            """).ToListAsync(cancellation);
    }

    private Task<Guid[]> LatestAsync(Actor actor, Thing thing, CancellationToken cancellation) => (
        from r in db.RelationshipsFor(actor, thing, Act.See)
        join s in db.Standings on r.Id equals s.RelationshipId
        orderby s.LastContactAt ?? DateTimeOffset.MinValue descending, r.Id
        select r.Id).Take(Relationships).ToArrayAsync(cancellation);
}
