using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace TrustCoach.IntegrationTests.Infrastructure;

/// <summary>Stands between the app and the database, so that a test can take the database away or make it hang.</summary>
public sealed class DatabaseGate : IDisposable
{
    private readonly List<TcpClient> _open = [];
    private readonly NpgsqlConnectionStringBuilder _target;
    private readonly int _port;
    private TcpListener _listener;
    private volatile bool _hangs;

    public DatabaseGate(string connectionString)
    {
        _target = new NpgsqlConnectionStringBuilder(connectionString);
        _listener = Listen(0);
        _port = ((IPEndPoint)_listener.LocalEndpoint).Port;
    }

    /// <summary>Connects through the gate.</summary>
    public string ConnectionString => new NpgsqlConnectionStringBuilder(_target.ConnectionString) { Host = "127.0.0.1", Port = _port }.ConnectionString;

    /// <summary>Takes the database away: connections break, new ones are refused.</summary>
    public void Close()
    {
        _listener.Stop();
        lock (_open)
        {
            _open.ForEach(client => client.Dispose());
            _open.Clear();
        }
    }

    /// <summary>Nothing passes any more, and nothing breaks.</summary>
    public void Hang() => _hangs = true;

    /// <summary>All is well again.</summary>
    public void Open()
    {
        Close();
        _hangs = false;
        _listener = Listen(_port);
        // The test's own connections broke with the app's; those of the app must recover by themselves.
        NpgsqlConnection.ClearAllPools();
    }

    public void Dispose() => Close();

    private TcpListener Listen(int port)
    {
        var listener = new TcpListener(IPAddress.Loopback, port);
        listener.Start();
        _ = AcceptAsync(listener);
        return listener;
    }

    private async Task AcceptAsync(TcpListener listener)
    {
        try
        {
            while (true)
            {
                var app = Keep(await listener.AcceptTcpClientAsync());
                var database = Keep(new TcpClient());
                await database.ConnectAsync(_target.Host!, _target.Port);
                _ = PassAsync(app, database);
                _ = PassAsync(database, app);
            }
        }
        catch (Exception closed) when (closed is SocketException or ObjectDisposedException)
        {
            // The gate was closed.
        }
    }

    private TcpClient Keep(TcpClient client)
    {
        lock (_open)
            _open.Add(client);
        return client;
    }

    private async Task PassAsync(TcpClient from, TcpClient to)
    {
        try
        {
            var buffer = new byte[16 * 1024];
            int read;
            while ((read = await from.GetStream().ReadAsync(buffer)) > 0)
            {
                while (_hangs)
                    await Task.Delay(50);
                await to.GetStream().WriteAsync(buffer.AsMemory(0, read));
            }
        }
        catch (Exception broken) when (broken is IOException or ObjectDisposedException or InvalidOperationException)
        {
            // One end went away: so does the other.
        }
        finally
        {
            to.Dispose();
        }
    }
}
