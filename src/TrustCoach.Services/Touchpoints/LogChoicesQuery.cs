using Microsoft.EntityFrameworkCore;
using TrustCoach.Domain.People;
using TrustCoach.Domain.Touchpoints;
using TrustCoach.Services.Customers;
using TrustCoach.Services.Data;
using TrustCoach.Services.People;

namespace TrustCoach.Services.Touchpoints;

/// <summary>What the log form is opened for.</summary>
/// <param name="RepId">Whose relationship with the customer; the actor's own when null.</param>
/// <param name="Search">Part of a customer's name; null shows the recent ones.</param>
public sealed record LogAsked(Guid? RelationshipId = null, Guid? CustomerId = null, Guid? RepId = null, string? Search = null);

/// <summary>A relationship one may log in.</summary>
/// <param name="Rep">Whose it is; null when the actor's own.</param>
public sealed record LogChoice(Guid RelationshipId, Guid CustomerId, string Customer, string? Rep);

/// <summary>A planned encounter nobody has said the outcome of.</summary>
public sealed record OpenPlan(Guid TouchpointId, DateTimeOffset HappenedAt, string? Expectation);

/// <summary>What the log form offers.</summary>
/// <param name="Customers">The chosen one first, then the recent ones or those found.</param>
/// <param name="Chosen">Null when nothing is chosen, or what was asked for is not the actor's to log.</param>
public sealed record LogChoices(
    IReadOnlyList<LogChoice> Customers, LogChoice? Chosen, IReadOnlyList<Breach> Breaches, IReadOnlyList<(Guid Id, string Name)> Contacts, OpenPlan? Plan);

/// <summary>Reads what the log form offers: customers of the actor's by last event, and what is known of the chosen one.</summary>
public sealed class LogChoicesQuery(TrustCoachDb db, TimeProvider clock)
{
    /// <summary>So many customers are shown at once; the search finds the rest.</summary>
    public const int Shown = 8;

    public async Task<LogChoices> RunAsync(Actor actor, LogAsked asked, CancellationToken cancellation)
    {
        var customers = await CustomersAsync(actor, asked, cancellation);
        var chosen = customers.Find(c => c.RelationshipId == asked.RelationshipId)
            ?? customers.Find(c => c.CustomerId == asked.CustomerId && (c.Rep is null || asked.RepId is not null))
            ?? customers.Find(c => c.CustomerId == asked.CustomerId);
        if (chosen is null)
            return new(customers, null, [], [], null);
        var now = clock.GetUtcNow();
        var breaches = await db.BreachesAsync(chosen.RelationshipId, actor.Today(now), cancellation);
        var contacts = await db.Contacts.Where(c => c.CustomerId == chosen.CustomerId && c.LeftAt == null)
            .OrderBy(c => c.Name).Select(c => new { c.Id, c.Name }).ToListAsync(cancellation);
        var plan = await db.Touchpoints
            .Where(t => t.CustomerId == chosen.CustomerId && t.RelationshipId == chosen.RelationshipId
                && t.Outcome == Outcome.Pending && t.VoidedAt == null && t.HappenedAt <= now)
            .OrderByDescending(t => t.HappenedAt).Select(t => new OpenPlan(t.Id, t.HappenedAt, t.Expectation)).FirstOrDefaultAsync(cancellation);
        return new(customers, chosen, breaches, contacts.ConvertAll(c => (c.Id, c.Name)), plan);
    }

    private async Task<List<LogChoice>> CustomersAsync(Actor actor, LogAsked asked, CancellationToken cancellation)
    {
        var me = actor.PersonId;
        var (relationship, customer, rep) = (asked.RelationshipId, asked.CustomerId, asked.RepId);
        var found =
            from r in db.RelationshipsFor(actor, Thing.Touchpoint, Act.Log)
            join c in db.Customers on r.CustomerId equals c.Id
            join s in db.Standings on r.Id equals s.RelationshipId
            where r.EndedOn == null && c.ArchivedAt == null
            let isChosen = r.Id == relationship || (c.Id == customer && (rep == null || r.RepId == rep))
            select new { Relationship = r, Customer = c, s.LastContactAt, IsChosen = isChosen };
        if (SearchTerm.Of(asked.Search) is { } term)
        {
            var named = db.CustomersNamed(term);
            found = found.Where(f => f.IsChosen || named.Contains(f.Customer.Id));
        }
        else
        {
            found = found.Where(f => f.IsChosen || f.Relationship.RepId == me);
        }

        var rows = await found
            .OrderByDescending(f => f.IsChosen).ThenByDescending(f => f.Relationship.RepId == me)
            .ThenByDescending(f => f.LastContactAt ?? DateTimeOffset.MinValue).ThenBy(f => f.Customer.Name).ThenBy(f => f.Relationship.Id)
            .Take(Shown)
            .Select(f => new
            {
                f.Relationship.Id,
                f.Relationship.CustomerId,
                f.Customer.Name,
                Rep = f.Relationship.RepId == me ? null : db.People.Where(p => p.Id == f.Relationship.RepId).Select(p => p.Name).FirstOrDefault(),
            })
            .ToListAsync(cancellation);
        return rows.ConvertAll(r => new LogChoice(r.Id, r.CustomerId, r.Name, r.Rep));
    }
}
