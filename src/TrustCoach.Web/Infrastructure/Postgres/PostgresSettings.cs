namespace TrustCoach.Web.Infrastructure.Postgres;

/// <summary>The private server's settings.</summary>
public static class PostgresSettings
{
    /// <summary>For real data: reached from this machine only, durable, and silent about what people typed.</summary>
    public static IReadOnlyDictionary<string, string> Durable { get; } = new Dictionary<string, string>
    {
        ["listen_addresses"] = "127.0.0.1",
        ["unix_socket_directories"] = "", // a socket's path may be at most 107 bytes long
        ["max_connections"] = "100",
        ["shared_buffers"] = "128MB",
        ["timezone"] = "UTC",
        ["logging_collector"] = "on",
        ["log_directory"] = "log",
        ["log_filename"] = "postgres-%a.log",
        ["log_truncate_on_rotation"] = "on",
        ["log_rotation_age"] = "1d",
        ["client_connection_check_interval"] = OperatingSystem.IsWindows() ? "0" : "2s", // ends what nobody waits for any more
        ["log_error_verbosity"] = "terse", // the details of a refused row quote its values
        ["log_min_error_statement"] = "panic",
    };

    /// <summary>For tests: nothing needs to survive a power cut.</summary>
    public static IReadOnlyDictionary<string, string> Throwaway { get; } = new Dictionary<string, string>(Durable)
    {
        ["fsync"] = "off",
        ["synchronous_commit"] = "off",
        ["full_page_writes"] = "off",
        ["max_connections"] = "300",
    };
}
