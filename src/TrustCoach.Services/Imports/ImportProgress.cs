using Npgsql;
using TrustCoach.Domain.Imports;
using TrustCoach.Services.Data;

namespace TrustCoach.Services.Imports;

/// <summary>Tells how far an import has come, on a connection of its own: what runs in one transaction is seen by nobody until it ends.</summary>
public sealed class ImportProgress(NpgsqlDataSource source)
{
    public async Task ReportAsync(ImportRun run, int done, CancellationToken cancellation)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        await OrganizationConnection.EnterAsync(connection, CurrentOrganization.Of(run.OrganizationId), cancellation);
        await using var command = new NpgsqlCommand("update imports set done = $1 where organization_id = $2 and id = $3", connection)
        {
            Parameters = { new() { Value = done }, new() { Value = run.OrganizationId }, new() { Value = run.Id } },
        };
        await command.ExecuteNonQueryAsync(cancellation);
    }
}
