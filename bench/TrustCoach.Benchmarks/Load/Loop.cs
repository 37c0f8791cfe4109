using System.Diagnostics;

namespace TrustCoach.Benchmarks.Load;

/// <summary>What one run gave.</summary>
/// <param name="PerSecond">Answers a second.</param>
/// <param name="P50">Half of the answers were quicker; milliseconds.</param>
/// <param name="P99">Ninety-nine of a hundred were quicker; milliseconds.</param>
/// <param name="ServerCpu">The server's processor time for one answer; milliseconds.</param>
/// <param name="DatabaseCpu">The same of all of Postgres.</param>
internal sealed record Sample(double PerSecond, double P50, double P99, double ServerCpu, double DatabaseCpu);

/// <summary>One side of a comparison: a request for each connection to send again and again.</summary>
/// <param name="Expected">The status every answer must have.</param>
/// <param name="Requests">For each connection, what it sends next.</param>
internal sealed record Side(Server Server, int Expected, IReadOnlyList<Func<byte[]>> Requests);

/// <summary>A closed loop: each connection sends its next request when the last was answered.</summary>
internal sealed class Loop(Database database)
{
    public async Task<Sample> RunAsync(Side side, TimeSpan duration)
    {
        var (server, postgres) = (side.Server.Cpu(), database.Cpu());
        var started = Stopwatch.GetTimestamp();
        var end = started + (long)(duration.TotalSeconds * Stopwatch.Frequency);
        var times = await Task.WhenAll(side.Requests.Select(next => Task.Run(() => ConnectionAsync(side, next, end))));
        var elapsed = Stopwatch.GetElapsedTime(started).TotalSeconds;
        var all = times.SelectMany(t => t).Order().ToArray();
        return new Sample(
            all.Length / elapsed, all[all.Length / 2], all[(int)(all.Length * 0.99)],
            (side.Server.Cpu() - server) * 1000 / all.Length, (database.Cpu() - postgres) * 1000 / all.Length);
    }

    private static async Task<List<double>> ConnectionAsync(Side side, Func<byte[]> next, long end)
    {
        using var wire = new Wire(side.Server.Address.Port);
        var times = new List<double>();
        while (Stopwatch.GetTimestamp() < end)
        {
            var request = next();
            var sent = Stopwatch.GetTimestamp();
            var status = await wire.SendAsync(request);
            if (status != side.Expected)
                throw new InvalidOperationException($"{side.Server.Address} answered {status}, not {side.Expected}: {System.Text.Encoding.ASCII.GetString(request).Split('\r')[0]}");
            times.Add(Stopwatch.GetElapsedTime(sent).TotalMilliseconds);
        }

        return times;
    }
}
