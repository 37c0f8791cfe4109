using Microsoft.EntityFrameworkCore;
using TrustCoach.Domain.People;
using TrustCoach.Services.Data;

namespace TrustCoach.Services.People;

public sealed record PersonRow(
    Guid Id, string Name, string? Email, Roles Roles, string? Team, DateTimeOffset? DeactivatedAt, DateTimeOffset? LastSeenAt);

public sealed record InvitationRow(Guid Id, string Name, string Email, Roles Roles, DateTimeOffset ExpiresAt);

/// <summary>One person with what an admin decides on.</summary>
public sealed record PersonCard(
    Guid Id, string Name, string? Email, Roles Roles, Guid? TeamId, DateTimeOffset? DeactivatedAt, int OpenCustomers, int Sessions,
    bool HasSecondFactor);

/// <summary>Lists people for Settings.</summary>
public sealed class PeopleQuery(TrustCoachDb db, TimeProvider clock)
{
    public const int PageSize = 25;

    /// <param name="search">Part of a name or an address; null for all.</param>
    /// <param name="page">From 1.</param>
    public async Task<(IReadOnlyList<PersonRow> Rows, bool HasMore)> RunAsync(
        Actor actor, string? search, bool withDeactivated, int page, CancellationToken cancellation)
    {
        var pattern = $"%{LikePattern.Escape(search?.Trim() ?? "")}%";
        var rows = await (
            from person in db.PeopleFor(actor, Thing.Person, Act.Manage)
            where withDeactivated || person.DeactivatedAt == null
            join account in db.Accounts on person.Id equals account.Id into found
            from account in found.DefaultIfEmpty()
            where string.IsNullOrWhiteSpace(search) || EF.Functions.ILike(person.Name, pattern, "\\") || EF.Functions.ILike(account!.Email!, pattern, "\\")
            orderby person.Name, person.Id
            select new PersonRow(
                person.Id, person.Name, account!.Email, person.Roles,
                db.Teams.Where(t => t.Id == person.TeamId).Select(t => t.Name).FirstOrDefault(), person.DeactivatedAt,
                db.Sessions.Where(s => s.PersonId == person.Id).Max(s => (DateTimeOffset?)s.LastSeenAt)))
            .Skip((Math.Clamp(page, 1, 100_000) - 1) * PageSize).Take(PageSize + 1).ToListAsync(cancellation);
        return (rows.Take(PageSize).ToList(), rows.Count > PageSize);
    }

    /// <summary>Invitations nobody has answered, the newest first; expired ones too, because they can be sent again.</summary>
    public async Task<IReadOnlyList<InvitationRow>> InvitationsAsync(Actor actor, CancellationToken cancellation) =>
        !actor.May(Thing.Person, Act.Manage) ? [] : await db.Invitations
            .Where(i => i.AcceptedAt == null && i.RevokedAt == null)
            .OrderByDescending(i => i.Id).Take(100)
            .Select(i => new InvitationRow(i.Id, i.Name, i.Email, i.Roles, i.ExpiresAt)).ToListAsync(cancellation);

    public Task<PersonCard?> FindAsync(Actor actor, Guid id, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        return db.PeopleFor(actor, Thing.Person, Act.Manage).Where(p => p.Id == id)
            .Select(p => new PersonCard(
                p.Id, p.Name, db.Accounts.Where(a => a.Id == p.Id).Select(a => a.Email).FirstOrDefault(), p.Roles, p.TeamId, p.DeactivatedAt,
                db.Relationships.Count(r => r.RepId == p.Id && r.EndedOn == null),
                db.Sessions.Count(s => s.PersonId == p.Id && s.EndedAt == null && s.ExpiresAt > now),
                db.SecondFactors.Any(f => f.PersonId == p.Id)))
            .SingleOrDefaultAsync(cancellation);
    }
}
