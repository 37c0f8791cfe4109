using System.Buffers.Text;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace TrustCoach.Benchmarks.Load;

/// <summary>
/// One kept-open connection that sends a request and reads the whole answer. Plain sockets, because the driver shares the machine
/// with what it measures: a full client would take as long as the smallest page.
/// </summary>
internal sealed class Wire : IDisposable
{
    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly byte[] _buffer = new byte[64 * 1024];
    private int _from;
    private int _to;

    public Wire(int port) => _socket.Connect(new IPEndPoint(IPAddress.Loopback, port));

    /// <summary>Bytes of the last answer's body.</summary>
    public int BodyLength { get; private set; }

    /// <returns>The status code.</returns>
    public async ValueTask<int> SendAsync(ReadOnlyMemory<byte> request)
    {
        await _socket.SendAsync(request);
        var (status, length) = await HeadAsync();
        BodyLength = 0;
        if (length is { } known)
            await SkipAsync(known);
        else
            await SkipChunksAsync();
        return status;
    }

    public void Dispose() => _socket.Dispose();

    private async ValueTask<(int Status, int? Length)> HeadAsync()
    {
        var (status, length, isChunked) = (0, 0, false);
        while (true)
        {
            var line = await LineAsync();
            if (line.Length == 0)
                return (status, isChunked ? null : length);
            if (status == 0)
                status = int.Parse(line.AsSpan(9, 3), System.Globalization.CultureInfo.InvariantCulture);
            else if (line.StartsWith("content-length:", StringComparison.OrdinalIgnoreCase))
                length = int.Parse(line.AsSpan(15), System.Globalization.CultureInfo.InvariantCulture);
            else if (line.StartsWith("transfer-encoding:", StringComparison.OrdinalIgnoreCase))
                isChunked = true;
        }
    }

    private async ValueTask SkipChunksAsync()
    {
        while (true)
        {
            var line = await LineAsync();
            if (!Utf8Parser.TryParse(Encoding.ASCII.GetBytes(line), out int size, out _, 'x'))
                throw new InvalidDataException($"No chunk size: {line}");
            await SkipAsync(size + 2);
            if (size == 0)
                return;
        }
    }

    private async ValueTask<string> LineAsync()
    {
        while (true)
        {
            var end = _buffer.AsSpan(_from, _to - _from).IndexOf("\r\n"u8);
            if (end >= 0)
            {
                var line = Encoding.ASCII.GetString(_buffer, _from, end);
                _from += end + 2;
                return line;
            }

            await FillAsync();
        }
    }

    private async ValueTask SkipAsync(int count)
    {
        BodyLength += count;
        while (count > _to - _from)
        {
            count -= _to - _from;
            (_from, _to) = (0, 0);
            await FillAsync();
        }

        _from += count;
    }

    private async ValueTask FillAsync()
    {
        _buffer.AsSpan(_from, _to - _from).CopyTo(_buffer);
        (_from, _to) = (0, _to - _from);
        var read = await _socket.ReceiveAsync(_buffer.AsMemory(_to));
        if (read == 0)
            throw new IOException("The server closed the connection.");
        _to += read;
    }
}
