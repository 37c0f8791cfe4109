using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace TrustCoach.IntegrationTests.Mail;

/// <summary>A mail server on a port of its own, as strict as a real one: it speaks SMTP line by line and keeps what it took.</summary>
public sealed class SmtpTestServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly List<Task> _conversations = [];
    private Task _accepting = Task.CompletedTask;

    public int Port { get; private set; }

    /// <summary>Offers STARTTLS with it when set, and takes mail only over TLS.</summary>
    public X509Certificate2? Certificate { get; init; }

    /// <summary>"user:password" it asks for; null asks for none.</summary>
    public string? Login { get; init; }

    /// <summary>Addresses it refuses with 550.</summary>
    public string? Refused { get; init; }

    /// <summary>Takes the connection and says nothing.</summary>
    public bool IsSilent { get; init; }

    /// <summary>What it answers the finished mail with.</summary>
    public string Verdict { get; set; } = "250 taken";

    public List<(string From, string To, string Text, bool Secure)> Taken { get; } = [];

    public int Connections { get; private set; }

    public SmtpTestServer Start()
    {
        _listener.Start();
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        _accepting = AcceptAsync();
        return this;
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await Task.WhenAll([_accepting, .. _conversations]);
        _stop.Dispose();
        Certificate?.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var client = await _listener.AcceptTcpClientAsync(_stop.Token);
                Connections++;
                _conversations.Add(TalkAsync(client));
            }
        }
        catch (Exception stopped) when (stopped is OperationCanceledException or SocketException)
        {
            // The test is over.
        }
    }

    private async Task TalkAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                if (IsSilent)
                    await Task.Delay(Timeout.Infinite, _stop.Token);
                using var conversation = new Conversation(this, client.GetStream());
                await conversation.RunAsync(_stop.Token);
            }
            catch (Exception gone) when (gone is IOException or OperationCanceledException or AuthenticationException)
            {
                // The other side hung up, or refused the certificate.
            }
        }
    }

    private sealed class Conversation(SmtpTestServer server, Stream stream) : IDisposable
    {
        private StreamReader _reader = new(stream, Encoding.UTF8);
        private bool _isSecure, _isLoggedIn;
        private string _from = "", _to = "";

        public void Dispose() => _reader.Dispose();

        public async Task RunAsync(CancellationToken stop)
        {
            await SayAsync("220 test", stop);
            while (await _reader.ReadLineAsync(stop) is { } line && await AnswerAsync(line, stop))
            {
            }
        }

        private async Task<bool> AnswerAsync(string line, CancellationToken stop)
        {
            var verb = line.Split(' ', ':')[0].ToUpperInvariant();
            switch (verb)
            {
                case "EHLO":
                    await SayAsync("250-test\r\n" + (server.Certificate is not null && !_isSecure ? "250-STARTTLS\r\n" : "") + (server.Login is not null ? "250-AUTH LOGIN\r\n" : "") + "250 8BITMIME", stop);
                    return true;
                case "STARTTLS" when server.Certificate is not null:
                    await SayAsync("220 go on", stop);
                    await SecureAsync(stop);
                    return true;
                case "AUTH":
                    return await LogInAsync(line, stop);
                case "MAIL":
                    _from = Between(line);
                    var isOpen = (server.Certificate is null || _isSecure) && (server.Login is null || _isLoggedIn);
                    await SayAsync(isOpen ? "250 ok" : "530 first STARTTLS and AUTH", stop);
                    return true;
                case "RCPT":
                    _to = Between(line);
                    await SayAsync(_to == server.Refused ? "550 no such mailbox" : "250 ok", stop);
                    return true;
                case "DATA":
                    await SayAsync("354 go on", stop);
                    return await TakeAsync(stop);
                case "QUIT":
                    await SayAsync("221 bye", stop);
                    return false;
                default:
                    await SayAsync(verb is "RSET" or "NOOP" ? "250 ok" : "502 unknown", stop);
                    return true;
            }
        }

        private async Task<bool> TakeAsync(CancellationToken stop)
        {
            var text = new StringBuilder();
            while (await _reader.ReadLineAsync(stop) is { } line && line != ".")
                text.Append(line).Append("\r\n");
            if (server.Verdict.StartsWith("250", StringComparison.Ordinal))
            {
                // Several are served at once.
                lock (server.Taken)
                    server.Taken.Add((_from, _to, text.ToString(), _isSecure));
            }

            await SayAsync(server.Verdict, stop);
            return true;
        }

        private async Task<bool> LogInAsync(string line, CancellationToken stop)
        {
            var user = line.Split(' ') is [_, _, var given] ? given : await AskAsync("VXNlcm5hbWU6", stop);
            var password = await AskAsync("UGFzc3dvcmQ6", stop);
            _isLoggedIn = $"{Plain(user)}:{Plain(password)}" == server.Login;
            await SayAsync(_isLoggedIn ? "235 welcome" : "535 wrong", stop);
            return true;
        }

        private async Task<string> AskAsync(string what, CancellationToken stop)
        {
            await SayAsync("334 " + what, stop);
            return await _reader.ReadLineAsync(stop) ?? "";
        }

        private async Task SecureAsync(CancellationToken stop)
        {
            var secure = new SslStream(stream);
            await secure.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = server.Certificate }, stop);
            (stream, _reader, _isSecure) = (secure, new StreamReader(secure, Encoding.UTF8), true);
        }

        private async Task SayAsync(string text, CancellationToken stop) => await stream.WriteAsync(Encoding.UTF8.GetBytes(text + "\r\n"), stop);

        private static string Between(string line) => line[(line.IndexOf('<', StringComparison.Ordinal) + 1)..line.IndexOf('>', StringComparison.Ordinal)];

        private static string Plain(string base64) => Encoding.UTF8.GetString(Convert.FromBase64String(base64));
    }
}
