using System.Text.Json;
using TrustCoach.Domain;
using TrustCoach.Domain.Confidences;
using TrustCoach.Services.People;

namespace TrustCoach.Services.Confidences;

/// <summary>One secret as it is kept: sealed whole, customer, names and days too. The row tells whose it is, and nothing more.</summary>
public sealed class SealedSecret : IInOrganization
{
    private SealedSecret() { }

    public SealedSecret(Guid organizationId, Guid id, Guid personId, byte[] words) =>
        (OrganizationId, Id, PersonId, Sealed) = (organizationId, id, personId, words);

    public Guid OrganizationId { get; private set; }

    /// <summary>Made by chance, not by the clock: it does not tell when.</summary>
    public Guid Id { get; private set; }

    public Guid PersonId { get; private set; }

    /// <summary>Counts the changes, from 1; one based on an older count is refused.</summary>
    public int Version { get; private set; } = 1;

    public byte[] Sealed { get; private set; } = [];

    internal void Rewrite(byte[] words) => (Sealed, Version) = (words, Version + 1);
}

/// <summary>Seals secrets, each for its author and its own row.</summary>
public sealed class SecretSeal(AuthorSeal seal)
{
    /// <summary>What is sealed is filled up to a multiple of so many bytes: its length tells little.</summary>
    public const int Block = 2048;

    private const string What = "Secret";

    public byte[] Close(Guid authorId, Guid id, Secret secret)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(new Row(id, secret));
        var filled = new byte[(json.Length + Block - 1) / Block * Block];
        Array.Fill(filled, (byte)' ');
        json.CopyTo(filled, 0);
        return seal.Close(What, authorId, filled);
    }

    /// <summary>What was written; null when it was sealed for somebody else, for another row, or by keys that are gone.</summary>
    public Secret? Open(Guid authorId, Guid id, byte[] closed) =>
        seal.OpenBytes(What, authorId, closed) is { } bytes && JsonSerializer.Deserialize<Row>(bytes) is { } row && row.Id == id ? row.Secret : null;

    private sealed record Row(Guid Id, Secret Secret);
}
