using Microsoft.EntityFrameworkCore;
using TrustCoach.Domain.Customers;
using TrustCoach.Domain.People;
using TrustCoach.Domain.Promises;
using TrustCoach.Domain.Touchpoints;
using TrustCoach.Services.Data;
using TrustCoach.Services.People;

namespace TrustCoach.Services.Customers;

/// <summary>A fear with what answered it, as that stands now.</summary>
/// <param name="Who">Name of the contact who said it; null when nobody in particular did.</param>
/// <param name="Answer">Null while it is open.</param>
/// <param name="AnswerGone">It was answered, and what answered it no longer stands: it is open again.</param>
public sealed record FearRow(Guid Id, string Text, Guid? ContactId, string? Who, DateOnly NotedOn, int Version, FearAnswer? Answer, bool AnswerGone)
{
    public Guid CustomerId { get; init; }

    public string Customer { get; init; } = "";
}

/// <summary>The kept promise or the encounter that answered a fear.</summary>
/// <param name="Day">The day it was kept, or of the encounter.</param>
/// <param name="Words">What was promised or noted.</param>
public sealed record FearAnswer(Guid? PromiseId, Guid? TouchpointId, DateOnly Day, string Words);

/// <summary>A customer with what it is afraid of, open ones first.</summary>
public sealed record FearsPage(Guid CustomerId, string Customer, bool Archived, IReadOnlyList<FearRow> Fears, IReadOnlyList<ContactFacts> Contacts, bool MayEdit);

/// <summary>One fear, and what could have answered it, newest first.</summary>
public sealed record FearPage(FearRow Fear, IReadOnlyList<FearAnswer> Answers, IReadOnlyList<ContactFacts> Contacts, bool MayEdit);

/// <summary>Reads fears. They are the customer's, so whoever looks after the customer knows them.</summary>
public sealed class FearsQuery(TrustCoachDb db)
{
    /// <summary>So many possible answers are offered.</summary>
    public const int Offered = 30;

    /// <summary>All of a customer: two statements. Null when the actor sees no such customer.</summary>
    public async Task<FearsPage?> OfAsync(Actor actor, Guid customerId, CancellationToken cancellation)
    {
        var editable = db.CustomersFor(actor, Thing.Fear, Act.Edit);
        var customer = await db.CustomersFor(actor, Thing.Fear, Act.See).Where(c => c.Id == customerId)
            .Select(c => new
            {
                c.Name,
                c.ArchivedAt,
                MayEdit = editable.Any(e => e.Id == c.Id),
                Contacts = db.Contacts.Where(p => p.CustomerId == c.Id).OrderBy(p => p.Id).Select(p => new ContactFacts(p.Id, p.Name, p.Title, p.Email, p.Phone, p.LeftAt)).ToList(),
            }).AsSingleQuery().SingleOrDefaultAsync(cancellation);
        if (customer is null)
            return null;
        var fears = await Rows(db.Fears.Where(f => f.CustomerId == customerId)).ToListAsync(cancellation);
        return new(customerId, customer.Name, customer.ArchivedAt is not null, [.. fears.OrderBy(f => f.Answer is not null)], customer.Contacts, customer.MayEdit);
    }

    /// <summary>One fear: four statements. Null when the actor sees no such fear.</summary>
    public async Task<FearPage?> RunAsync(Actor actor, Guid id, CancellationToken cancellation)
    {
        var (seen, editable) = (db.CustomersFor(actor, Thing.Fear, Act.See), db.CustomersFor(actor, Thing.Fear, Act.Edit));
        var fear = await Rows(db.Fears.Where(f => f.Id == id && seen.Any(c => c.Id == f.CustomerId))).SingleOrDefaultAsync(cancellation);
        if (fear is null)
            return null;
        var contacts = await db.Contacts.Where(c => c.CustomerId == fear.CustomerId).OrderBy(c => c.Id)
            .Select(c => new ContactFacts(c.Id, c.Name, c.Title, c.Email, c.Phone, c.LeftAt)).ToListAsync(cancellation);
        var mayEdit = await editable.AnyAsync(c => c.Id == fear.CustomerId, cancellation);
        var answers = mayEdit ? await Answers(actor, fear.CustomerId).Where(a => a.Day >= fear.NotedOn)
            .OrderByDescending(a => a.Day).ThenBy(a => a.Id).Take(Offered).ToListAsync(cancellation) : [];
        return new(fear, answers.ConvertAll(a => a.ToAnswer()), contacts, mayEdit);
    }

    /// <summary>Fears with what answered them, the oldest first; withdrawn ones left out.</summary>
    internal IQueryable<FearRow> Rows(IQueryable<Fear> fears) =>
        from f in fears
        join customer in db.Customers on f.CustomerId equals customer.Id
        where f.WithdrawnAt == null
        from c in db.Contacts.Where(c => c.Id == f.ContactId).DefaultIfEmpty()
        from p in db.Promises.Where(p => p.Id == f.PromiseId && p.State == PromiseState.Kept).DefaultIfEmpty()
        from t in db.Touchpoints.Where(t => t.Id == f.TouchpointId && t.VoidedAt == null && (t.Outcome == Outcome.Met || t.Outcome == Outcome.Exceeded)).DefaultIfEmpty()
        orderby f.NotedOn, f.Id
        select new FearRow(
            f.Id, f.Text, f.ContactId, c!.Name, f.NotedOn, f.Version,
            p != null ? new FearAnswer(p.Id, null, p.ClosedOn!.Value, p.Text)
                : t != null ? new FearAnswer(null, t.Id, t.Day, t.Summary ?? t.Expectation ?? "") : null,
            (f.PromiseId != null || f.TouchpointId != null) && p == null && t == null)
        {
            CustomerId = f.CustomerId,
            Customer = customer.Name,
        };

    /// <summary>What of the actor's own evidence, or their reps', could answer a fear of this customer.</summary>
    internal IQueryable<PossibleAnswer> Answers(Actor actor, Guid customerId)
    {
        var (promised, met) = (db.RelationshipsFor(actor, Thing.Promise, Act.See), db.RelationshipsFor(actor, Thing.Touchpoint, Act.See));
        return db.Promises
            .Where(p => p.CustomerId == customerId && p.State == PromiseState.Kept && p.Direction == Direction.Ours && promised.Any(r => r.Id == p.RelationshipId))
            .Select(p => new PossibleAnswer { IsPromise = true, Id = p.Id, Day = p.ClosedOn!.Value, Words = p.Text })
            .Concat(db.Touchpoints
                .Where(t => t.CustomerId == customerId && t.VoidedAt == null && (t.Outcome == Outcome.Met || t.Outcome == Outcome.Exceeded)
                    && met.Any(r => r.Id == t.RelationshipId))
                .Select(t => new PossibleAnswer { IsPromise = false, Id = t.Id, Day = t.Day, Words = t.Summary ?? t.Expectation ?? "" }));
    }
}

/// <summary>A kept promise or a met expectation that could answer a fear.</summary>
internal sealed class PossibleAnswer
{
    public required bool IsPromise { get; init; }

    public required Guid Id { get; init; }

    public required DateOnly Day { get; init; }

    public required string Words { get; init; }

    public FearAnswer ToAnswer() => new(IsPromise ? Id : null, IsPromise ? null : Id, Day, Words);
}
