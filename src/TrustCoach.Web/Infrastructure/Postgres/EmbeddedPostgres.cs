using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using Npgsql;

namespace TrustCoach.Web.Infrastructure.Postgres;

/// <summary>A private database cluster that lives in a data folder and runs while the app runs.</summary>
/// <remarks>Started by pg_ctl, so that Ctrl-C in the terminal reaches the app and not the database.</remarks>
public sealed partial class EmbeddedPostgres : IAsyncDisposable
{
    private const string Owner = "trustcoach";

    private readonly PostgresFolder _folder;
    private readonly FileStream _lock;
    private readonly PostgresTools _tools;
    private readonly Postmaster _postmaster;
    private readonly ILogger _logger;
    private readonly SemaphoreSlim _oneAtATime = new(1, 1);
    private Process? _watchdog;
    private bool _disposed;
    private int _port;

    private EmbeddedPostgres(PostgresFolder folder, FileStream gate, ILogger logger)
    {
        (_folder, _lock, _logger) = (folder, gate, logger);
        _tools = new PostgresTools(folder, PostgresAccount.For(folder.Binaries.Folder, folder.Root));
        _postmaster = new Postmaster(folder.Cluster);
    }

    /// <summary>Connects to a database of the cluster as its owner.</summary>
    public string ConnectionString(string database) => new NpgsqlConnectionStringBuilder
    {
        Host = "127.0.0.1",
        Port = _port,
        Username = Owner,
        Password = File.ReadAllText(PasswordFile).Trim(),
        Database = database,
    }.ConnectionString;

    private string PasswordFile => Path.Combine(_folder.Root, "password");

    /// <summary>Makes the cluster when there is none, starts it, or adopts one that a killed app left running.</summary>
    /// <param name="folder">Where the data is, and a PostgreSQL that fits it.</param>
    /// <param name="settings">The server's settings, as name and value.</param>
    /// <exception cref="StartupException">Another app uses the folder, or the database does not start.</exception>
    public static async Task<EmbeddedPostgres> StartAsync(
        PostgresFolder folder, IReadOnlyDictionary<string, string> settings, ILogger logger, CancellationToken cancellation)
    {
        var postgres = new EmbeddedPostgres(folder, Claim(folder.Root), logger);
        try
        {
            await postgres.StartAsync(settings, cancellation);
            return postgres;
        }
        catch (Exception failure)
        {
            await postgres.DisposeAsync();
            throw failure is PostgresToolException ? NotStarted(folder, failure) : failure;
        }
    }

    /// <summary>Starts the server again, on the same port, when it has died under the app.</summary>
    /// <returns>True when it had to be started.</returns>
    public async Task<bool> ReviveAsync(CancellationToken cancellation)
    {
        await _oneAtATime.WaitAsync(cancellation);
        try
        {
            if (_disposed || _postmaster.IsRunning())
                return false;

            await StartServerAsync(cancellation);
            return true;
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    /// <summary>Stops the cluster cleanly; the app's own connections must be closed before.</summary>
    public async ValueTask DisposeAsync()
    {
        await _oneAtATime.WaitAsync();
        try
        {
            if (_disposed)
                return;

            _disposed = true;
            if (_postmaster.IsRunning())
                await _tools.RunAsync("pg_ctl", ["-D", _folder.Cluster, "-w", "-m", "fast", "-t", "30", "stop"], CancellationToken.None);
        }
        catch (PostgresToolException failure)
        {
            LogNotStopped(failure.Message);
        }
        finally
        {
            _watchdog?.StandardInput.Close();
            _watchdog?.Dispose();
            await _lock.DisposeAsync();
            _oneAtATime.Release();
        }
    }

    /// <summary>Holds the folder's lock file for the app's life; the system lets go of it even when the app is killed.</summary>
    private static FileStream Claim(string root)
    {
        if (!Directory.Exists(root))
            CreateFolder(root);
        try
        {
            return new FileStream(Path.Combine(root, "app.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException taken)
        {
            throw new StartupException($"Another TrustCoach is already using the data folder {root}: stop it, or choose another folder with TrustCoach:DataFolder.", taken);
        }
        catch (UnauthorizedAccessException refused)
        {
            throw new StartupException($"The data folder {root} cannot be written: give this account the right to, or choose another folder with TrustCoach:DataFolder.", refused);
        }
    }

    private static void CreateFolder(string root)
    {
        try
        {
            Directory.CreateDirectory(root);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new StartupException($"The data folder {root} cannot be made: give this account the right to, or choose another folder with TrustCoach:DataFolder.", refused);
        }
    }

    private async Task StartAsync(IReadOnlyDictionary<string, string> settings, CancellationToken cancellation)
    {
        var started = Stopwatch.GetTimestamp();
        if (!File.Exists(Path.Combine(_folder.Cluster, "PG_VERSION")))
            await CreateClusterAsync(cancellation);

        if (_postmaster.IsRunning())
        {
            _port = _postmaster.Port;
            LogAdopted(_port);
        }
        else
        {
            await WriteSettingsAsync(settings, cancellation);
            await _tools.HandOverAsync([_folder.Cluster, PasswordFile], cancellation);
            await StartOnAFreePortAsync(cancellation);
            var elapsed = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
            LogStarted(_port, elapsed);
        }

        _watchdog = _tools.StartWatchdog();
    }

    private async Task CreateClusterAsync(CancellationToken cancellation)
    {
        if (Directory.Exists(_folder.Cluster))
            Directory.Delete(_folder.Cluster, recursive: true); // a first start that was cut short

        Directory.CreateDirectory(_folder.Cluster);
        await File.WriteAllTextAsync(PasswordFile, Convert.ToHexString(RandomNumberGenerator.GetBytes(24)), cancellation);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(PasswordFile, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        await _tools.HandOverAsync([_folder.Cluster, PasswordFile], cancellation);

        string[] locale = _folder.Binaries.Major >= 17 ? ["--locale-provider=builtin", "--locale=C.UTF-8"]
            : OperatingSystem.IsLinux() ? ["--locale=C.UTF-8"]
            : ["--locale=C"];
        await _tools.RunAsync("initdb", ["-D", _folder.Cluster, "-U", Owner, "-E", "UTF8", "--auth=scram-sha-256", "--pwfile=" + PasswordFile, .. locale], cancellation);
        LogCreated(_folder.Root, _folder.Binaries.Major);
    }

    /// <summary>Our settings stand in a file of their own, written anew on each start, so that a new version's reach an old cluster.</summary>
    private async Task WriteSettingsAsync(IReadOnlyDictionary<string, string> settings, CancellationToken cancellation)
    {
        const string include = "include_if_exists = 'trustcoach.conf'";
        var main = Path.Combine(_folder.Cluster, "postgresql.conf");
        if (!(await File.ReadAllLinesAsync(main, cancellation)).Contains(include))
            await File.AppendAllLinesAsync(main, [include], cancellation);
        await File.WriteAllLinesAsync(Path.Combine(_folder.Cluster, "trustcoach.conf"), settings.Select(setting => $"{setting.Key} = '{setting.Value}'"), cancellation);
    }

    /// <summary>Somebody may take the free port between the finding and the start: then another one.</summary>
    private async Task StartOnAFreePortAsync(CancellationToken cancellation)
    {
        for (var tries = 1; ; tries++)
        {
            _port = FreePort();
            try
            {
                await StartServerAsync(cancellation);
                return;
            }
            catch (PostgresToolException) when (tries < 3)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(500), cancellation);
            }
        }
    }

    private Task StartServerAsync(CancellationToken cancellation)
    {
        _postmaster.DisownPidFile();
        return _tools.RunAsync("pg_ctl", ["-D", _folder.Cluster, "-w", "-t", "60", "-l", Path.Combine(_folder.Cluster, "server.log"), "-o", $"-p {_port}", "start"], cancellation);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static StartupException NotStarted(PostgresFolder folder, Exception failure) => new(
        $"The private database in {folder.Root} did not start (its log is {Path.Combine(folder.Cluster, "server.log")}): {failure.Message.ReplaceLineEndings(" ")} Put right what it says, choose another folder with TrustCoach:DataFolder, or set ConnectionStrings:TrustCoach to a server.", failure);

    [LoggerMessage(Level = LogLevel.Information, Message = "Created a private PostgreSQL {Major} cluster in {Root}")]
    private partial void LogCreated(string root, int major);

    [LoggerMessage(Level = LogLevel.Information, Message = "Private database started on port {Port} in {Elapsed:0} ms")]
    private partial void LogStarted(int port, double elapsed);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Took over the private database that an earlier run left on port {Port}")]
    private partial void LogAdopted(int port);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The private database did not stop cleanly: {Reason}")]
    private partial void LogNotStopped(string reason);
}
