using Microsoft.EntityFrameworkCore;
using TrustCoach.Domain.Promises;
using TrustCoach.Domain.Repairs;
using TrustCoach.Domain.Scoring;
using TrustCoach.Services.Data;
using TrustCoach.Services.People;
using TrustCoach.Services.Scoring;

namespace TrustCoach.Services.Customers;

/// <summary>One customer with one relationship: six statements whatever the history (head, contacts, promises with timeline, ledger, reputation, words of what is shown).</summary>
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
        var heads = await CustomerHead.Of(db, actor, customerId, now).AsNoTracking().ToListAsync(cancellation);
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
            Need = head.Need,
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
        var lines = await LedgerReader.ReadAsync(db, head.Relationship.Id, false, cancellation);
        var counted = lines.Where(l => l.Status == LedgerStatus.Counted).Select(l => l.Evidence).ToArray();
        var broken = promises.FindAll(p => p.BrokenByClock && p.Direction == Direction.Ours);
        var breaks = broken.Select(p => new Evidence(p.Id, p.ClosesOn!.Value.DayNumber, EvidenceKind.PromiseBroken, p.Severity, p.Id)).ToArray();
        var standing = breaks.Length == 0 ? head.Standing : head.Standing.With(breaks, book, RecentOutcome.AllOf(counted, book));
        var all = (await reputations.RunAsync([head.Relationship.RepId], today, actor.RulesVersion, cancellation)).GetValueOrDefault(head.Relationship.RepId);
        var account = new RelationshipAccount(
            standing, [.. counted, .. breaks], ReputationQuery.RhoOf(standing, all, today, book), head.Relationship.OpenedOn, today, EventsShown, book);

        var held = lines.FindAll(l => l.Status == LedgerStatus.Held).ConvertAll(l => l.Id);
        var breach = BreachToRepair.Of([.. counted, .. breaks], today.DayNumber, book);
        var facts = await LedgerFacts.OfAsync(
            db, head.Relationship.Id,
            [.. account.Ids, .. held, .. new[] { head.Relationship.EndCauseId, breach?.Event.Id }.OfType<Guid>()], cancellation);
        foreach (var p in broken)
            facts[p.Id] = new(p.Id, p.ClosesOn!.Value, EvidenceKind.PromiseBroken, EvidenceLevel.Witnessed, true, p.Text, p.DueDay, null, p.Id);
        return account.ToScores(facts, held, head.Relationship.RepId == actor.PersonId, actor.Culture) with
        {
            ToRepair = breach is not null && facts.TryGetValue(breach.Event.Id, out var fact)
                ? new(breach.Event.Id, fact.Words(actor.Culture), breach.Until, breach.Apologized) : null,
        };
    }
}
