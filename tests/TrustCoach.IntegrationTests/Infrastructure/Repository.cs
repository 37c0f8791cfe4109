namespace TrustCoach.IntegrationTests.Infrastructure;

/// <summary>Where the sources lie, seen from a test.</summary>
public static class Repository
{
    /// <summary>The folder of the solution file.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The web project, whose node_modules hold a PostgreSQL.</summary>
    public static string Web { get; } = Path.Combine(Root, "src", "TrustCoach.Web");

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "TrustCoach.sln")))
                return folder.FullName;
        }

        throw new InvalidOperationException($"TrustCoach.sln was not found above {AppContext.BaseDirectory}.");
    }
}
