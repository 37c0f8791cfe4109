using System.Net.Mail;
using Microsoft.EntityFrameworkCore;
using TrustCoach.Domain;
using TrustCoach.Domain.People;
using TrustCoach.Domain.Rules;
using TrustCoach.Domain.Scoring;
using TrustCoach.Services.Audit;
using TrustCoach.Services.Data;

namespace TrustCoach.Services.People;

/// <param name="Name">Of the first admin.</param>
public sealed record FoundOrganization(string Organization, string TimeZone, string Name, string Email, string Password, string Culture);

/// <summary>Sets up an empty database: the organization and its first admin together, once.</summary>
public sealed class FirstRun(TrustCoachDb db, AccountOpening accounts, TimeProvider clock)
{
    private const long LockKey = 7422;

    /// <summary>Whether the database still waits for its organization.</summary>
    public async Task<bool> IsOpenAsync(CancellationToken cancellation)
    {
        await db.EnterDirectoryAsync(cancellation);
        return !await db.Organizations.IgnoreQueryFilters([TrustCoachDb.OrganizationFilter]).AnyAsync(cancellation);
    }

    /// <returns>The first admin; null when an organization exists already.</returns>
    public async Task<Result<Person>?> RunAsync(FoundOrganization command, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        // Two at once: the second waits here, and then finds an organization.
        await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock({LockKey})", cancellation);
        if (!await IsOpenAsync(cancellation))
            return null;
        var made = Make(command, clock.GetUtcNow());
        if (made.Refused(out var problem, out var admin))
            return problem;
        await db.EnterAsync(admin.OrganizationId, cancellation);
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return (Result<Person>)admin;
    }

    private Result<Person> Make(FoundOrganization command, DateTimeOffset now)
    {
        var (organizationId, personId, email) = (Guid.CreateVersion7(now), Guid.CreateVersion7(now), command.Email.Trim());
        if (Organization.Found(organizationId, command.Organization, command.TimeZone, now).Refused(out var problem, out var organization))
            return problem with { Field = problem.Field == nameof(Organization.Name) ? nameof(command.Organization) : problem.Field };
        if (!MailAddress.TryCreate(email, out var read) || read.Address != email)
            return new Problem(nameof(command.Email), "This is not an e-mail address. Write it like dana@example.com.");
        if (Person.Join(organizationId, personId, command.Name, Roles.Admin, null, command.TimeZone, command.Culture, now).Refused(out problem, out var admin))
            return problem;
        if (accounts.Open(organizationId, personId, email, command.Name, command.Password, isConfirmed: true).Refused(out problem, out var account))
            return problem;
        db.AddRange(organization, new RuleVersion(organizationId, organization.RulesVersion, ScoringRules.Default, personId, now), admin, account);
        db.Audit.Add(new(organizationId, now, personId, AuditActs.OrganizationFounded, organizationId, after: AuditTrail.Snapshot(organization)));
        return admin;
    }
}
