using TrustCoach.Domain.Audit;
using TrustCoach.Domain.Confidences;
using TrustCoach.Domain.Customers;
using TrustCoach.Domain.Method;
using TrustCoach.Domain.Goals;
using TrustCoach.Domain.Opportunities;
using TrustCoach.Domain.People;
using TrustCoach.Domain.Practice;
using TrustCoach.Domain.Promises;
using TrustCoach.Domain.Repairs;
using TrustCoach.Domain.Ripples;
using TrustCoach.Domain.Scoring;
using TrustCoach.Domain.Touchpoints;
using TrustCoach.Domain.TrustLists;
using TrustCoach.Services.Audit;
using TrustCoach.Services.Demo.Words;
using TrustCoach.Services.Scoring;

namespace TrustCoach.Services.Demo;

/// <summary>Everything the demo is made of, before it is written.</summary>
internal sealed class DemoWorld(Organization organization, DemoPeople people, DemoCalendar calendar)
{
    private readonly DemoDeck<string> _names = new(Companies.Names, new DemoDice("companies"));
    private readonly List<DemoPair> _pairs = [];

    public Organization Organization { get; } = organization;

    public DemoPeople People { get; } = people;

    public DemoCalendar Calendar { get; } = calendar;

    public HistoryBatch Batch { get; } = new();

    public List<AuditEntry> Audit { get; } = [];

    public List<DemoDispute> Disputes { get; } = [];

    public List<Fear> Fears { get; } = [];

    public List<CustomerLink> Links { get; } = [];

    public List<TimeOfNeed> Needs { get; } = [];

    public List<CloseCall> CloseCalls { get; } = [];

    public List<Opportunity> Opportunities { get; } = [];

    public List<RepairPlan> RepairPlans { get; } = [];

    public List<HabitTrial> HabitTrials { get; } = [];

    public List<MethodCard> MethodCards { get; } = [];

    /// <summary>Every relationship, in the order in which they were told.</summary>
    public IReadOnlyList<DemoPair> Pairs => _pairs;

    public List<Goal> Goals { get; } = [];

    /// <summary>Sessions, what stands on agendas and what was promised in them.</summary>
    public List<object> Coaching { get; } = [];

    /// <summary>Teams' orders of lessons, and what people did with them.</summary>
    public List<object> Lessons { get; } = [];

    public List<DemoOpening> Openings { get; } = [];

    public List<DemoLists> Lists { get; } = [];

    public List<DemoSecret> Secrets { get; } = [];

    /// <summary>A customer that no story has taken yet, or the one named, with its contacts.</summary>
    /// <param name="burnedBy">What a past vendor did to them; null when none did.</param>
    public DemoCustomer Customer(int knownFor, string? name = null, string? burnedBy = null)
    {
        name ??= _names.Draw();
        var dice = new DemoDice($"customer {name}");
        var customer = Domain.Customers.Customer.Add(
            Organization.Id, DemoDice.Id($"customer {name}"), name, burnedBy is not null, burnedBy, Calendar.At(knownFor + 1, 9)).Value;
        var contacts = Enumerable.Range(0, dice.Between(1, 3)).Select(i => ContactOf(customer, i, dice)).DistinctBy(c => c.Name).ToList();
        Batch.Customers.Add(customer);
        Batch.Contacts.AddRange(contacts);
        Note(People.Admin, customer.CreatedAt, AuditActs.CustomerAdded, customer.Id, customer);
        return new DemoCustomer(customer, contacts, dice.Of(Companies.Kit));
    }

    /// <summary>A relationship that began so many days ago.</summary>
    public DemoPair Pair(string rep, int opened, Climate climate = Climate.Cold, string? name = null, string? burnedBy = null) =>
        Pair(rep, opened, climate, Customer(opened, name, burnedBy));

    public DemoPair Pair(string rep, int opened, Climate climate, DemoCustomer customer)
    {
        var person = People[rep];
        var relationship = Relationship.Open(
            Organization.Id, DemoDice.Id($"{rep} with {customer.Customer.Name}"), person.Id, customer.Customer.Id, climate, Calendar.Day(opened));
        Batch.Relationships.Add(relationship);
        var pair = new DemoPair(this, person, customer, relationship);
        _pairs.Add(pair);
        return pair;
    }

    /// <summary>All of a rep, in the order in which they were told.</summary>
    public List<DemoPair> PairsOf(string rep) => _pairs.FindAll(p => p.Rep.Name == rep);

    public DemoPair PairOf(string rep, string customer) => PairsOf(rep).Single(p => p.Customer.Customer.Name == customer);

    /// <summary>Begins the repair plan for a breach so many days ago, and says what changes.</summary>
    public RepairPlan Repair(DemoPair pair, Touchpoint breached, Guid entryId, int ago, string change)
    {
        var at = Calendar.At(ago, 11, 40);
        var plan = RepairPlan.Start(DemoDice.Id($"repair of {entryId}"), breached.Evidence().Single(e => e.Id == entryId), at);
        plan.SayWhatChanges(pair.Fill(change, pair.Customer.Contacts[0]), 0);
        RepairPlans.Add(plan);
        Note(pair.Rep, at, AuditActs.RepairStarted, plan.Id, null);
        return plan;
    }

    /// <summary>Lets the clock close what nobody closed.</summary>
    public void LetTheClockRun()
    {
        foreach (var promise in Batch.Promises.Where(p => p.ClosesOn <= Calendar.Today))
        {
            var closes = Calendar.Today.DayNumber - promise.ClosesOn!.Value.DayNumber;
            promise.CloseByClock(Calendar.Today, RulesOn(Domain.Days.At(Calendar.Today.AddDays(-closes), new TimeOnly(0, 5), Calendar.Zone)));
            Audit.Add(new AuditEntry(Organization.Id, promise.Closing!.RecordedAt, null, AuditActs.PromiseTurned, promise.Id, null, AuditTrail.Snapshot(promise)));
        }
    }

    public PromiseCalendar RulesOn(DateTimeOffset at) => new(at, Calendar.Zone, Calendar.Zone, ScoringRules.Default.GraceDays);

    public void Note(Person by, DateTimeOffset at, string act, Guid subjectId, object? after, string? before = null, string? reason = null) =>
        Audit.Add(new AuditEntry(Organization.Id, at, by.Id, act, subjectId, before, after is null ? null : AuditTrail.Snapshot(after), reason));

    private static Contact ContactOf(Customer customer, int number, DemoDice dice)
    {
        var (first, last) = (dice.Of(Companies.FirstNames), dice.Of(Companies.LastNames));
        var host = new string([.. customer.Name.ToLowerInvariant().Where(char.IsAsciiLetter)]);
        return Contact.Add(
            customer.OrganizationId, DemoDice.Id($"contact {number} of {customer.Name}"), customer.Id, $"{first} {last}", dice.Of(Companies.Titles),
            $"{first.ToLowerInvariant()}@{host}.example", dice.Falls(0.6) ? $"+44 20 7946 0{dice.Between(100, 999)}" : null).Value;
    }
}

/// <summary>A customer of the demo, the people there and what they buy.</summary>
internal sealed record DemoCustomer(Customer Customer, IReadOnlyList<Contact> Contacts, string Kit);

/// <summary>One state of somebody's two lists, before it is sealed.</summary>
internal sealed record DemoSecret(Person Person, Guid Id, Secret Secret);

internal sealed record DemoLists(Person Person, int Version, TwoLists Lists);
