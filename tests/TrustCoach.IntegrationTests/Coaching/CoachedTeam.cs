using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using TrustCoach.Domain.Customers;
using TrustCoach.Domain.People;
using TrustCoach.Domain.Promises;
using TrustCoach.Domain.Rules;
using TrustCoach.Domain.Scoring;
using TrustCoach.Services.Coaching;
using TrustCoach.Services.Customers;
using TrustCoach.Services.Data;
using TrustCoach.Services.People;
using TrustCoach.Services.Scoring;
using TrustCoach.Testing;

namespace TrustCoach.IntegrationTests.Coaching;

/// <summary>An organization with a manager, a team and whatever reps and relationships a test gives it.</summary>
internal sealed class CoachedTeam
{
    private readonly DbContextOptions<TrustCoachDb> _options;
    private int _customers;

    private CoachedTeam(string connectionString, ManualClock clock)
    {
        _options = new DbContextOptionsBuilder<TrustCoachDb>().UseNpgsql(connectionString).Options;
        Clock = clock;
    }

    public ManualClock Clock { get; }

    public Guid OrganizationId { get; } = Guid.CreateVersion7();

    public Actor Manager { get; private set; } = null!;

    public Team Team { get; private set; } = null!;

    public ScoringRules Rules { get; private set; } = ScoringRules.Default;

    public RuleBook Book { get; } = new();

    public RepFiguresBook Figures { get; } = new();

    public int Today => Manager.Today(Clock.Now).DayNumber;

    public static async Task<CoachedTeam> FoundAsync(string connectionString, ScoringRules? rules = null, ManualClock? clock = null)
    {
        var team = new CoachedTeam(connectionString, clock ?? new ManualClock()) { Rules = rules ?? ScoringRules.Default };
        await using var db = team.Db();
        db.Add(Organization.Found(team.OrganizationId, "Northern Foods", "Europe/Berlin", team.Clock.Now).Value);
        db.Add(new RuleVersion(team.OrganizationId, 1, team.Rules, null, team.Clock.Now));
        await db.SaveChangesAsync();
        team.Manager = await team.AddManagerAsync("Nora Berg");
        team.Team = await team.AddTeamAsync("Northern team", team.Manager.PersonId);
        return team;
    }

    public TrustCoachDb Db(params IInterceptor[] interceptors) => new(
        new DbContextOptionsBuilder<TrustCoachDb>(_options).AddInterceptors(interceptors).Options, CurrentOrganization.Of(OrganizationId));

    public async Task<Actor> AddManagerAsync(string name)
    {
        await using var db = Db();
        var person = NewPerson(name, Roles.Manager, null);
        db.Add(person);
        await db.SaveChangesAsync();
        return new Actor(
            OrganizationId, "Northern Foods", person.Id, name, person.Roles, null, TimeZoneInfo.Utc, CultureInfo.GetCultureInfo("en-GB"),
            TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin"), 1);
    }

    public async Task<Team> AddTeamAsync(string name, Guid managerId, Team? partOf = null)
    {
        await using var db = Db();
        var team = Team.Form(OrganizationId, Guid.CreateVersion7(), name).Value;
        team.GiveTo(await db.People.SingleAsync(p => p.Id == managerId)).Should().BeNull();
        team.PutInto(partOf).Should().BeNull();
        db.Add(team);
        await db.SaveChangesAsync();
        return team;
    }

    public async Task<Guid> AddRepAsync(string name = "Maya Okafor", Team? team = null)
    {
        await using var db = Db();
        var person = NewPerson(name, Roles.Rep, (team ?? Team).Id);
        db.Add(person);
        await db.SaveChangesAsync();
        return person.Id;
    }

    /// <summary>A customer of the rep with evidence, appended as services append it. Days are counted back from today.</summary>
    public async Task<Relationship> AddRelationshipAsync(Guid repId, params (int DaysAgo, EvidenceKind Kind, int Severity)[] history) =>
        await AddRelationshipAsync(repId, new Opening(Climate.Cold, false), [.. history.Select(h => new Evidence(Guid.CreateVersion7(), Today - h.DaysAgo, h.Kind, h.Severity))]);

    public async Task<Relationship> AddRelationshipAsync(Guid repId, Opening opening, Evidence[] evidence, string? name = null)
    {
        await using var db = Db();
        var customer = Customer.Add(OrganizationId, Guid.CreateVersion7(), name ?? $"Customer {++_customers}", opening.Burned, null, Clock.Now).Value;
        var relationship = db.OpenRelationship(customer, repId, opening.Climate, DateOnly.FromDayNumber(Today - 2000), 1, Clock.Now);
        db.Add(customer);
        await db.SaveChangesAsync();
        await LogAsync(relationship, evidence);
        return relationship;
    }

    public async Task LogAsync(Relationship relationship, params Evidence[] evidence)
    {
        await using var db = Db();
        await using var transaction = await db.Database.BeginTransactionAsync();
        var ledger = new LedgerWriter(db, Book);
        var standing = await ledger.LockAsync(relationship.Id, default);
        await ledger.AppendAsync(standing!, evidence.Select(e => Entry(relationship, e)), default);
        await db.SaveChangesAsync();
        await transaction.CommitAsync();
    }

    /// <summary>A promise of ours, open, given 60 days before it falls due.</summary>
    public async Task<Promise> AddPromiseAsync(Relationship relationship, int dueDaysAgo, short severity = 2, string? condition = null)
    {
        await using var db = Db();
        var due = DateOnly.FromDayNumber(Today - dueDaysAgo);
        var given = new DateTimeOffset(due.AddDays(-60).ToDateTime(new TimeOnly(12, 0)), TimeSpan.Zero);
        var promise = Promise.Make(
            new PromiseOf(OrganizationId, Guid.CreateVersion7(), relationship.Id, relationship.RepId, relationship.CustomerId, relationship.RepId, given),
            new PromiseDetails(Direction.Ours, "Send the brochure", due, null, condition, severity),
            new PromiseCalendar(Clock.Now, Manager.OrganizationZone, Manager.OrganizationZone, Rules.GraceDays)).Value;
        db.Add(promise);
        await db.SaveChangesAsync();
        return promise;
    }

    public async Task TallyAsync(Guid repId, int daysAgo, string column, int count)
    {
        var day = DateOnly.FromDayNumber(Today - daysAgo);
        await using var db = Db();
        var tally = await db.RepTallies.SingleOrDefaultAsync(t => t.RepId == repId && t.Day == day);
        if (tally is null)
            db.Add(tally = new Domain.Coaching.RepTally(OrganizationId, repId, day));
        var property = db.Entry(tally).Property<int>(column);
        property.CurrentValue += count;
        await db.SaveChangesAsync();
    }

    /// <summary>The team page.</summary>
    /// <param name="figures">What an instance keeps in memory; <see cref="Figures"/> otherwise.</param>
    public async Task<TeamCredibility?> PageAsync(
        Actor? actor = null, Guid? teamId = null, int? days = null, int page = 1, RepFiguresBook? figures = null, string? named = null, params IInterceptor[] interceptors)
    {
        await using var db = Db(interceptors);
        return await new TeamCredibilityQuery(db, Book, figures ?? Figures, Clock).RunAsync(actor ?? Manager, teamId, days, page, default, named);
    }

    private Person NewPerson(string name, Roles roles, Guid? teamId) =>
        Person.Join(OrganizationId, Guid.CreateVersion7(), name, roles, teamId, "Europe/Berlin", "en-GB", Clock.Now).Value;

    private LedgerEntry Entry(Relationship relationship, Evidence e) => LedgerEntry.Of(
        new LedgerSource(OrganizationId, relationship.Id, relationship.RepId, null, null, Clock.Now, relationship.RepId),
        e.Id, DateOnly.FromDayNumber(e.Day), e.Kind, (short)e.Severity, e.Ref, e.Level, e.OwnedUp, e.Trait, e.StartedOnTime);
}
