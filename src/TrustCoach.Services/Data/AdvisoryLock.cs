using Npgsql;

namespace TrustCoach.Services.Data;

/// <summary>Locks of Postgres that are about a name and not about a row.</summary>
internal static class AdvisoryLock
{
    /// <summary>
    /// Claims a job for this instance; false when another instance has it. The claim lives as long as its connection: an instance that
    /// dies leaves the job to the next.
    /// </summary>
    public static async Task<bool> ClaimAsync(this NpgsqlConnection connection, string job, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand("select pg_try_advisory_lock(hashtextextended($1, 0))", connection) { Parameters = { new() { Value = job } } };
        return (bool)(await command.ExecuteScalarAsync(cancellation))!;
    }
}
