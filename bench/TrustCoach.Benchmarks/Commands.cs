using TrustCoach.Benchmarks.Bare;
using TrustCoach.Benchmarks.Generate;
using TrustCoach.Benchmarks.Load;

namespace TrustCoach.Benchmarks;

/// <summary>What this program does: <c>bare</c> serves the denominators, <c>generate</c> fills a database, <c>load</c> measures, <c>fold</c>, <c>lab</c> and <c>rebuild</c> measure one thing each.</summary>
internal static class Commands
{
    private static readonly Dictionary<string, Func<Options, Task>> Known = new(StringComparer.Ordinal)
    {
        ["bare"] = BareApp.RunAsync,
        ["generate"] = GenerateCommand.RunAsync,
        ["load"] = LoadCommand.RunAsync,
        ["fold"] = FoldCommand.RunAsync,
        ["lab"] = LabCommand.RunAsync,
        ["rebuild"] = RebuildCommand.RunAsync,
    };

    public static async Task<int> RunAsync(string[] args)
    {
        if (args is not [var name, .. var rest] || !Known.TryGetValue(name, out var command))
        {
            await Console.Error.WriteLineAsync($"Say what to do: {string.Join(", ", Known.Keys)}.");
            return 1;
        }

        await command(new Options(rest));
        return 0;
    }
}
