using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace TrustCoach.Services.Data;

/// <summary>Steps down to the application role and names the organization on every connection, in one round trip, before its first query.</summary>
internal sealed class OrganizationConnection : DbConnectionInterceptor
{
    public static readonly OrganizationConnection Instance = new();

    private const string Step =
        $"select set_config('role', '{DatabaseSetup.AppRole}', false), set_config('trustcoach.organization', $1, false), set_config('trustcoach.directory', $2, false)";

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        if (eventData.Context is not TrustCoachDb { Organization.IsOwner: false } db)
            return;
        using var command = Command(connection, db.Organization);
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(
        DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        if (eventData.Context is TrustCoachDb { Organization.IsOwner: false } db)
            await EnterAsync(connection, db.Organization, cancellationToken);
    }

    public static async Task EnterAsync(DbConnection connection, CurrentOrganization organization, CancellationToken cancellation)
    {
        await using var command = Command(connection, organization);
        await command.ExecuteNonQueryAsync(cancellation);
    }

    /// <summary>The same as part of a batch, for the request that begins with one.</summary>
    public static NpgsqlBatchCommand Enter(CurrentOrganization organization)
    {
        var command = new NpgsqlBatchCommand(Step);
        command.Parameters.AddRange(Parameters(organization));
        return command;
    }

    private static NpgsqlCommand Command(DbConnection connection, CurrentOrganization organization)
    {
        var command = new NpgsqlCommand(Step, (NpgsqlConnection)connection);
        command.Parameters.AddRange(Parameters(organization));
        return command;
    }

    private static NpgsqlParameter[] Parameters(CurrentOrganization organization) =>
    [
        new NpgsqlParameter<string> { TypedValue = organization.Id.ToString() },
        new NpgsqlParameter<string> { TypedValue = organization.ReadsDirectory ? "on" : "off" },
    ];
}
