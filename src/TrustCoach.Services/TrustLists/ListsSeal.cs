using System.Buffers.Binary;
using System.IO.Compression;
using System.Text.Json;
using TrustCoach.Domain.TrustLists;
using TrustCoach.Services.People;

namespace TrustCoach.Services.TrustLists;

/// <summary>Seals states of the two lists, each for its author and its place in the history.</summary>
public sealed class ListsSeal(AuthorSeal seal)
{
    /// <summary>What is sealed is filled up to so many bytes or a multiple of them: its length tells neither a name nor how many there are.</summary>
    public const int Block = 4096;

    private const string What = "TrustLists";

    public byte[] Close(Guid authorId, int version, TwoLists lists)
    {
        using var packed = new MemoryStream();
        packed.Write(stackalloc byte[sizeof(int)]);
        using (var brotli = new BrotliStream(packed, CompressionLevel.Optimal, leaveOpen: true))
            JsonSerializer.Serialize(brotli, new State(version, lists));
        var bytes = new byte[(packed.Length + Block - 1) / Block * Block];
        packed.ToArray().CopyTo(bytes, 0);
        BinaryPrimitives.WriteInt32LittleEndian(bytes, (int)packed.Length - sizeof(int));
        return seal.Close(What, authorId, bytes);
    }

    /// <summary>What was written; null when it was sealed for somebody else, for another place in the history, or by keys that are gone.</summary>
    public TwoLists? Open(Guid authorId, int version, byte[] closed)
    {
        if (seal.OpenBytes(What, authorId, closed) is not { } bytes)
            return null;
        using var brotli = new BrotliStream(new MemoryStream(bytes, sizeof(int), BinaryPrimitives.ReadInt32LittleEndian(bytes)), CompressionMode.Decompress);
        return JsonSerializer.Deserialize<State>(brotli) is { } state && state.Version == version ? state.Lists : null;
    }

    private sealed record State(int Version, TwoLists Lists);
}
