using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using TrustCoach.Domain.People;
using TrustCoach.Domain.Promises;
using TrustCoach.Services.Data;

namespace TrustCoach.Services.People;

/// <summary>Reads who is behind a session, on every request: one round trip that tells Postgres the organization too.</summary>
public sealed class SessionBook(TrustCoachDb db, TimeProvider clock)
{
    /// <summary>A session is noted as seen at most this often.</summary>
    private static readonly TimeSpan SeenEvery = TimeSpan.FromMinutes(5);

    /// <summary>No day of any zone ends later than this after now.</summary>
    private static readonly TimeSpan LongestDay = TimeSpan.FromDays(2);

    // By Npgsql itself: every request pays for this one. Who sees more than their own record proves themselves twice where the
    // organization asks for it.
    private static readonly string Read = $"""
        select o.name, o.time_zone, o.rules_version, o.next_rules_version is not null, p.name, p.roles, p.team_id, p.time_zone, p.culture,
               s.last_seen_at,
               o.requires_second_factor and p.roles & {(short)(Roles.Manager | Roles.Admin)} <> 0 and not exists (
                   select from second_factors f where f.organization_id = o.id and f.person_id = p.id),
               array(select due_at {Owed}), array(select closes_on {Owed})
          from sessions s
          join people p on p.organization_id = s.organization_id and p.id = s.person_id
          join organizations o on o.id = s.organization_id
         where s.organization_id = $1 and s.person_id = $2 and s.id = $3 and s.ended_at is null and s.expires_at > $4 and p.deactivated_at is null
        """;

    private static string Owed => $"""
        from promises q where q.organization_id = s.organization_id and q.rep_id = p.id and q.state = {(short)PromiseState.Open}
            and q.direction = {(short)Direction.Ours} and q.due_at < $5 and q.closes_on is not null
            and (q.condition is null or q.condition_met_at is not null) order by q.due_at, q.id
        """;

    /// <summary>
    /// Enters the organization and reads the person behind a session. The connection stays open for the rest of the scope, so that
    /// Postgres is told the role and the organization once.
    /// </summary>
    /// <returns>Null when the session has ended or expired, or the person is deactivated.</returns>
    public async Task<Actor?> EnterAsync(Guid organizationId, Guid personId, Guid sessionId, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        if (await ReadAsync(organizationId, personId, sessionId, now, cancellation) is not var (actor, seen))
            return null;
        if (now - seen >= SeenEvery)
            await SeenAsync(sessionId, now, cancellation);
        return actor;
    }

    private async Task<(Actor Actor, DateTimeOffset Seen)?> ReadAsync(
        Guid organizationId, Guid personId, Guid sessionId, DateTimeOffset now, CancellationToken cancellation)
    {
        db.Organization.Set(organizationId, false);
        var connection = (NpgsqlConnection)db.Database.GetDbConnection();
        // Opened past Entity Framework, which would take a round trip of its own to name the organization.
        if (connection.State == System.Data.ConnectionState.Closed)
            await connection.OpenAsync(cancellation);
        await using var batch = new NpgsqlBatch(connection)
        {
            BatchCommands = { OrganizationConnection.Enter(db.Organization), Of(organizationId, personId, sessionId, now) },
        };
        await using var reader = await batch.ExecuteReaderAsync(cancellation);
        await reader.NextResultAsync(cancellation);
        return await reader.ReadAsync(cancellation) ? (ToActor(reader, organizationId, personId), reader.GetFieldValue<DateTimeOffset>(9)) : null;
    }

    private static NpgsqlBatchCommand Of(Guid organizationId, Guid personId, Guid sessionId, DateTimeOffset now) => new(Read)
    {
        Parameters =
        {
            new NpgsqlParameter<Guid> { TypedValue = organizationId },
            new NpgsqlParameter<Guid> { TypedValue = personId },
            new NpgsqlParameter<Guid> { TypedValue = sessionId },
            new NpgsqlParameter<DateTimeOffset> { TypedValue = now },
            new NpgsqlParameter<DateTimeOffset> { TypedValue = now + LongestDay },
        },
    };

    private static Actor ToActor(NpgsqlDataReader row, Guid organizationId, Guid personId) => new(
        organizationId, row.GetString(0), personId, row.GetString(4), (Roles)row.GetInt16(5), row.IsDBNull(6) ? null : row.GetGuid(6),
        TimeZoneInfo.FindSystemTimeZoneById(row.GetString(7)), CultureInfo.GetCultureInfo(row.GetString(8)),
        TimeZoneInfo.FindSystemTimeZoneById(row.GetString(1)), row.GetInt32(2), row.GetBoolean(10), row.GetBoolean(3))
    {
        Owed = [.. row.GetFieldValue<DateTimeOffset[]>(11).Zip(row.GetFieldValue<DateOnly[]>(12), (due, closes) => new OwedSoon(due, closes))],
    };

    // A session that is used lives on: it ends as long after its last use as it was given at first.
    private Task<int> SeenAsync(Guid sessionId, DateTimeOffset now, CancellationToken cancellation) =>
        db.Sessions.Where(s => s.Id == sessionId).ExecuteUpdateAsync(set => set
            .SetProperty(s => s.ExpiresAt, s => now + (s.ExpiresAt - s.LastSeenAt))
            .SetProperty(s => s.LastSeenAt, now), cancellation);
}
