using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using TrustCoach.Domain.People;
using TrustCoach.Domain.Rules;
using TrustCoach.Domain.Scoring;
using TrustCoach.Services.Data;
using TrustCoach.Services.People;

namespace TrustCoach.IntegrationTests.Infrastructure;

/// <summary>An organization of a test, with the first version of the rules.</summary>
public sealed record GivenOrganization(Guid Id, string Name, string TimeZone);

/// <summary>A person of a test, with an account.</summary>
public sealed record GivenPerson(GivenOrganization Organization, Guid Id, string Name, string Email, Roles Roles, Guid? TeamId);

/// <summary>Makes what a test starts from, straight in the database, as the application role.</summary>
public static class Given
{
    /// <summary>Of every person made with one; made for this purpose only.</summary>
    public const string Password = "four blue herons wade";

    private static readonly Lazy<string> Hash = new(() => new PasswordHasher<Account>().HashPassword(new Account(), Password));

    /// <summary>A context of one organization on the database of a connection string.</summary>
    public static TrustCoachDb Db(string connectionString, Guid organizationId)
    {
        var options = new DbContextOptionsBuilder<TrustCoachDb>().UseNpgsql(connectionString).Options;
        return new TrustCoachDb(options, CurrentOrganization.Of(organizationId));
    }

    public static async Task<GivenOrganization> OrganizationAsync(
        string connectionString, string name = "Northwind Sales", string timeZone = "Europe/Berlin", DateTimeOffset? now = null)
    {
        var id = Guid.CreateVersion7();
        var at = (now ?? DateTimeOffset.UtcNow).ToUniversalTime();
        await using var db = Db(connectionString, id);
        db.Add(Organization.Found(id, name, timeZone, at).Value);
        db.Add(new RuleVersion(id, 1, ScoringRules.Default, null, at));
        await db.SaveChangesAsync();
        return new(id, name, timeZone);
    }

    public static async Task<Team> TeamAsync(
        string connectionString, GivenOrganization organization, GivenPerson? manager = null, string? name = null)
    {
        await using var db = Db(connectionString, organization.Id);
        var team = Team.Form(organization.Id, Guid.CreateVersion7(), name ?? $"Team {Guid.NewGuid():n}"[..20]).Value;
        if (manager is not null)
            team.GiveTo(await db.People.SingleAsync(p => p.Id == manager.Id));
        db.Add(team);
        await db.SaveChangesAsync();
        return team;
    }

    public static async Task<GivenPerson> PersonAsync(
        string connectionString, GivenOrganization organization, Roles roles, Guid? teamId = null, string? name = null,
        string? timeZone = null, string culture = "en-GB", DateTimeOffset? now = null)
    {
        var id = Guid.CreateVersion7();
        var at = (now ?? DateTimeOffset.UtcNow).ToUniversalTime();
        var email = $"{id:n}@example.com";
        name ??= $"Person {id:n}"[..24];
        await using var db = Db(connectionString, organization.Id);
        db.Add(Person.Join(organization.Id, id, name, roles, teamId, timeZone ?? organization.TimeZone, culture, at).Value);
        db.Add(new Account
        {
            OrganizationId = organization.Id,
            Id = id,
            UserName = email,
            NormalizedUserName = email.ToUpperInvariant(),
            Email = email,
            NormalizedEmail = email.ToUpperInvariant(),
            EmailConfirmed = true,
            PasswordHash = Hash.Value,
            SecurityStamp = Guid.NewGuid().ToString("n"),
            LockoutEnabled = true,
        });
        await db.SaveChangesAsync();
        return new(organization, id, name, email, roles, teamId);
    }
}
