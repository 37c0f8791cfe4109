using System.Buffers.Binary;

namespace TrustCoach.Benchmarks.Generate;

/// <summary>Ids as the app draws them, time first (UUID v7), but the same ones on every run.</summary>
internal sealed class Ids(int seed)
{
    private readonly Random _random = new(seed);

    public Guid At(DateTimeOffset instant)
    {
        Span<byte> bytes = stackalloc byte[16];
        _random.NextBytes(bytes);
        var (seventh, eighth) = (bytes[6], bytes[7]);
        BinaryPrimitives.WriteInt64BigEndian(bytes, instant.ToUnixTimeMilliseconds() << 16);
        bytes[7] = eighth;
        bytes[6] = (byte)((seventh & 0x0f) | 0x70);
        bytes[8] = (byte)((bytes[8] & 0x3f) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }
}
