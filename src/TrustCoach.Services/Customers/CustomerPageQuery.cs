using Microsoft.EntityFrameworkCore;
using TrustCoach.Domain.Promises;
using TrustCoach.Domain.Scoring;
using TrustCoach.Services.Data;
using TrustCoach.Services.People;
using TrustCoach.Services.Scoring;

namespace TrustCoach.Services.Customers;

/// <summary>One customer with one relationship: four statements whatever the history (head, ledger, reputation, promises with timeline).</summary>
public sealed class CustomerPageQuery(TrustCoachDb db, ReputationQuery reputations, RuleBook rules, TimeProvider clock)
{
    public const int TimelineSize = 25;

    /// <summary>Ledger events shown one by one; the why page has them all.</summary>
    public const int EventsShown = 10;

    /// <summary>Null when the actor sees no relationship of that customer, or none of that rep.</summary>
    /// <param name="repId">Whose relationship; null for one's own, else the one that runs.</param>
    /// <param name="older">The word with which the timeline's page before ended.</param>
    public async Task<CustomerPage?> RunAsync(
        Actor actor, Guid customerId, Guid? repId, string? older, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var heads = await CustomerHead.Of(db, actor, customerId).AsNoTracking().ToListAsync(cancellation);
        var ordered = heads.OrderBy(h => h.Relationship.EndedOn is not null).ThenByDescending(h => h.Relationship.RepId == actor.PersonId)
            .ThenByDescending(h => h.Relationship.EndedOn ?? h.Relationship.OpenedOn).ToList();
        if (ordered.Find(h => repId is null || h.Relationship.RepId == repId) is not { } head)
            return null;

        var (today, cursor) = (actor.Today(now), TimelineCursor.Parse(older));
        var contacts = head.Contacts.OrderBy(c => c.LeftAt is not null).ThenBy(c => c.Id)
            .Select(c => new ContactFacts(c.Id, c.Name, c.Title, c.Email, c.Phone, c.LeftAt)).ToList();
        var items = await PageItem.Of(db, actor, head.Relationship, cursor, now, TimelineSize + 1).ToListAsync(cancellation);
        var promises = items.Where(i => i.IsPromise).OrderBy(i => i.At).Select(i => i.ToPromise(today, now)).ToList();
        var rows = items.Where(i => !i.IsPromise).OrderByDescending(i => i.At).ThenByDescending(i => i.Id).ToList();
        var shown = rows.Take(TimelineSize).Select(i => i.ToRow(contacts)).ToList();
        return new CustomerPage
        {
            Today = today,
            Customer = new(head.Customer.Id, head.Customer.Name, head.Customer.BurnedBefore, head.Customer.BurnedNote, head.Customer.ArchivedAt, head.Customer.Version),
            Relationship = head.ToFacts(actor),
            Relationships = ordered.ConvertAll(h => h.ToFacts(actor)),
            Contacts = contacts,
            Promises = promises,
            Planned = [.. shown.Where(r => r.At > now).Reverse()],
            Timeline = shown.FindAll(r => r.At <= now),
            Older = rows.Count > TimelineSize ? new TimelineCursor(shown[^1].At, shown[^1].Id).ToString() : null,
            Scores = head.MaySeeScore ? await ScoresAsync(actor, head, promises, today, cancellation) : null,
        };
    }

    private async Task<RelationshipScores> ScoresAsync(
        Actor actor, CustomerHead head, List<OpenPromise> promises, DateOnly today, CancellationToken cancellation)
    {
        var book = await rules.OfAsync(db, actor.RulesVersion, cancellation);
        var entries = await LedgerRow.Of(db, head.Relationship.Id).AsNoTracking().ToListAsync(cancellation);
        var broken = promises.Where(p => p.BrokenByClock && p.Direction == Direction.Ours).Select(p => (
            Evidence: new Evidence(p.Id, p.ClosesOn!.Value.DayNumber, EvidenceKind.PromiseBroken, p.Severity, p.Id),
            Fact: new LedgerFact(p.Id, p.ClosesOn.Value, EvidenceKind.PromiseBroken, EvidenceLevel.Witnessed, true, p.Text, p.DueDay, null, p.Id))).ToList();
        var standing = broken.Count == 0 ? head.Standing : head.Standing.With(
            [.. broken.Select(b => b.Evidence)], book, [.. entries.Select(e => RecentOutcome.Of(e.Entry)).OfType<RecentOutcome>()]);
        var all = (await reputations.RunAsync([head.Relationship.RepId], today, actor.RulesVersion, cancellation)).GetValueOrDefault(head.Relationship.RepId);
        var source = new AccountSource(
            standing, ReputationQuery.RhoOf(standing, all, today, book), head.Relationship.OpenedOn,
            [.. entries.Where(e => e.Entry.Status == LedgerStatus.Counted).Select(e => (e.Entry.Evidence, e.ToFact())), .. broken],
            [.. entries.Where(e => e.Entry.Status == LedgerStatus.Held).Select(e => e.ToFact())]);
        return RelationshipAccount.Of(
            source, today, head.Relationship.RepId == actor.PersonId, EventsShown, actor.Culture, book);
    }
}
