using System.Diagnostics;
using System.Globalization;

namespace TrustCoach.Benchmarks.Load;

/// <summary>One of the two servers that are measured, started here and stopped here.</summary>
internal sealed class Server : IDisposable
{
    private readonly Process _process;

    private Server(Process process, Uri address) => (_process, Address) = (process, address);

    public Uri Address { get; }

    /// <summary>From the start of the process to its first page.</summary>
    public TimeSpan StartedIn { get; private set; }

    public static async Task<Server> StartAsync(string program, string[] arguments, Uri address, string page, Dictionary<string, string> environment)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        var started = Stopwatch.GetTimestamp();
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, line) => Console.Error.WriteLine(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        var server = new Server(process, address);
        await server.AnswersAsync(page);
        server.StartedIn = Stopwatch.GetElapsedTime(started);
        return server;
    }

    /// <summary>Processor time so far, in seconds, in user and kernel mode.</summary>
    public double Cpu() => ProcessTimes.Of(_process.Id);

    /// <summary>Memory in use, in MiB.</summary>
    public double Memory()
    {
        var line = File.ReadLines($"/proc/{_process.Id}/status").First(l => l.StartsWith("VmRSS:", StringComparison.Ordinal));
        return double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024;
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            using var kill = Process.Start("kill", ["-TERM", _process.Id.ToString(CultureInfo.InvariantCulture)]);
            if (!_process.WaitForExit(TimeSpan.FromSeconds(20)))
                _process.Kill();
        }

        _process.Dispose();
    }

    private async Task AnswersAsync(string page)
    {
        using var client = new HttpClient { BaseAddress = Address };
        for (var tries = 0; !_process.HasExited && tries < 6000; tries++)
        {
            try
            {
                using var answer = await client.GetAsync(page);
                return;
            }
            catch (HttpRequestException)
            {
                await Task.Delay(20);
            }
        }

        throw new InvalidOperationException($"{_process.StartInfo.FileName} does not answer at {Address}.");
    }
}

/// <summary>Processor times as Linux tells them.</summary>
internal static class ProcessTimes
{
    private const double TicksPerSecond = 100;

    /// <summary>Seconds of one process.</summary>
    public static double Of(int pid) => Fields(pid) is { } fields ? (Ticks(fields, 11) + Ticks(fields, 12)) / TicksPerSecond : 0;

    /// <summary>Seconds of a process, of its children, and of those that have ended.</summary>
    public static double OfFamily(int pid)
    {
        var own = Fields(pid)!;
        var ended = (Ticks(own, 13) + Ticks(own, 14)) / TicksPerSecond;
        var children = File.ReadAllText($"/proc/{pid}/task/{pid}/children").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return Of(pid) + ended + children.Sum(child => Of(int.Parse(child, CultureInfo.InvariantCulture)));
    }

    public static int ParentOf(int pid) => int.Parse(Fields(pid)![1], CultureInfo.InvariantCulture);

    private static double Ticks(string[] fields, int index) => double.Parse(fields[index], CultureInfo.InvariantCulture);

    /// <summary>What follows the name in brackets, from the state on; null when the process is gone.</summary>
    private static string[]? Fields(int pid)
    {
        try
        {
            var text = File.ReadAllText($"/proc/{pid}/stat");
            return text[(text.LastIndexOf(')') + 2)..].Split(' ');
        }
        catch (IOException)
        {
            return null;
        }
    }
}
