using Microsoft.EntityFrameworkCore;
using TrustCoach.Domain.Customers;
using TrustCoach.Domain.People;
using TrustCoach.Domain.Touchpoints;
using TrustCoach.Services.Customers;
using TrustCoach.Services.Data;
using TrustCoach.Services.Data.Configurations;
using TrustCoach.Services.Method;
using TrustCoach.Services.People;

namespace TrustCoach.Services.Touchpoints;

/// <summary>What the log form is opened for.</summary>
/// <param name="RepId">Whose relationship with the customer; the actor's own when null.</param>
/// <param name="Search">Part of a customer's name or of a person's there, with typing errors; null shows the recent ones.</param>
/// <param name="WithCard">The method card is wanted too.</param>
/// <param name="TickedCard">The version of the card that something is ticked on; <see cref="Guid.Empty"/> for the card of teams without their own.</param>
public sealed record LogAsked(
    Guid? RelationshipId = null, Guid? CustomerId = null, Guid? RepId = null, string? Search = null, bool WithCard = false, Guid? TickedCard = null);

/// <summary>A relationship one may log in.</summary>
/// <param name="Rep">Whose it is; null when the actor's own.</param>
/// <param name="Person">Somebody there, when it was found by that name.</param>
public sealed record LogChoice(Guid RelationshipId, Guid CustomerId, string Customer, string? Rep, string? Person = null);

/// <summary>A planned encounter nobody has said the outcome of.</summary>
public sealed record OpenPlan(Guid TouchpointId, DateTimeOffset HappenedAt, string? Expectation);

/// <summary>What the log form offers.</summary>
/// <param name="Customers">The chosen one first, then the recent ones or those found.</param>
/// <param name="Chosen">Null when nothing is chosen, or what was asked for is not the actor's to log.</param>
public sealed record LogChoices(
    IReadOnlyList<LogChoice> Customers, LogChoice? Chosen, IReadOnlyList<Breach> Breaches, IReadOnlyList<(Guid Id, string Name)> Contacts, OpenPlan? Plan)
{
    /// <summary>Nothing to choose from.</summary>
    public static LogChoices None { get; } = new([], null, [], [], null);

    /// <summary>Nothing is named as was typed; these are names alike.</summary>
    public bool Near { get; init; }

    /// <summary>The steps of a first conversation, when they were asked for.</summary>
    public OfferedCard? Card { get; init; }
}

/// <summary>Reads what the log form offers: customers of the actor's by last event, and what is known of the chosen one.</summary>
public sealed class LogChoicesQuery(TrustCoachDb db, TimeProvider clock)
{
    /// <summary>So many customers are shown at once; the search finds the rest.</summary>
    public const int Shown = 8;

    public async Task<LogChoices> RunAsync(Actor actor, LogAsked asked, CancellationToken cancellation)
    {
        var (customers, near) = await CustomersAsync(actor, asked, cancellation);
        var chosen = customers.Find(c => c.RelationshipId == asked.RelationshipId)
            ?? customers.Find(c => c.CustomerId == asked.CustomerId && (c.Rep is null || asked.RepId is not null))
            ?? customers.Find(c => c.CustomerId == asked.CustomerId);
        var card = asked.WithCard ? await db.OfferCardAsync(actor, chosen?.RelationshipId, asked.TickedCard, cancellation) : null;
        if (chosen is null)
            return LogChoices.None with { Customers = customers, Near = near, Card = card };
        var now = clock.GetUtcNow();
        var breaches = await db.BreachesAsync(chosen.RelationshipId, actor.Today(now), cancellation);
        var contacts = await db.Contacts.Where(c => c.CustomerId == chosen.CustomerId && c.LeftAt == null)
            .OrderBy(c => c.Name).Select(c => new { c.Id, c.Name }).ToListAsync(cancellation);
        var plan = await db.Touchpoints
            .Where(t => t.CustomerId == chosen.CustomerId && t.RelationshipId == chosen.RelationshipId
                && t.Outcome == Outcome.Pending && t.VoidedAt == null && t.HappenedAt <= now)
            .OrderByDescending(t => t.HappenedAt).Select(t => new OpenPlan(t.Id, t.HappenedAt, t.Expectation)).FirstOrDefaultAsync(cancellation);
        return new(customers, chosen, breaches, contacts.ConvertAll(c => (c.Id, c.Name)), plan) { Near = near, Card = card };
    }

    /// <summary>The card of the actor's own team.</summary>
    public Task<OfferedCard> CardAsync(Actor actor, CancellationToken cancellation) => db.OfferCardAsync(actor, null, null, cancellation);

    private async Task<(List<LogChoice> Customers, bool Near)> CustomersAsync(Actor actor, LogAsked asked, CancellationToken cancellation)
    {
        var (me, all) = (actor.PersonId, All(actor, asked));
        if (SearchTerm.Of(asked.Search) is not { } term)
            return (await RowsAsync(Recent(all.Where(f => f.IsChosen || f.Relationship.RepId == me).OrderByDescending(f => f.IsChosen), me), me, null, cancellation), false);

        var named = db.CustomersNamed(term);
        // A company that is called so comes before one where somebody is.
        var (start, within) = Patterns(term);
        var found = await RowsAsync(
            Recent(all.Where(f => named.Contains(f.Customer.Id)).OrderByDescending(f =>
                EF.Functions.Like(EF.Property<string>(f.Customer, CustomerConfiguration.SearchColumn), start)
                || EF.Functions.Like(EF.Property<string>(f.Customer, CustomerConfiguration.SearchColumn), within)), me),
            me, term, cancellation);
        var near = found.Count == 0;
        if (near)
        {
            // Nobody is called what was typed: the names most like it.
            found = await RowsAsync(
                from f in all
                join alike in db.CustomersAlike(term) on f.Customer.Id equals alike.CustomerId
                orderby alike.Likeness descending, f.Relationship.RepId == me descending, f.Customer.Name, f.Relationship.Id
                select f, me, null, cancellation);
        }

        if ((asked.RelationshipId ?? asked.CustomerId) is null)
            return (found, near && found.Count > 0);
        // What is chosen stays on the form whatever is searched; asked for by itself, so that the search keeps its index.
        var chosen = await RowsAsync(all.Where(f => f.IsChosen), me, null, cancellation);
        found = [.. found.Where(f => !chosen.Contains(f with { Person = null })).Take(Shown - chosen.Count)];
        return ([.. chosen, .. found], near && found.Count > 0);
    }

    private IQueryable<Loggable> All(Actor actor, LogAsked asked)
    {
        var (relationship, customer, rep) = (asked.RelationshipId, asked.CustomerId, asked.RepId);
        return from r in db.RelationshipsFor(actor, Thing.Touchpoint, Act.Log)
               join c in db.Customers on r.CustomerId equals c.Id
               join s in db.Standings on r.Id equals s.RelationshipId
               where r.EndedOn == null && c.ArchivedAt == null
               select new Loggable
               {
                   Relationship = r,
                   Customer = c,
                   LastContactAt = s.LastContactAt,
                   IsChosen = r.Id == relationship || (c.Id == customer && (rep == null || r.RepId == rep)),
               };
    }

    private static IQueryable<Loggable> Recent(IOrderedQueryable<Loggable> found, Guid me) => found
        .ThenByDescending(f => f.Relationship.RepId == me)
        .ThenByDescending(f => f.LastContactAt ?? DateTimeOffset.MinValue).ThenBy(f => f.Customer.Name).ThenBy(f => f.Relationship.Id);

    private async Task<List<LogChoice>> RowsAsync(IQueryable<Loggable> found, Guid me, string? term, CancellationToken cancellation)
    {
        var (start, within) = Patterns(term ?? "");
        var rows = await found.Take(Shown)
            .Select(f => new
            {
                f.Relationship.Id,
                f.Relationship.CustomerId,
                f.Customer.Name,
                Rep = f.Relationship.RepId == me ? null : db.People.Where(p => p.Id == f.Relationship.RepId).Select(p => p.Name).FirstOrDefault(),
                // Said only where the company's own name does not explain why it was found.
                Person = term == null
                    || EF.Functions.Like(EF.Property<string>(f.Customer, CustomerConfiguration.SearchColumn), start)
                    || EF.Functions.Like(EF.Property<string>(f.Customer, CustomerConfiguration.SearchColumn), within)
                    ? null
                    : db.Contacts.Where(c => c.CustomerId == f.Customer.Id && (
                            EF.Functions.Like(EF.Property<string>(c, CustomerConfiguration.SearchColumn), start)
                            || EF.Functions.Like(EF.Property<string>(c, CustomerConfiguration.SearchColumn), within)))
                        .OrderBy(c => c.LeftAt != null).ThenBy(c => c.Name).Select(c => c.Name).FirstOrDefault(),
            })
            .ToListAsync(cancellation);
        return rows.ConvertAll(r => new LogChoice(r.Id, r.CustomerId, r.Name, r.Rep, r.Person));
    }

    // As the search itself reads letters: one or two begin a word, more stand anywhere.
    private static (string Start, string Within) Patterns(string term)
    {
        var letters = LikePattern.Escape(term);
        return term.Length < 3 ? ($"{letters}%", $"% {letters}%") : ($"{letters}%", $"%{letters}%");
    }

    private sealed class Loggable
    {
        public required Relationship Relationship { get; init; }

        public required Customer Customer { get; init; }

        public required DateTimeOffset? LastContactAt { get; init; }

        public required bool IsChosen { get; init; }
    }
}
