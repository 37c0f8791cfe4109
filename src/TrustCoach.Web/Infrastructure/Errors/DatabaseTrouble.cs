using System.Net.Sockets;
using Npgsql;

namespace TrustCoach.Web.Infrastructure.Errors;

/// <summary>Tells a database that cannot answer from a statement it refused, which is our own bug.</summary>
public static class DatabaseTrouble
{
    /// <summary>True when the same request may well succeed a little later.</summary>
    public static bool Is(Exception? exception)
    {
        for (; exception is not null; exception = exception.InnerException)
        {
            switch (exception)
            {
                case PostgresException refused:
                    return IsTemporary(refused);
                case NpgsqlException or SocketException or TimeoutException:
                    return true;
            }
        }

        return false;
    }

    private static bool IsTemporary(PostgresException refused) =>
        refused.SqlState.StartsWith("57P", StringComparison.Ordinal)    // shutting down, crashed, starting
        || refused.SqlState.StartsWith("08", StringComparison.Ordinal)  // connection lost
        || refused.SqlState.StartsWith("53", StringComparison.Ordinal)  // disk full, out of memory, too many connections
        || refused.SqlState is PostgresErrorCodes.QueryCanceled
            or PostgresErrorCodes.ReadOnlySqlTransaction                // a standby, during a change-over
            or PostgresErrorCodes.LockNotAvailable
            or PostgresErrorCodes.DeadlockDetected
            or PostgresErrorCodes.SerializationFailure;
}
