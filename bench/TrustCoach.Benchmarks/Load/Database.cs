using Npgsql;

namespace TrustCoach.Benchmarks.Load;

/// <summary>What Postgres says about itself while it is measured.</summary>
internal sealed class Database : IAsyncDisposable
{
    private readonly NpgsqlDataSource _source;
    private readonly int _postmaster;

    private Database(NpgsqlDataSource source, int postmaster) => (_source, _postmaster) = (source, postmaster);

    public static async Task<Database> OpenAsync(string connectionString)
    {
        var source = NpgsqlDataSource.Create(connectionString);
        await using var connection = await source.OpenConnectionAsync();
        var database = new Database(source, ProcessTimes.ParentOf(connection.ProcessID));
        await database.RunAsync("create extension if not exists pg_stat_statements");
        return database;
    }

    /// <summary>Processor time of all of Postgres so far, in seconds.</summary>
    public double Cpu() => ProcessTimes.OfFamily(_postmaster);

    public async Task RunAsync(string sql)
    {
        await using var command = _source.CreateCommand(sql);
        command.CommandTimeout = 3600;
        await command.ExecuteNonQueryAsync();
    }

    public async Task<T> ScalarAsync<T>(string sql)
    {
        await using var command = _source.CreateCommand(sql);
        command.CommandTimeout = 3600;
        return (T)(await command.ExecuteScalarAsync())!;
    }

    public async Task<List<object[]>> RowsAsync(string sql, params object[] parameters)
    {
        await using var command = _source.CreateCommand(sql);
        command.CommandTimeout = 3600;
        foreach (var parameter in parameters)
            command.Parameters.Add(new() { Value = parameter });
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<object[]>();
        while (await reader.ReadAsync())
        {
            var row = new object[reader.FieldCount];
            reader.GetValues(row);
            rows.Add(row);
        }

        return rows;
    }

    /// <summary>What has been executed since the last reset, without the statements that only begin, commit or set.</summary>
    public async Task<(long Statements, long Buffers, long Wal)> CountedAsync()
    {
        var row = (await RowsAsync("""
            select coalesce(sum(calls), 0)::bigint, coalesce(sum(shared_blks_hit + shared_blks_read), 0)::bigint, coalesce(sum(wal_bytes), 0)::bigint
              from pg_stat_statements
             where dbid = (select oid from pg_database where datname = current_database())
               and query ~* '^\s*(select|insert|update|delete|with)\M' and query !~ 'pg_stat_statements'
            """))[0];
        return ((long)row[0], (long)row[1], (long)row[2]);
    }

    public ValueTask DisposeAsync() => _source.DisposeAsync();
}
