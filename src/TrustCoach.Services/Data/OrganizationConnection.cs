using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace TrustCoach.Services.Data;

/// <summary>Steps down to the application role and names the organization on every connection, in one round trip, before its first query.</summary>
internal sealed class OrganizationConnection : DbConnectionInterceptor
{
    public static readonly OrganizationConnection Instance = new();

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

    private static DbCommand Command(DbConnection connection, CurrentOrganization organization)
    {
        var command = connection.CreateCommand();
        // An id and a switch of our own, never a user's text: SET takes no parameters.
        command.CommandText =
            $"set role {DatabaseSetup.AppRole}; set trustcoach.organization = '{organization.Id}'; set trustcoach.directory = '{(organization.ReadsDirectory ? "on" : "off")}'";
        return command;
    }
}
