using System.Diagnostics;
using TrustCoach.Domain.Lab;

namespace TrustCoach.Benchmarks.Load;

/// <summary>Plays tournaments of two hundred strategies, two hundred rounds and ten repetitions on one core: <c>lab</c>.</summary>
internal static class LabCommand
{
    private const int Rounds = 15;

    public static Task RunAsync(Options options)
    {
        Table.FigureHead();
        var crowd = LabPresets.Tournaments.Single(preset => preset.Name == "Two hundred").Setup;
        Measure("tournament of 200 strategies x 200 x 10: nine types and 191 drawn, 2 % noise", crowd);

        // The slow way through the code: nearly everybody remembers more than one encounter.
        var kinds = Strategies.All.Where(strategy => strategy.Kind != StrategyKind.MemoryOne).ToList();
        var remembering = kinds.Select((strategy, at) => new Entry(strategy, (200 / kinds.Count) + (at < 200 % kinds.Count ? 1 : 0))).ToList();
        Measure("the same of strategies that remember more than one encounter", crowd with { Entries = remembering, Drawn = 0 });
        return Task.CompletedTask;
    }

    private static void Measure(string what, TournamentSetup setup)
    {
        Tournament.Play(setup);
        var seconds = new List<double>();
        for (var round = 0; round < Rounds; round++)
        {
            var started = Stopwatch.GetTimestamp();
            Tournament.Play(setup);
            seconds.Add(Stopwatch.GetElapsedTime(started).TotalSeconds);
        }

        seconds.Sort();
        var median = seconds[Rounds / 2];
        Table.Figure(what, "< 1 s", $"{median:0.00} s (best {seconds[0]:0.00}), {setup.Encounters / median / 1e6:0} M encounters/s", median < 1);
    }
}
