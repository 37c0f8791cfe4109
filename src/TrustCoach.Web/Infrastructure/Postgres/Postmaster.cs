using System.Diagnostics;
using System.Globalization;

namespace TrustCoach.Web.Infrastructure.Postgres;

/// <summary>The server process of a cluster, as its pid file tells it.</summary>
public sealed class Postmaster(string cluster)
{
    // No process has this number: Postgres sees a dead owner and makes its own check of the shared memory.
    private const string NobodysPid = "99999999";

    private readonly string _file = Path.Combine(cluster, "postmaster.pid");

    /// <summary>The port the running server listens on: the fourth line of its pid file.</summary>
    public int Port => int.Parse(File.ReadAllLines(_file)[3], CultureInfo.InvariantCulture);

    /// <summary>Whether the server named in the pid file is alive and ours.</summary>
    /// <remarks>
    /// "pg_ctl status" only asks whether the number is in use, and says yes to a zombie, and to a stranger that got
    /// the number after a power cut.
    /// </remarks>
    public bool IsRunning()
    {
        if (Pid() is not { } pid)
            return false;

        return OperatingSystem.IsLinux() ? WorksIn(pid, cluster) : IsNamedPostgres(pid);
    }

    /// <summary>Makes the pid file of a dead server harmless; deleting it would leak the old shared memory.</summary>
    public void DisownPidFile()
    {
        if (!File.Exists(_file))
            return;

        var lines = File.ReadAllLines(_file);
        if (lines.Length > 0)
            File.WriteAllLines(_file, [NobodysPid, .. lines[1..]]);
    }

    private int? Pid()
    {
        try
        {
            return int.TryParse(File.ReadLines(_file).FirstOrDefault(), CultureInfo.InvariantCulture, out var pid) ? pid : null;
        }
        catch (IOException)
        {
            return null; // no file, or it went away meanwhile
        }
    }

    private static bool WorksIn(int pid, string folder)
    {
        try
        {
            return new DirectoryInfo(string.Create(CultureInfo.InvariantCulture, $"/proc/{pid}/cwd")).LinkTarget == folder;
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static bool IsNamedPostgres(int pid)
    {
        try
        {
            using var process = Process.GetProcessById(pid);
            return process.ProcessName.StartsWith("postgres", StringComparison.OrdinalIgnoreCase) && !process.HasExited;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
