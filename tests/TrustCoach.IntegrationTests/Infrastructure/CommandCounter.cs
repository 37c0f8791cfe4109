using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace TrustCoach.IntegrationTests.Infrastructure;

/// <summary>
/// Counts and keeps the statements EF Core sends, for a page's query budget. What goes past it is one statement a request for the session,
/// one for a relationship's ledger, and one for the week's counters of a log.
/// </summary>
public sealed class CommandCounter : DbCommandInterceptor
{
    private readonly List<string> _statements = [];

    public int Count => Statements.Count;

    public IReadOnlyList<string> Statements
    {
        get
        {
            lock (_statements)
                return [.. _statements];
        }
    }

    public void Reset()
    {
        lock (_statements)
            _statements.Clear();
    }

    public override InterceptionResult<DbDataReader> ReaderExecuting(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result)
    {
        Note(command);
        return result;
    }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        Note(command);
        return ValueTask.FromResult(result);
    }

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Note(command);
        return ValueTask.FromResult(result);
    }

    public override ValueTask<InterceptionResult<object>> ScalarExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<object> result, CancellationToken cancellationToken = default)
    {
        Note(command);
        return ValueTask.FromResult(result);
    }

    private void Note(DbCommand command)
    {
        lock (_statements)
            _statements.Add(command.CommandText);
    }
}
