using System.Text.Json;
using TrustCoach.Domain;
using TrustCoach.Domain.Briefings;
using TrustCoach.Services.People;

namespace TrustCoach.Services.Briefings;

/// <summary>Somebody's self-check before a visit, as it is kept: sealed. The next one in the same relationship takes its place.</summary>
public sealed class SealedSelfCheck : IInOrganization
{
    private SealedSelfCheck() { }

    public Guid OrganizationId { get; private set; }

    public Guid PersonId { get; private set; }

    public Guid RelationshipId { get; private set; }

    /// <summary>The author's own day on which it was written.</summary>
    public DateOnly Day { get; private set; }

    public byte[] Sealed { get; private set; } = [];
}

/// <summary>Seals self-checks, each for its author.</summary>
public sealed class SelfCheckSeal(AuthorSeal seal)
{
    private const string What = "SelfCheck";

    public byte[] Close(Guid authorId, SelfCheck check) => seal.Close(What, authorId, JsonSerializer.Serialize(check));

    /// <summary>What was written; null when it was sealed for somebody else or by keys that are gone.</summary>
    public SelfCheck? Open(Guid authorId, byte[] closed) =>
        seal.Open(What, authorId, closed) is { } words ? JsonSerializer.Deserialize<SelfCheck>(words) : null;
}
