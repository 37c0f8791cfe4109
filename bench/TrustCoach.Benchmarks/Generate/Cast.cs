using TrustCoach.Domain.Customers;
using TrustCoach.Domain.People;
using TrustCoach.Domain.Scoring;

namespace TrustCoach.Benchmarks.Generate;

/// <summary>Who takes part: one organization, one team of all reps, the customers and who looks after them.</summary>
internal sealed class Cast
{
    public const string Zone = "Europe/London";

    private readonly Size _size;
    private readonly Random _random = new(7);
    private readonly Ids _ids = new(11);
    private readonly DateTimeOffset _since;

    public Cast(Size size, DateTimeOffset since)
    {
        (_size, _since) = (size, since);
        Organization = Organization.Found(_ids.At(since), "Bench", Zone, since).Value;
        Team = Team.Form(Organization.Id, _ids.At(since), "Everybody").Value;
        Admin = Join("Root Admin", Roles.Admin, null);
        Manager = Join("Mara Manager", Roles.Manager, null);
        Team.GiveTo(Manager);
        Reps = [.. Enumerable.Range(0, size.Reps).Select(i => Join(Words.Person(i), Roles.Rep, Team.Id))];
        foreach (var number in Enumerable.Range(0, size.Customers))
            AddCustomer(number);
        Share();
    }

    public Organization Organization { get; }

    public Team Team { get; }

    public Person Admin { get; }

    public Person Manager { get; }

    public IReadOnlyList<Person> Reps { get; }

    public List<Customer> Customers { get; } = [];

    public List<Contact> Contacts { get; } = [];

    public List<Bond> Bonds { get; } = [];

    private Person Join(string name, Roles roles, Guid? teamId) =>
        Person.Join(Organization.Id, _ids.At(_since), name, roles, teamId, Zone, "en-GB", _since).Value;

    private void AddCustomer(int number)
    {
        var customer = Customer.Add(Organization.Id, _ids.At(_since), Words.Company(number), _random.NextDouble() < 0.05, null, _since).Value;
        Customers.Add(customer);
        Contacts.Add(Contact.Add(Organization.Id, _ids.At(_since), customer.Id, Words.Person(_random.Next(400)), "Buyer", null, null).Value);
        if (number < _size.Relationships)
            Bonds.Add(Befriend(number, customer));
    }

    private Bond Befriend(int number, Customer customer)
    {
        var busy = Math.Min(Size.BusyRelationships, _size.Relationships / 2);
        var rep = number < busy ? 0 : 1 + ((number - busy) % (_size.Reps - 1));
        var climate = (Climate)(1 + _random.Next(4));
        var relationship = Relationship.Open(Organization.Id, _ids.At(_since), Reps[rep].Id, customer.Id, climate, DateOnly.FromDateTime(_since.Date));
        var standing = new Standing(Organization.Id, relationship.Id, relationship.RepId);
        standing.Open(new Opening(climate, customer.BurnedBefore));
        standing.Follow(Organization.RulesVersion);
        return new Bond(number, relationship, standing, Contacts[number].Id)
        {
            Missed = 0.03 + (0.17 * rep / _size.Reps),
            FirstDay = _random.Next(Size.Days * 6 / 10),
        };
    }

    /// <summary>Shares the touchpoints out: the long, middle and short histories that are measured, then the others, some three times as long as others.</summary>
    private void Share()
    {
        var left = (long)_size.Touchpoints;
        foreach (var of in Bonds.Skip(Math.Min(Size.BusyRelationships, Bonds.Count / 2)).GroupBy(b => b.Relationship.RepId).Take(Size.Loggers))
        {
            var own = of.ToList();
            left -= Give(own[0], _size.LongHistory, 0);
            foreach (var bond in own.Skip(1).Take(Math.Min(Size.ShortOnes, own.Count / 4)))
                left -= Give(bond, Size.ShortHistory, bond.FirstDay);
        }

        var middle = Bonds.Last();
        left -= Give(middle, Math.Min(Size.MiddleHistory, _size.LongHistory), 0);
        var others = Bonds.FindAll(b => b.Touchpoints == 0);
        var weights = others.ConvertAll(_ => 1.5 - Math.Log(1 - _random.NextDouble()));
        var total = weights.Sum();
        for (var i = 0; i < others.Count; i++)
            others[i].Touchpoints = (int)(left * weights[i] / total);
        var rest = (int)(left - others.Sum(b => (long)b.Touchpoints));
        for (var i = 0; i < rest; i++)
            others[i % others.Count].Touchpoints++;
    }

    private static int Give(Bond bond, int touchpoints, int firstDay)
    {
        (bond.Touchpoints, bond.IsPlain, bond.FirstDay) = (touchpoints, true, firstDay);
        return touchpoints;
    }
}
