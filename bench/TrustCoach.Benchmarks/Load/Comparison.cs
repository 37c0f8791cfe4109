using System.Diagnostics;

namespace TrustCoach.Benchmarks.Load;

/// <summary>Runs both sides by turns, so that a busy moment of the machine meets both.</summary>
internal sealed class Comparison(Database database, int rounds, TimeSpan duration)
{
    private const int Counted = 30;

    private const int WarmAfter = 20_000;

    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan LongestWarmUp = TimeSpan.FromSeconds(50);

    private readonly Loop _loop = new(database);

    public async Task<Compared> RunAsync(Work work)
    {
        using var end = new CancellationTokenSource();
        var meanwhile = work.Meanwhile is { } side ? EachSecondAsync(side, end.Token) : Task.CompletedTask;
        await WarmAsync(work.Product);
        await WarmAsync(work.Bare);
        var (products, bares) = (new List<Sample>(), new List<Sample>());
        for (var round = 0; round < rounds; round++)
        {
            products.Add(await _loop.RunAsync(work.Product, duration));
            bares.Add(await _loop.RunAsync(work.Bare, duration));
        }

        await end.CancelAsync();
        await meanwhile;
        return new Compared(
            work, Median(products), Median(bares), Median([.. products.Zip(bares, (p, b) => p.PerSecond / b.PerSecond)]),
            await StatementsAsync(work.Product), await StatementsAsync(work.Bare));
    }

    public static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);

    private static Sample Median(List<Sample> samples)
    {
        double Of(Func<Sample, double> value) => Median(samples.ConvertAll(s => value(s)));
        return new Sample(Of(s => s.PerSecond), Of(s => s.P50), Of(s => s.P99), Of(s => s.ServerCpu), Of(s => s.DatabaseCpu));
    }

    /// <summary>The runtime compiles what is used often a second time, in the background: it takes some thousand requests, and time.</summary>
    private async Task WarmAsync(Side side)
    {
        var started = Stopwatch.GetTimestamp();
        for (var answered = 0.0; answered < WarmAfter && Stopwatch.GetElapsedTime(started) < LongestWarmUp;)
            answered += (await _loop.RunAsync(side, Moment)).PerSecond * Moment.TotalSeconds;
    }

    private static async Task EachSecondAsync(Side side, CancellationToken cancellation)
    {
        using var wire = new Wire(side.Server.Address.Port);
        for (var i = 0; !cancellation.IsCancellationRequested; i++)
        {
            await wire.SendAsync(side.Requests[i % side.Requests.Count]());
            await Task.WhenAny(Task.Delay(TimeSpan.FromSeconds(1), cancellation));
        }
    }

    /// <summary>Statements of one request, the fewest of some: what the app's clocks do meanwhile is not the page's.</summary>
    private async Task<double> StatementsAsync(Side side)
    {
        using var wire = new Wire(side.Server.Address.Port);
        var fewest = long.MaxValue;
        for (var i = 0; i < Counted; i++)
        {
            var request = side.Requests[0]();
            await database.RunAsync("select pg_stat_statements_reset()");
            await wire.SendAsync(request);
            fewest = Math.Min(fewest, (await database.CountedAsync()).Statements);
        }

        return fewest;
    }
}
