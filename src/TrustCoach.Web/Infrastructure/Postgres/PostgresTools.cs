using System.Diagnostics;

namespace TrustCoach.Web.Infrastructure.Postgres;

/// <summary>Runs PostgreSQL's own programs.</summary>
public sealed class PostgresTools(PostgresFolder folder, PostgresAccount account)
{
    /// <summary>Runs one of PostgreSQL's programs to its end.</summary>
    /// <exception cref="PostgresToolException">It ended with an error.</exception>
    public Task RunAsync(string program, string[] arguments, CancellationToken cancellation) =>
        RunAsync(account.Start(folder.Binaries.Program(program), arguments), cancellation);

    /// <summary>Gives the cluster and the password to the account the database runs as.</summary>
    public Task HandOverAsync(string[] paths, CancellationToken cancellation) =>
        OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess
            ? RunAsync(new ProcessStartInfo("chown", ["-R", account.User ?? "root", .. paths]), cancellation)
            : Task.CompletedTask;

    /// <summary>
    /// Starts a process that stops the cluster when its standard input closes, that is when this process dies without a word.
    /// </summary>
    public Process? StartWatchdog()
    {
        if (OperatingSystem.IsWindows())
            return null; // no shell to wait with; the next start adopts the cluster instead

        const string script = """trap '' INT TERM HUP; cat >/dev/null; "$0" -D "$1" -m fast -t 30 stop >/dev/null 2>&1""";
        var start = account.Start("/bin/sh", ["-c", script, folder.Binaries.Program("pg_ctl"), folder.Cluster]);
        return Process.Start(Prepare(start, redirectOutput: false));
    }

    private async Task RunAsync(ProcessStartInfo start, CancellationToken cancellation)
    {
        using var process = Process.Start(Prepare(start, redirectOutput: true))!;
        process.StandardInput.Close();
        var output = Task.WhenAll(process.StandardOutput.ReadToEndAsync(cancellation), process.StandardError.ReadToEndAsync(cancellation));
        await process.WaitForExitAsync(cancellation);
        if (process.ExitCode == 0)
            return;

        // A process left behind may hold the pipes open: a second is enough for what was said before the end.
        await Task.WhenAny(output, Task.Delay(TimeSpan.FromSeconds(1), cancellation));
        var said = output.IsCompletedSuccessfully ? string.Join(' ', output.Result) : "";
        throw new PostgresToolException($"{Path.GetFileName(start.FileName)} {string.Join(' ', start.ArgumentList)} ended with {process.ExitCode}: {said.Trim()}");
    }

    private ProcessStartInfo Prepare(ProcessStartInfo start, bool redirectOutput)
    {
        start.RedirectStandardInput = true;
        start.RedirectStandardOutput = start.RedirectStandardError = redirectOutput;
        start.WorkingDirectory = folder.Root;
        start.Environment["LC_ALL"] = "C";
        start.Environment["TZ"] = "UTC";
        return start;
    }
}

/// <summary>One of PostgreSQL's programs refused; the message is what it said.</summary>
public sealed class PostgresToolException(string message) : Exception(message);
