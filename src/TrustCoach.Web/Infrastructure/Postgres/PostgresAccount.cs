using System.Diagnostics;

namespace TrustCoach.Web.Infrastructure.Postgres;

/// <summary>Who the database's processes run as: Postgres refuses root.</summary>
/// <param name="User">Another account to run as; null for the app's own.</param>
/// <param name="InNamespace">Root seen as nobody, inside a user namespace of its own.</param>
public sealed record PostgresAccount(string? User, bool InNamespace)
{
    /// <summary>The app's own account, unless that is root.</summary>
    public static PostgresAccount For(params string[] folders)
    {
        if (!OperatingSystem.IsLinux() || !Environment.IsPrivilegedProcess)
            return new PostgresAccount(null, false);

        // A 0700 home or temp folder lets no other account walk in: only root itself, under another number, can work there.
        return folders.All(OthersCanEnter)
            ? new PostgresAccount(HasPostgresAccount() ? "postgres" : "nobody", false)
            : new PostgresAccount(null, true);
    }

    /// <summary>A start of the program under this account.</summary>
    public ProcessStartInfo Start(string program, IEnumerable<string> arguments)
    {
        var start = InNamespace
            ? new ProcessStartInfo("unshare", ["-U", "--map-user=65534", "--map-group=65534", "--", program, .. arguments])
            : new ProcessStartInfo(program, arguments);
        if (User is not null)
            start.UserName = User;
        return start;
    }

    private static bool OthersCanEnter(string path)
    {
        for (var folder = new DirectoryInfo(path); folder is not null; folder = folder.Parent)
        {
            if (!folder.UnixFileMode.HasFlag(UnixFileMode.OtherExecute))
                return false;
        }

        return true;
    }

    private static bool HasPostgresAccount() =>
        File.ReadLines("/etc/passwd").Any(line => line.StartsWith("postgres:", StringComparison.Ordinal));
}
