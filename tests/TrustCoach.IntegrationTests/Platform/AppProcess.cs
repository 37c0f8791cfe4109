using System.Diagnostics;
using System.Text;
using TrustCoach.IntegrationTests.Infrastructure;

namespace TrustCoach.IntegrationTests.Platform;

/// <summary>The built app as a process of its own, on a free port.</summary>
public sealed class AppProcess : IDisposable
{
    // A start makes a database and migrates it: seconds alone, more than a minute on a machine that does much else. It ends a hang.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);

    private readonly Process _process;
    private readonly StringBuilder _output = new();
    private readonly TaskCompletionSource<Uri> _address = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private AppProcess(ProcessStartInfo start)
    {
        _process = new Process { StartInfo = start, EnableRaisingEvents = true };
        _process.OutputDataReceived += (_, line) => Read(line.Data);
        _process.ErrorDataReceived += (_, line) => Read(line.Data);
        _process.Exited += (_, _) => _address.TrySetException(new InvalidOperationException($"The app ended: {Output}"));
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public int Id => _process.Id;

    public string Output
    {
        get
        {
            lock (_output)
                return _output.ToString();
        }
    }

    /// <summary>Starts the app in a session of its own, as a terminal does.</summary>
    public static AppProcess Start(string dataFolder, string? connectionString = null, params string[] arguments)
    {
        // SIGINT is ignored in what a script runs in the background; the app must see it as in a terminal.
        var start = new ProcessStartInfo("setsid", ["env", "--default-signal=INT", "dotnet", "exec", Path.Combine(AppContext.BaseDirectory, "TrustCoach.Web.dll"), .. arguments])
        {
            WorkingDirectory = Repository.Web,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["ASPNETCORE_URLS"] = "http://127.0.0.1:0";
        start.Environment["TrustCoach__DataFolder"] = dataFolder;
        start.Environment["TrustCoach__LogFolder"] = "";
        start.Environment["TrustCoach__Demo"] = "false";
        start.Environment["ConnectionStrings__TrustCoach"] = connectionString ?? "";
        return new AppProcess(start);
    }

    /// <summary>Waits until the app says where it is.</summary>
    public Task<Uri> AddressAsync() => _address.Task.WaitAsync(Patience);

    public async Task<int> ExitCodeAsync()
    {
        using var limit = new CancellationTokenSource(Patience);
        await _process.WaitForExitAsync(limit.Token);
        return _process.ExitCode;
    }

    /// <summary>Ends the watchdog and then the app, both without a word.</summary>
    public async Task KillAllAsync()
    {
        var children = Directory.GetDirectories($"/proc/{Id}/task")
            .SelectMany(thread => File.ReadAllText(Path.Combine(thread, "children")).Split(' ', StringSplitOptions.RemoveEmptyEntries));
        foreach (var child in children)
            Signal("-KILL", child);
        Signal("-KILL", $"{Id}");
        await ExitCodeAsync();
    }

    /// <summary>What Ctrl-C does: interrupts everything in the terminal's foreground.</summary>
    public void PressControlC() => Signal("-INT", $"-{Id}");

    public void Terminate() => Signal("-TERM", $"{Id}");

    public static void Signal(string signal, string pid)
    {
        using var kill = Process.Start("kill", [signal, "--", pid]);
        kill.WaitForExit();
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            Terminate();
            _process.WaitForExit(Patience);
        }

        _process.Dispose();
    }

    private void Read(string? line)
    {
        const string announcement = "TrustCoach is at ";
        if (line is null)
            return;
        lock (_output)
            _output.AppendLine(line);
        if (line.Contains(announcement, StringComparison.Ordinal))
            _address.TrySetResult(new Uri(line[(line.IndexOf(announcement, StringComparison.Ordinal) + announcement.Length)..]));
    }
}
