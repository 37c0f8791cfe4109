using Microsoft.EntityFrameworkCore;
using TrustCoach.Domain.Briefings;
using TrustCoach.Domain.Customers;
using TrustCoach.Domain.Method;
using TrustCoach.Domain.People;
using TrustCoach.Domain.Promises;
using TrustCoach.Domain.Scoring;
using TrustCoach.Domain.Touchpoints;
using TrustCoach.Services.Customers;
using TrustCoach.Services.Data;
using TrustCoach.Services.Method;
using TrustCoach.Services.People;
using TrustCoach.Services.Ripples;
using TrustCoach.Services.Scoring;

namespace TrustCoach.Services.Briefings;

/// <summary>Everything before a meeting: at most ten statements, whatever the history (head, promises with timeline, encounter, fears, breaches, what they may have heard, card, traction, self-check with its guard).</summary>
public sealed class BriefingQuery(TrustCoachDb db, FearsQuery fears, SelfCheckService selfChecks, RuleBook rules, TimeProvider clock)
{
    // A miss older than this has faded from most scores, and bringing it up would not help.
    private const int BreachDays = 90;

    private const int BreachesRead = 5;

    private static readonly TimeSpan StillOn = TimeSpan.FromHours(12);

    /// <summary>Null when the actor may not see it.</summary>
    /// <param name="repId">Whose relationship; null for one's own, else the one that runs.</param>
    /// <param name="encounterId">The planned encounter to prepare; the next one when null or gone.</param>
    public async Task<Briefing?> RunAsync(Actor actor, Guid customerId, Guid? repId, Guid? encounterId, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var briefed = db.RelationshipsFor(actor, Thing.Briefing, Act.See);
        var heads = await CustomerHead.Of(db, actor, customerId, now)
            .Where(h => briefed.Any(r => r.Id == h.Relationship.Id) && (repId == null || h.Relationship.RepId == repId)).AsNoTracking().ToListAsync(cancellation);
        var head = heads.OrderBy(h => h.Relationship.EndedOn is not null).ThenByDescending(h => h.Relationship.RepId == actor.PersonId)
            .ThenByDescending(h => h.Relationship.EndedOn ?? h.Relationship.OpenedOn).FirstOrDefault();
        if (head is null)
            return null;

        var (today, contacts) = (actor.Today(now), head.Contacts.ConvertAll(c => new ContactFacts(c.Id, c.Name, c.Title, c.Email, c.Phone, c.LeftAt)));
        var items = await PageItem.Of(db, actor, head.Relationship, TimelineCursor.UpTo(now), now, Briefing.Touchpoints).ToListAsync(cancellation);
        var promises = items.Where(i => i.IsPromise).OrderBy(i => i.At).Select(i => i.ToPromise(today, now)).ToList();
        var encounter = await EncounterAsync(head, encounterId, now, cancellation);
        var open = (await fears.Rows(db.Fears.Where(f => f.CustomerId == customerId)).ToListAsync(cancellation)).FindAll(f => f.Answer is null);
        return new Briefing
        {
            Customer = new(head.Customer.Id, head.Customer.Name, head.Customer.BurnedBefore, head.Customer.BurnedNote, head.Customer.ArchivedAt, head.Customer.Version),
            Relationship = head.ToFacts(actor),
            Encounter = encounter,
            Cares = Cares.Of(new BriefingSigns(
                [.. promises.Where(p => p.Direction == Direction.Ours).Select(p => new OwedWord(p.Id, p.Text, p.DueDay, p.Overdue, p.Condition is not null && !p.ConditionMet))],
                await BreachesAsync(head.Relationship, today, cancellation),
                await LastLateAsync(actor, head.Standing, today, cancellation),
                open.ConvertAll(f => new KnownFear(f.Id, f.Text)),
                head.Standing.LastContactAt is { } last ? actor.Today(last) : null,
                encounter is null ? today : actor.Today(encounter.At),
                today)
            {
                Heard = await new RippleQuery(db).HeardAsync(actor, customerId, head.Relationship.RepId, today, cancellation),
                Need = head.Need is { } need ? new(customerId, need.Text, need.Day, now - need.StartedAt, need.AnsweredAt - need.StartedAt) : null,
            }),
            Promises = promises,
            Timeline = [.. items.Where(i => !i.IsPromise).OrderByDescending(i => i.At).ThenByDescending(i => i.Id).Select(i => i.ToRow(contacts))],
            Fears = open,
            Card = (await db.CardOfRepAsync(head.Relationship.RepId, cancellation))?.ToCard() ?? StepCard.Default,
            Traction = await new TractionQuery(db).OfAsync(head.Relationship.Id, today, cancellation),
            SelfCheck = head.Relationship.RepId == actor.PersonId ? await selfChecks.ReadAsync(actor, head.Relationship.Id, cancellation) : null,
        };
    }

    private Task<BriefedEncounter?> EncounterAsync(CustomerHead head, Guid? encounterId, DateTimeOffset now, CancellationToken cancellation)
    {
        var (relationship, since) = (head.Relationship, now - StillOn);
        return db.Touchpoints
            .Where(t => t.RepId == relationship.RepId && t.RelationshipId == relationship.Id && t.Outcome == Outcome.Pending && t.VoidedAt == null
                && (t.HappenedAt > since || t.Id == encounterId))
            .OrderByDescending(t => t.Id == encounterId).ThenBy(t => t.HappenedAt).ThenBy(t => t.Id)
            .Select(t => new BriefedEncounter(
                t.Id, t.HappenedAt, t.Channel, db.Contacts.Where(c => c.Id == t.ContactId).Select(c => c.Name).FirstOrDefault(),
                t.Expectation, t.ExpectationChangedLate, t.Version, t.HappenedAt <= now))
            .FirstOrDefaultAsync(cancellation);
    }

    // What an apology or something done has answered is left alone; so is what was withdrawn.
    private Task<List<OpenBreach>> BreachesAsync(Relationship relationship, DateOnly today, CancellationToken cancellation)
    {
        var since = today.AddDays(-BreachDays);
        return db.Ledger
            .Where(e => e.RelationshipId == relationship.Id && e.Day >= since && e.Day <= today && e.Status != LedgerStatus.Voided
                && Services.Touchpoints.Breaches.Kinds.Contains(e.Kind)
                && !db.Ledger.Any(a => a.RelationshipId == relationship.Id && a.RefId == e.Id && a.Status == LedgerStatus.Counted
                    && (a.Kind == EvidenceKind.Apology || a.Kind == EvidenceKind.MakeGood)))
            .OrderByDescending(e => e.Day).ThenByDescending(e => e.Id).Take(BreachesRead)
            .Select(e => new OpenBreach(
                e.Id, e.Kind, e.Day,
                db.Promises.Where(p => p.Id == e.PromiseId).Select(p => p.Text).FirstOrDefault()
                    ?? db.Touchpoints.Where(t => t.Id == e.TouchpointId).Select(t => t.Expectation ?? t.Summary).FirstOrDefault(),
                e.Status == LedgerStatus.Held, e.TouchpointId, e.PromiseId))
            .ToListAsync(cancellation);
    }

    private async Task<DateOnly?> LastLateAsync(Actor actor, Standing standing, DateOnly today, CancellationToken cancellation)
    {
        var book = await rules.OfAsync(db, actor.RulesVersion, cancellation);
        var sums = standing.On(Math.Max(today.DayNumber, standing.LastDay ?? 0), book);
        return standing.LastLateDay is { } day && Math.Min(1 + sums.LateLoad, book.LatenessMost) >= book.Stages.LatenessHabit ? DateOnly.FromDayNumber(day) : null;
    }
}
