using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;

namespace TrustCoach.Services.Data;

/// <summary>
/// Inserts many entities at once: COPY into a table of this transaction, then one INSERT from it, because COPY into a table with
/// row-level security is refused and the policies are to hold here too. Runs in the caller's transaction; tracks nothing.
/// </summary>
public static class BulkInsert
{
    /// <summary>
    /// Does now what waits for the end of the transaction, such as the stamps of reps. After many rows that is much: here it has the
    /// time a statement may take, in the commit only that of a page.
    /// </summary>
    public static Task SettleAsync(this TrustCoachDb db, CancellationToken cancellation) =>
        db.Database.ExecuteSqlAsync($"set constraints all immediate", cancellation);

    /// <param name="onConflict">What an INSERT says after ON CONFLICT, for counters that add up; nothing may conflict when it is null.</param>
    /// <param name="beside">A table of the same columns and one more, to write into in place of the entity's own.</param>
    /// <returns>The number of rows inserted or merged.</returns>
    public static async Task<int> BulkInsertAsync<T>(
        this TrustCoachDb db, IReadOnlyCollection<T> rows, CancellationToken cancellation, string? onConflict = null, BesideTable<T>? beside = null)
        where T : class
    {
        if (rows.Count == 0)
            return 0;
        var type = db.Model.FindEntityType(typeof(T))!;
        var (table, columns) = (beside?.Table ?? type.GetTableName()!, ColumnsOf(type));
        if (beside is not null)
            columns.Add(new Column(beside.Column, beside.StoreType, row => beside.Read((T)row)));
        var names = string.Join(", ", columns.Select(c => c.Name));
        var connection = (NpgsqlConnection)db.Database.GetDbConnection();

        // Names of our own model, never a user's text.
        await ExecuteAsync(connection, $"create temp table incoming on commit drop as select {names} from {table} with no data", cancellation);
        await using (var copy = await connection.BeginBinaryImportAsync($"copy incoming ({names}) from stdin (format binary)", cancellation))
        {
            foreach (var row in rows)
            {
                await copy.StartRowAsync(cancellation);
                foreach (var column in columns)
                {
                    if (column.Read(row) is { } value)
                        await copy.WriteAsync(value, column.StoreType, cancellation);
                    else
                        await copy.WriteNullAsync(cancellation);
                }
            }

            await copy.CompleteAsync(cancellation);
        }

        var merged = onConflict is null ? "" : $" on conflict {onConflict}";
        var count = await ExecuteAsync(connection, $"insert into {table} as t ({names}) select {names} from incoming{merged}", cancellation);
        await ExecuteAsync(connection, "drop table incoming", cancellation);
        return count;
    }

    private static List<Column> ColumnsOf(IEntityType type) => type.GetProperties()
        .Where(p => p.GetComputedColumnSql() is null)
        .Select(p => new Column(p)).ToList();

    private static async Task<int> ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 600 };
        return await command.ExecuteNonQueryAsync(cancellation);
    }

    // Quoted: some names, such as end, are words of SQL.
    private sealed record Column(string Name, string StoreType, Func<object, object?> Read)
    {
        public Column(IProperty property)
            : this($"\"{property.GetColumnName()}\"", property.GetColumnType(), ReaderOf(property))
        {
        }

        private static Func<object, object?> ReaderOf(IProperty property)
        {
            var (getter, convert, number) = (property.GetGetter(), property.GetTypeMapping().Converter?.ConvertToProvider, NumberOf(property));
            return row =>
            {
                var value = getter.GetClrValue(row);
                if (value is not null && convert is not null)
                    value = convert(value);
                return value is Enum && number is not null ? Convert.ChangeType(value, number, null) : value;
            };
        }

        private static Type? NumberOf(IProperty property)
        {
            var type = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
            return type.IsEnum ? Enum.GetUnderlyingType(type) : null;
        }
    }
}

/// <summary>Where rows of an entity are written beside its own table.</summary>
/// <param name="Table">Has the entity's columns and <paramref name="Column"/>.</param>
public sealed record BesideTable<T>(string Table, string Column, string StoreType, Func<T, object> Read);
