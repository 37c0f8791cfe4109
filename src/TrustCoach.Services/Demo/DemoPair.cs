using TrustCoach.Domain.Customers;
using TrustCoach.Domain.Favours;
using TrustCoach.Domain.Opportunities;
using TrustCoach.Domain.People;
using TrustCoach.Domain.Promises;
using TrustCoach.Domain.Scoring;
using TrustCoach.Domain.Touchpoints;
using TrustCoach.Services.Audit;

namespace TrustCoach.Services.Demo;

/// <summary>One relationship, told in days before the day the demo is made. Every fact goes through the domain, as if logged then.</summary>
internal sealed class DemoPair(DemoWorld world, Person rep, DemoCustomer customer, Relationship relationship)
{
    // Audited are the last weeks: a year of it would only fill pages.
    private const int AuditedDays = 45;

    private int _number;

    public Relationship Relationship { get; } = relationship;

    public DemoCustomer Customer { get; } = customer;

    public DemoDice Dice { get; } = new($"{rep.Name} with {customer.Customer.Name}");

    public Person Rep { get; } = rep;

    private DemoCalendar Calendar => world.Calendar;

    /// <summary>The day so many days ago.</summary>
    public DateOnly Day(int ago) => Calendar.Day(ago);

    /// <summary>Logs an encounter the same day.</summary>
    /// <param name="planned">It was written down days before and began on time.</param>
    /// <param name="by">Who logged it; the rep when null.</param>
    public Touchpoint Log(
        int ago, Outcome outcome, string summary, string? expectation = null, Channel channel = Channel.Call, BreakerDetails? slip = null,
        RepairDetails? repair = null, short severity = Severity.Normal, bool ownedUp = false, EvidenceLevel level = EvidenceLevel.SelfReported,
        bool planned = false, Person? by = null)
    {
        var at = Calendar.At(ago, Dice.Between(8, 16), 15 * Dice.Between(0, 3));
        var contact = Dice.Of(Customer.Contacts);
        var details = new TouchpointDetails(
            outcome, at, channel, contact.Id, Fill(summary, contact), Fill(expectation, contact), severity, null, ownedUp, planned)
        {
            Breakers = slip is null ? [] : [slip with { Note = Fill(slip.Note, contact) }],
            Repairs = repair is null ? [] : [repair],
        };
        var touchpoint = planned
            ? Touchpoint.Log(Of(level), details with { Outcome = Outcome.Pending, Summary = null, Breakers = [], Repairs = [] }, Calendar.Zone, at.AddDays(-3)).Value
            : Touchpoint.Log(Of(level, by), details, Calendar.Zone, at.AddMinutes(20)).Value;
        if (planned && touchpoint.Correct(details, touchpoint.Version, Calendar.Zone, at.AddMinutes(70)) is { } refused)
            throw new InvalidOperationException(refused.Message);
        return Add(touchpoint, ago);
    }

    /// <summary>An encounter to come, or one that waits to be told how it went.</summary>
    public Touchpoint Plan(int ago, int hour, int minute, string expectation, Channel channel)
    {
        var (at, contact) = (Calendar.At(ago, hour, minute), Dice.Of(Customer.Contacts));
        var planned = Earlier(at.AddDays(-4), Calendar.Now.AddHours(-20));
        return Add(Touchpoint.Log(
            Of(EvidenceLevel.SelfReported), new TouchpointDetails(Outcome.Pending, at, channel, contact.Id, null, Fill(expectation, contact)), Calendar.Zone, planned).Value, ago);
    }

    /// <summary>Gives a promise; with a touchpoint, in it.</summary>
    public Promise Promise(
        int made, int due, string text, Direction direction = Direction.Ours, string? condition = null, short severity = Severity.Normal,
        Touchpoint? during = null, TimeOnly? dueTime = null)
    {
        var at = during?.HappenedAt.AddMinutes(25) ?? Calendar.At(made, 11, Dice.Between(0, 59));
        var contact = Customer.Contacts.FirstOrDefault(c => c.Id == during?.ContactId) ?? Dice.Of(Customer.Contacts);
        var promise = Domain.Promises.Promise.Make(
            new PromiseOf(Relationship.OrganizationId, NextId("promise"), Relationship.Id, Rep.Id, Customer.Customer.Id, Rep.Id, at, during?.Id),
            new PromiseDetails(direction, Fill(text, contact), Calendar.Day(due), dueTime, Fill(condition, contact), severity), world.RulesOn(at)).Value;
        world.Batch.Promises.Add(promise);
        if (made <= AuditedDays)
            world.Note(Rep, at, AuditActs.PromiseMade, promise.Id, promise);
        return promise;
    }

    public PromiseTurn Keep(Promise promise, int ago, bool exceeded = false, EvidenceLevel level = EvidenceLevel.SelfReported)
    {
        var at = OnDay(promise, ago);
        return Turned(promise, ago, promise.Keep(at, exceeded, level, Rep.Id, world.RulesOn(at)).Value);
    }

    public PromiseTurn GiveUp(Promise promise, int ago, string reason, bool ownedUp)
    {
        var at = OnDay(promise, ago);
        return Turned(promise, ago, promise.Break(at, ownedUp, EvidenceLevel.SelfReported, Rep.Id, Fill(reason, Customer.Contacts[0]), world.RulesOn(at)).Value);
    }

    public PromiseTurn Move(Promise promise, int ago, int newDue, string reason, bool agreed = true)
    {
        var at = OnDay(promise, ago);
        return Turned(promise, ago, promise.Renegotiate(
            Calendar.Day(newDue), null, agreed, Fill(reason, Customer.Contacts[0]), EvidenceLevel.SelfReported, Rep.Id, world.RulesOn(at)).Value);
    }

    public PromiseTurn Lapse(Promise promise, int ago, string reason)
    {
        var at = OnDay(promise, ago);
        return Turned(promise, ago, promise.Lapse(at, Rep.Id, Fill(reason, Customer.Contacts[0]), world.RulesOn(at)).Value);
    }

    public void ConditionCameTrue(Promise promise, int ago)
    {
        if (promise.ConditionCameTrue(world.RulesOn(OnDay(promise, ago))) is { } refused)
            throw new InvalidOperationException(refused.Message);
    }

    public void Gave(int ago, string text, short value) => Gesture(ago, text, value, given: true);

    public void Took(int ago, string text, short value, Commitment? commitment = null, bool thanked = true) =>
        Gesture(ago, text, value, given: false, commitment, thanked);

    /// <summary>Something they said they are afraid of.</summary>
    public Fear Fears(int ago, string text)
    {
        var fear = Fear.Note(
            Relationship.OrganizationId, NextId("fear"), Customer.Customer.Id, text, Customer.Contacts[0].Id, Calendar.Day(ago), Rep.Id, Calendar.Today).Value;
        world.Fears.Add(fear);
        return fear;
    }

    /// <summary>Something they may buy, as far as it has come; all in days ago.</summary>
    public void Offers(
        string name, decimal? value, int opened, int? offered = null, int? closed = null, OpportunityStage? ended = null, DecidedBy? by = null,
        string? words = null, Guid? causeId = null)
    {
        DateOnly? Day(int? ago) => ago is { } days ? Calendar.Day(days) : null;
        var stage = ended ?? (offered is null ? OpportunityStage.OpenTalks : OpportunityStage.OfferMade);
        world.Opportunities.Add(Opportunity.Open(
            new(Relationship.OrganizationId, NextId("opportunity"), Relationship.Id, Rep.Id, Customer.Customer.Id),
            new(name, value, stage, Calendar.Day(opened), Day(offered), Day(closed), by, words, causeId), Calendar.Today).Value);
    }

    /// <summary>Ends it.</summary>
    public void End(int ago, RelationshipEnd end, Guid? causeId = null) => Relationship.Finish(end, Calendar.Day(ago), causeId);

    /// <summary>{who} and {kit} as they are with this customer.</summary>
    public string? Fill(string? text, Contact contact) => text?
        .Replace("{who}", contact.Name.Split(' ')[0], StringComparison.Ordinal).Replace("{kit}", Customer.Kit, StringComparison.Ordinal);

    private static DateTimeOffset Earlier(DateTimeOffset a, DateTimeOffset b) => a < b ? a : b;

    // A promise can be turned from the moment it was given, and not before that moment on the same day.
    private DateTimeOffset OnDay(Promise promise, int ago)
    {
        var at = Calendar.At(ago, 17, Dice.Between(0, 59));
        return at > promise.MadeAt ? at : promise.MadeAt.AddMinutes(30);
    }

    private TouchpointOf Of(EvidenceLevel level, Person? by = null) => new(
        Relationship.OrganizationId, NextId("touchpoint"), Relationship.Id, Rep.Id, Customer.Customer.Id, (by ?? Rep).Id, level, NextId("key"));

    private Guid NextId(string kind) => DemoDice.Id($"{kind} {++_number} of {Rep.Name} with {Customer.Customer.Name}");

    private void Gesture(int ago, string text, short value, bool given, Commitment? commitment = null, bool thanked = false) => world.Batch.Gestures.Add(
        Domain.Touchpoints.Gesture.Of(
            Relationship.OrganizationId, NextId("gesture"), Relationship.Id, null, Calendar.Day(ago), given, value, text, commitment, thanked).Value);

    private Touchpoint Add(Touchpoint touchpoint, int ago)
    {
        world.Batch.Touchpoints.Add(touchpoint);
        if (ago <= AuditedDays)
            world.Note(Rep, touchpoint.RecordedAt, AuditActs.TouchpointLogged, touchpoint.Id, touchpoint);
        return touchpoint;
    }

    private PromiseTurn Turned(Promise promise, int ago, PromiseTurn turn)
    {
        if (ago <= AuditedDays)
            world.Note(Rep, turn.RecordedAt, AuditActs.PromiseTurned, promise.Id, promise);
        return turn;
    }
}
