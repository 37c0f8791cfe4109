using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TrustCoach.Domain.People;
using TrustCoach.Services.Data;

namespace TrustCoach.Services.People;

/// <summary>Reads who is behind a session, on every request: one statement.</summary>
public sealed class SessionBook(TrustCoachDb db, TimeProvider clock)
{
    /// <summary>A session is noted as seen at most this often.</summary>
    private static readonly TimeSpan SeenEvery = TimeSpan.FromMinutes(5);

    // Who sees more than their own record proves themselves twice where the organization asks for it.
    private const Roles SecondFactorRoles = Roles.Manager | Roles.Admin;

    private static readonly Func<TrustCoachDb, Guid, Guid, DateTimeOffset, Task<Row?>> Read = EF.CompileAsyncQuery(
        (TrustCoachDb db, Guid personId, Guid sessionId, DateTimeOffset now) => (
            from session in db.Sessions
            join person in db.People on session.PersonId equals person.Id
            from organization in db.Organizations
            where session.Id == sessionId && session.PersonId == personId && session.EndedAt == null && session.ExpiresAt > now
                && person.DeactivatedAt == null
            select new Row(
                organization.Id, organization.Name, organization.TimeZone, organization.RulesVersion,
                person.Name, person.Roles, person.TeamId, person.TimeZone, person.Culture, session.LastSeenAt,
                // Last, so that who owes none costs no look.
                organization.RequiresSecondFactor && (person.Roles & SecondFactorRoles) != 0
                    && !db.SecondFactors.Any(f => f.PersonId == person.Id),
                organization.NextRulesVersion != null)).SingleOrDefault());

    /// <summary>
    /// Enters the organization and reads the person behind a session. The connection stays open for the rest of the scope:
    /// telling Postgres the role and the organization then costs one round trip and not one for each statement.
    /// </summary>
    /// <returns>Null when the session has ended or expired, or the person is deactivated.</returns>
    public async Task<Actor?> EnterAsync(Guid organizationId, Guid personId, Guid sessionId, CancellationToken cancellation)
    {
        await db.EnterAsync(organizationId, cancellation);
        await db.Database.OpenConnectionAsync(cancellation);
        var now = clock.GetUtcNow();
        if (await Read(db, personId, sessionId, now) is not { } row)
            return null;
        if (now - row.LastSeenAt >= SeenEvery)
            await SeenAsync(sessionId, now, cancellation);
        return new Actor(
            row.OrganizationId, row.OrganizationName, personId, row.Name, row.Roles, row.TeamId,
            TimeZoneInfo.FindSystemTimeZoneById(row.TimeZone), CultureInfo.GetCultureInfo(row.Culture),
            TimeZoneInfo.FindSystemTimeZoneById(row.OrganizationZone), row.RulesVersion, row.OwesSecondFactor, row.RulesChange);
    }

    // A session that is used lives on: it ends as long after its last use as it was given at first.
    private Task<int> SeenAsync(Guid sessionId, DateTimeOffset now, CancellationToken cancellation) =>
        db.Sessions.Where(s => s.Id == sessionId).ExecuteUpdateAsync(set => set
            .SetProperty(s => s.ExpiresAt, s => now + (s.ExpiresAt - s.LastSeenAt))
            .SetProperty(s => s.LastSeenAt, now), cancellation);

    private sealed record Row(
        Guid OrganizationId, string OrganizationName, string OrganizationZone, int RulesVersion,
        string Name, Roles Roles, Guid? TeamId, string TimeZone, string Culture, DateTimeOffset LastSeenAt,
        bool OwesSecondFactor, bool RulesChange);
}
