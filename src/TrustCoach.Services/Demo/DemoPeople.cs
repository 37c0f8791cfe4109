using Microsoft.AspNetCore.Identity;
using TrustCoach.Domain.People;
using TrustCoach.Services.People;

namespace TrustCoach.Services.Demo;

/// <summary>Who works at the demo organization.</summary>
internal sealed class DemoPeople
{
    private const string Mail = "larkfield.example";

    private static readonly (string Team, string Manager, string[] Reps)[] Teams =
    [
        ("North", "Ingrid Solberg", ["Hanna Lindqvist", "Tomas Brandt", "Yusuf Demir", "Clara Nowak"]),
        ("South", "Marcus Adeyemi", ["Priya Raman", "Joel Fischer", "Elena Petrova", "Owen Hughes"]),
        ("Key accounts", "Beatrice Laurent", ["Noor Haddad", "Daniel Kowalski", "Sofia Marchetti", "Liam O'Connor"]),
    ];

    private readonly Dictionary<string, Person> _people = new(StringComparer.Ordinal);
    private readonly List<Team> _teams = [];

    /// <param name="since">The day they all started; what they did lies after it.</param>
    public DemoPeople(Organization organization, DateTimeOffset since)
    {
        Admin = Join(organization, "Maren Olsen", Roles.Admin, null, since);
        foreach (var (name, manager, reps) in Teams)
        {
            var team = Team.Form(organization.Id, DemoDice.Id($"team {name}"), name).Value;
            team.GiveTo(Join(organization, manager, Roles.Manager, null, since));
            _teams.Add(team);
            foreach (var rep in reps)
                Join(organization, rep, Roles.Rep, team.Id, since);
        }

        // Beatrice coaches the key accounts herself and, through their managers, everybody.
        var all = Team.Form(organization.Id, DemoDice.Id("team All of Larkfield"), "All of Larkfield").Value;
        all.GiveTo(_people["Beatrice Laurent"]);
        foreach (var team in _teams)
            team.PutInto(all);
        _teams.Insert(0, all);
    }

    public Person Admin { get; }

    public IReadOnlyCollection<Person> All => _people.Values;

    public IEnumerable<Person> Reps => All.Where(p => p.Roles.HasFlag(Roles.Rep));

    public IReadOnlyList<Team> AllTeams => _teams;

    public Person this[string name] => _people[name];

    public Person ManagerOf(Person rep) => _people.Values.Single(p => p.Id == _teams.Single(t => t.Id == rep.TeamId).ManagerId);

    public static string EmailOf(string name) => $"{name.Split(' ')[0].ToLowerInvariant()}@{Mail}";

    /// <summary>An account for everybody, all with the one passphrase of the demo.</summary>
    public IEnumerable<Account> Accounts()
    {
        var hash = new PasswordHasher<Account>().HashPassword(new Account(), DemoOrganization.Passphrase);
        foreach (var person in All)
        {
            var email = EmailOf(person.Name);
            yield return new Account
            {
                OrganizationId = person.OrganizationId,
                Id = person.Id,
                UserName = email,
                NormalizedUserName = email.ToUpperInvariant(),
                Email = email,
                NormalizedEmail = email.ToUpperInvariant(),
                EmailConfirmed = true,
                PasswordHash = hash,
                SecurityStamp = person.Id.ToString("n"),
                LockoutEnabled = true,
            };
        }
    }

    private Person Join(Organization organization, string name, Roles roles, Guid? teamId, DateTimeOffset since) =>
        _people[name] = Person.Join(organization.Id, DemoDice.Id($"person {name}"), name, roles, teamId, organization.TimeZone, "en-GB", since).Value;
}
