using System.Globalization;

namespace TrustCoach.Web.Infrastructure.Postgres;

/// <summary>A data folder and the PostgreSQL that fits the cluster in it.</summary>
/// <param name="Root">Holds the cluster, its password and the lock file.</param>
/// <param name="Binaries">A PostgreSQL of the cluster's own major version.</param>
public sealed record PostgresFolder(string Root, PostgresBinaries Binaries)
{
    /// <summary>Where the cluster itself lies.</summary>
    public string Cluster => Path.Combine(Root, "cluster");

    /// <summary>The configured folder, or data/pg18 and the like below <paramref name="home"/>.</summary>
    /// <exception cref="StartupException">No PostgreSQL is here, or none that fits the data.</exception>
    public static PostgresFolder Choose(string? configured, string home, string contentRoot)
    {
        var found = PostgresBinaries.Find(contentRoot).ToList();
        if (configured is not null)
            return Fitting(Path.GetFullPath(configured, home), found);

        // Data stays with the version that made it, also after a newer PostgreSQL was installed.
        var data = Path.Combine(home, "data");
        var existing = Directory.Exists(data)
            ? Directory.GetDirectories(data, "pg*").Where(folder => MadeBy(folder) is not null).OrderByDescending(MadeBy).ToList()
            : [];
        return existing.Count > 0
            ? Fitting(existing.FirstOrDefault(folder => found.Any(binaries => binaries.Major == MadeBy(folder))) ?? existing[0], found)
            : Fitting(Path.Combine(data, string.Create(CultureInfo.InvariantCulture, $"pg{Best(found).Major}")), found);
    }

    private static PostgresFolder Fitting(string root, List<PostgresBinaries> found)
    {
        var needed = MadeBy(root) ?? Best(found).Major;
        var binaries = found.FirstOrDefault(candidate => candidate.Major == needed) ?? throw new StartupException(
            $"The data in {root} was made by PostgreSQL {needed}, which is not on this machine: install PostgreSQL {needed}, or choose another folder with TrustCoach:DataFolder.");
        return new PostgresFolder(root, binaries);
    }

    private static PostgresBinaries Best(List<PostgresBinaries> found) => found.FirstOrDefault() ?? throw new StartupException(
        "No PostgreSQL 15 or newer was found: install it (for example 'apt install postgresql'), or set ConnectionStrings:TrustCoach to a server.");

    /// <summary>The major version that made the cluster; null when there is none yet.</summary>
    private static int? MadeBy(string root)
    {
        var file = Path.Combine(root, "cluster", "PG_VERSION");
        return File.Exists(file) ? int.Parse(File.ReadAllText(file).Trim(), CultureInfo.InvariantCulture) : null;
    }
}
