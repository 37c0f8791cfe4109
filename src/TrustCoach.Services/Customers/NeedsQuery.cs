using Microsoft.EntityFrameworkCore;
using TrustCoach.Domain.Customers;
using TrustCoach.Domain.People;
using TrustCoach.Domain.Touchpoints;
using TrustCoach.Services.Data;
using TrustCoach.Services.People;

namespace TrustCoach.Services.Customers;

/// <summary>A time of need with the first response, measured now.</summary>
/// <param name="Who">Name of the contact who needs us most; null when nobody in particular does.</param>
/// <param name="AnsweredAt">When the first response happened; null while there is none.</param>
/// <param name="AnsweredBy">The rep who gave it; null where the actor may not see that encounter, a colleague's.</param>
/// <param name="ResponseId">The touchpoint; null where the actor may not see it.</param>
public sealed record NeedRow(
    Guid Id, Guid CustomerId, string Customer, string Text, Guid? ContactId, string? Who, DateTimeOffset StartedAt, DateTimeOffset? OverAt, int Version,
    DateTimeOffset? AnsweredAt, string? AnsweredBy, Guid? ResponseId)
{
    /// <summary>How long the first response took; null while there is none.</summary>
    public TimeSpan? FirstResponse => AnsweredAt - StartedAt;

    /// <summary>How long it went on without an answer: until now, or until it was over.</summary>
    public TimeSpan Unanswered(DateTimeOffset now) => (OverAt ?? now) - StartedAt;
}

/// <summary>A customer with its times of need, the newest first; an open one stands alone.</summary>
public sealed record NeedsPage(Guid CustomerId, string Customer, bool Archived, NeedRow? Open, IReadOnlyList<NeedRow> Earlier, IReadOnlyList<ContactFacts> Contacts, bool MayEdit)
{
    /// <summary>In whose relationship the actor may log a response, their own before others; null when in none.</summary>
    public Guid? LogsForRepId { get; init; }

    /// <summary>So many earlier ones are shown.</summary>
    public const int Shown = 25;
}

/// <summary>An open time of need as a customer's page shows it.</summary>
public sealed record OpenNeed(Guid Id, string Text, DateTimeOffset StartedAt, DateOnly Day, DateTimeOffset? AnsweredAt);

/// <summary>A customer who waits: an open time of need that nobody has answered.</summary>
public sealed record WaitingNeed(Guid CustomerId, string Customer, string Text, DateTimeOffset StartedAt);

/// <summary>
/// Reads times of need. The first response is the first encounter of any rep with that customer that we started, between its start and
/// its end: corrected, withdrawn or moved touchpoints change it by themselves.
/// </summary>
public sealed class NeedsQuery(TrustCoachDb db, TimeProvider clock)
{
    /// <summary>All of a customer: two statements. Null when the actor sees no such customer.</summary>
    public async Task<NeedsPage?> OfAsync(Actor actor, Guid customerId, CancellationToken cancellation)
    {
        var (editable, loggable, me) = (db.CustomersFor(actor, Thing.TimeOfNeed, Act.Edit), db.RelationshipsFor(actor, Thing.Touchpoint, Act.Log), actor.PersonId);
        var customer = await db.CustomersFor(actor, Thing.TimeOfNeed, Act.See).Where(c => c.Id == customerId)
            .Select(c => new
            {
                c.Name,
                c.ArchivedAt,
                MayEdit = editable.Any(e => e.Id == c.Id),
                LogsFor = loggable.Where(r => r.CustomerId == c.Id && r.EndedOn == null).OrderByDescending(r => r.RepId == me).ThenBy(r => r.Id).Select(r => (Guid?)r.RepId).FirstOrDefault(),
                Contacts = db.Contacts.Where(p => p.CustomerId == c.Id).OrderBy(p => p.Id).Select(p => new ContactFacts(p.Id, p.Name, p.Title, p.Email, p.Phone, p.LeftAt)).ToList(),
            }).AsSingleQuery().SingleOrDefaultAsync(cancellation);
        if (customer is null)
            return null;
        var rows = await RowsAsync(actor, db.TimesOfNeed.Where(n => n.CustomerId == customerId), NeedsPage.Shown + 1, cancellation);
        return new(
            customerId, customer.Name, customer.ArchivedAt is not null, rows.Find(r => r.OverAt is null), [.. rows.Where(r => r.OverAt is not null).Take(NeedsPage.Shown)],
            customer.Contacts, customer.MayEdit)
        {
            LogsForRepId = customer.LogsFor,
        };
    }

    /// <summary>Those of a rep's own customers that wait for an answer, the longest first: one statement.</summary>
    internal static async Task<IReadOnlyList<WaitingNeed>> WaitingAsync(TrustCoachDb db, Actor actor, DateTimeOffset now, int most, CancellationToken cancellation)
    {
        var me = actor.PersonId;
        var (mine, responses) = (db.RelationshipsFor(actor, Thing.TimeOfNeed, Act.See), Responses(db, now));
        return await (
            from need in db.TimesOfNeed
            where need.OverAt == null && need.WithdrawnAt == null
                && mine.Any(r => r.CustomerId == need.CustomerId && r.RepId == me && r.EndedOn == null)
                && !responses.Any(t => t.CustomerId == need.CustomerId && t.HappenedAt >= need.StartedAt)
            join customer in db.Customers on need.CustomerId equals customer.Id
            orderby need.StartedAt, need.Id
            select new WaitingNeed(customer.Id, customer.Name, need.Text, need.StartedAt)).Take(most).ToListAsync(cancellation);
    }

    /// <summary>
    /// Of the customers with whom the rep had a running relationship on the day it began, the newest first: one statement.
    /// The caller has made sure that the actor may see the rep's page.
    /// </summary>
    /// <param name="from">First and last day, the organization's.</param>
    internal Task<List<NeedRow>> OfRepAsync(Actor actor, Guid repId, DateOnly from, DateOnly to, int most, CancellationToken cancellation) =>
        RowsAsync(actor, db.TimesOfNeed.Where(n => n.Day >= from && n.Day <= to
            && db.Relationships.Any(r => r.RepId == repId && r.CustomerId == n.CustomerId && r.OpenedOn <= n.Day && (r.EndedOn == null || r.EndedOn >= n.Day))), most, cancellation);

    /// <summary>Encounters that can answer a time of need: they took place, and we started them.</summary>
    internal static IQueryable<Touchpoint> Responses(TrustCoachDb db, DateTimeOffset now) =>
        db.Touchpoints.Where(t => t.Outcome != Outcome.Pending && t.VoidedAt == null && !t.TheyStarted && t.HappenedAt <= now);

    private async Task<List<NeedRow>> RowsAsync(Actor actor, IQueryable<TimeOfNeed> needs, int most, CancellationToken cancellation)
    {
        var seen = db.RelationshipsFor(actor, Thing.Touchpoint, Act.See);
        var responses = Responses(db, clock.GetUtcNow());
        // The response by its id first, so that each is one look into the customer's timeline.
        var found = needs.Where(n => n.WithdrawnAt == null).OrderByDescending(n => n.OverAt == null).ThenByDescending(n => n.StartedAt).ThenByDescending(n => n.Id).Take(most)
            .Select(n => new
            {
                Need = n,
                ResponseId = responses.Where(t => t.CustomerId == n.CustomerId && t.HappenedAt >= n.StartedAt && (n.OverAt == null || t.HappenedAt <= n.OverAt))
                    .OrderBy(t => t.HappenedAt).ThenBy(t => t.Id).Select(t => (Guid?)t.Id).FirstOrDefault(),
            });
        var rows = await (
            from n in found
            join customer in db.Customers on n.Need.CustomerId equals customer.Id
            from contact in db.Contacts.Where(c => c.Id == n.Need.ContactId).DefaultIfEmpty()
            from response in db.Touchpoints.Where(t => t.Id == n.ResponseId).DefaultIfEmpty()
            from rep in db.People.Where(p => p.Id == response!.RepId).DefaultIfEmpty()
            orderby n.Need.OverAt == null descending, n.Need.StartedAt descending, n.Need.Id descending
            select new
            {
                n.Need,
                Customer = customer.Name,
                Who = (string?)contact!.Name,
                Id = (Guid?)response!.Id,
                At = (DateTimeOffset?)response.HappenedAt,
                Rep = (string?)rep!.Name,
                Seen = response != null && seen.Any(r => r.Id == response.RelationshipId),
            }).AsNoTracking().ToListAsync(cancellation);
        return rows.ConvertAll(r => new NeedRow(
            r.Need.Id, r.Need.CustomerId, r.Customer, r.Need.Text, r.Need.ContactId, r.Who, r.Need.StartedAt, r.Need.OverAt, r.Need.Version,
            r.At, r.Seen ? r.Rep : null, r.Seen ? r.Id : null));
    }
}
