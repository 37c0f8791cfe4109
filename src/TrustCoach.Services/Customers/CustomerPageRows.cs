using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TrustCoach.Domain.Customers;
using TrustCoach.Domain.People;
using TrustCoach.Domain.Promises;
using TrustCoach.Domain.Scoring;
using TrustCoach.Domain.Touchpoints;
using TrustCoach.Services.Data;
using TrustCoach.Services.People;

namespace TrustCoach.Services.Customers;

/// <summary>One relationship of the customer with all that stands above the timeline.</summary>
internal sealed class CustomerHead
{
    public required Customer Customer { get; init; }

    public required Relationship Relationship { get; init; }

    public required string RepName { get; init; }

    public required Standing Standing { get; init; }

    public required List<Contact> Contacts { get; init; }

    /// <summary>The one that is open, as the actor may see it.</summary>
    public required OpenNeed? Need { get; init; }

    public required bool MaySeeScore { get; init; }

    public required bool MayLog { get; init; }

    /// <summary>Every relationship with the customer the actor sees.</summary>
    public static IQueryable<CustomerHead> Of(TrustCoachDb db, Actor actor, Guid customerId, DateTimeOffset now)
    {
        var (scored, loggable) = (db.RelationshipsFor(actor, Thing.Score, Act.See), db.RelationshipsFor(actor, Thing.Touchpoint, Act.Log));
        var (needed, responses) = (db.RelationshipsFor(actor, Thing.TimeOfNeed, Act.See), NeedsQuery.Responses(db, now));
        return from r in db.RelationshipsFor(actor, Thing.Customer, Act.See)
               where r.CustomerId == customerId
               join c in db.Customers on r.CustomerId equals c.Id
               join p in db.People on r.RepId equals p.Id
               join s in db.Standings on r.Id equals s.RelationshipId
               from n in db.TimesOfNeed.Where(n => n.CustomerId == c.Id && n.OverAt == null && n.WithdrawnAt == null && needed.Any(x => x.Id == r.Id)).DefaultIfEmpty()
               select new CustomerHead
               {
                   Customer = c,
                   Relationship = r,
                   RepName = p.Name,
                   Standing = s,
                   Contacts = db.Contacts.Where(x => x.CustomerId == c.Id).ToList(),
                   Need = n == null ? null : new OpenNeed(
                       n.Id, n.Text, n.StartedAt, n.Day,
                       responses.Where(t => t.CustomerId == n.CustomerId && t.HappenedAt >= n.StartedAt).Min(t => (DateTimeOffset?)t.HappenedAt)),
                   MaySeeScore = scored.Any(x => x.Id == r.Id),
                   MayLog = r.EndedOn == null && loggable.Any(x => x.Id == r.Id),
               };
    }

    public RelationshipFacts ToFacts(Actor actor) => new(
        Relationship.Id, Relationship.RepId, RepName, Relationship.Climate, Relationship.OpenedOn, Relationship.EndedOn, Relationship.End,
        Relationship.RepId == actor.PersonId, MayLog)
    {
        EndCauseId = Relationship.EndCauseId,
    };
}

/// <summary>A ledger entry with the words of the touchpoint or promise it came from.</summary>
internal sealed class LedgerRow
{
    private const int TextShown = 160;

    public required LedgerEntry Entry { get; init; }

    public string? Summary { get; init; }

    public string? Expectation { get; init; }

    public string? Promise { get; init; }

    public DateOnly? Due { get; init; }

    /// <summary>What was withdrawn too.</summary>
    public static IQueryable<LedgerRow> Of(TrustCoachDb db, Guid relationshipId) =>
        from e in db.Ledger
        where e.RelationshipId == relationshipId
        from t in db.Touchpoints.Where(t => t.Id == e.TouchpointId).DefaultIfEmpty()
        from p in db.Promises.Where(p => p.Id == e.PromiseId).DefaultIfEmpty()
        select new LedgerRow
        {
            Entry = e,
            Summary = t!.Summary!.Substring(0, TextShown),
            Expectation = t.Expectation!.Substring(0, TextShown),
            Promise = p!.Text.Substring(0, TextShown),
            Due = p.DueDay,
        };

    public LedgerFact ToFact() => new(
        Entry.Id, Entry.Day, Entry.Kind, Entry.Level, Entry.RecordedBy is null, Promise ?? Summary ?? Expectation, Promise is null ? null : Due,
        Entry.TouchpointId, Entry.PromiseId, Entry.RecordedAt);
}

/// <summary>A touchpoint of the timeline or an open promise: two lists of one page, read in one statement.</summary>
internal sealed class PageItem
{
    public required bool IsPromise { get; init; }

    public required Guid Id { get; init; }

    /// <summary>When it happens, or when it is due.</summary>
    public required DateTimeOffset At { get; init; }

    public required string? Text { get; init; }

    /// <summary>What was expected, or on what condition.</summary>
    public required string? Terms { get; init; }

    /// <summary>Outcome, or direction.</summary>
    public required int Kind { get; init; }

    /// <summary>Channel, or severity.</summary>
    public required int? Detail { get; init; }

    /// <summary>Breakers, or the promise's version.</summary>
    public required int Count { get; init; }

    public required Guid? ContactId { get; init; }

    public required string? EarlierRep { get; init; }

    public required DateOnly Day { get; init; }

    public required DateOnly? ClosesOn { get; init; }

    /// <summary>The condition came true; of a touchpoint, what was expected was written after it began.</summary>
    public required bool ConditionMet { get; init; }

    public required bool HasTime { get; init; }

    /// <summary>The relationship's touchpoints and those of reps who handed the customer over, newest first, and its open promises.</summary>
    public static IQueryable<PageItem> Of(TrustCoachDb db, Actor actor, Relationship of, TimelineCursor? before, DateTimeOffset now, int most)
    {
        // Named first: inside a query they would be worked out by an interpreter, anew on each page.
        var (logged, promised) = (db.RelationshipsFor(actor, Thing.Touchpoint, Act.See), db.RelationshipsFor(actor, Thing.Promise, Act.See));
        var touchpoints = db.Touchpoints.Where(t => t.CustomerId == of.CustomerId && t.VoidedAt == null
            && logged.Any(r => r.Id == of.Id)
            && (t.RelationshipId == of.Id
                || (t.HappenedAt <= now && db.Relationships.Any(r => r.Id == t.RelationshipId && r.End == RelationshipEnd.HandedOver))));
        if (before is { At: var at, Id: var id })
            touchpoints = touchpoints.Where(t => t.HappenedAt <= at && (t.HappenedAt < at || t.Id < id));
        var timeline = touchpoints.OrderByDescending(t => t.HappenedAt).ThenByDescending(t => t.Id).Take(most).Select(t => new PageItem
        {
            IsPromise = false,
            Id = t.Id,
            At = t.HappenedAt,
            Text = t.Summary,
            Terms = t.Expectation,
            Kind = (int)t.Outcome,
            Detail = (int?)t.Channel,
            Count = t.Breakers.Count,
            ContactId = t.ContactId,
            EarlierRep = t.RepId == of.RepId ? null : db.People.Where(p => p.Id == t.RepId).Select(p => p.Name).FirstOrDefault(),
            Day = t.Day,
            // Means nothing here, but a bare null in the first part of a union has no type.
            ClosesOn = t.Day,
            ConditionMet = t.ExpectationChangedLate,
            HasTime = true,
        });
        var promises = db.Promises.Where(p => p.RelationshipId == of.Id && p.State == PromiseState.Open
                && promised.Any(r => r.Id == of.Id))
            .Select(p => new PageItem
            {
                IsPromise = true,
                Id = p.Id,
                At = p.DueAt,
                Text = p.Text,
                Terms = p.Condition,
                Kind = (int)p.Direction,
                Detail = (int?)p.Severity,
                Count = p.Version,
                ContactId = null,
                EarlierRep = null,
                Day = p.DueDay,
                ClosesOn = p.ClosesOn,
                ConditionMet = p.ConditionMetAt != null,
                HasTime = p.HasTime,
            });
        return timeline.Concat(promises);
    }

    public OpenPromise ToPromise(DateOnly today, DateTimeOffset now)
    {
        var waits = Terms is not null && !ConditionMet;
        return new(Id, (Direction)Kind, Text!, Terms, ConditionMet, At, Day, HasTime, ClosesOn, (short)Detail!.Value, Count,
            At < now && !waits, ClosesOn <= today && !waits);
    }

    public TimelineRow ToRow(List<ContactFacts> contacts) => new(
        Id, At, (Outcome)Kind, (Channel?)Detail, Text, Terms, contacts.Find(c => c.Id == ContactId)?.Name, EarlierRep, Count, ConditionMet);
}

/// <summary>Where a page of the timeline ended.</summary>
internal sealed record TimelineCursor(DateTimeOffset At, Guid Id)
{
    /// <summary>Before what comes after a moment.</summary>
    public static TimelineCursor UpTo(DateTimeOffset at) => new(at, Guid.AllBitsSet);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{At.UtcTicks}-{Id:N}");

    /// <summary>Null when it is no such word: then the timeline begins with the newest.</summary>
    public static TimelineCursor? Parse(string? word) =>
        word?.Split('-') is [var ticks, var id]
        && long.TryParse(ticks, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at <= DateTimeOffset.MaxValue.UtcTicks
        && Guid.TryParseExact(id, "N", out var guid)
            ? new(new DateTimeOffset(at, TimeSpan.Zero), guid)
            : null;
}
