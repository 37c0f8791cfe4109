namespace TrustCoach.IntegrationTests.Design;

/// <summary>The Web project's own files, as they lie in the repository.</summary>
internal static class Sources
{
    public static string Web { get; } = Path.Combine(Root(), "src", "TrustCoach.Web");

    public static IEnumerable<string> Files(string pattern, params string[] folders) => folders
        .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Web, folder), pattern, SearchOption.AllDirectories));

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "TrustCoach.sln")))
            folder = folder.Parent ?? throw new InvalidOperationException("The tests run outside the repository.");
        return folder.FullName;
    }
}
