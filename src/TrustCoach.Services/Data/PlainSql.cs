using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace TrustCoach.Services.Data;

internal static class PlainSql
{
    /// <summary>
    /// A command past Entity Framework, for the few that every request pays for or that read thousands of rows: on the same connection,
    /// which has to be open, and in the same transaction.
    /// </summary>
    public static NpgsqlCommand PlainCommand(this TrustCoachDb db, string sql, params ReadOnlySpan<NpgsqlParameter> parameters)
    {
        var command = new NpgsqlCommand(sql, (NpgsqlConnection)db.Database.GetDbConnection(), (NpgsqlTransaction?)db.Database.CurrentTransaction?.GetDbTransaction())
        {
            CommandTimeout = db.Database.GetCommandTimeout() ?? 30,
        };
        foreach (var parameter in parameters)
            command.Parameters.Add(parameter);
        return command;
    }
}
