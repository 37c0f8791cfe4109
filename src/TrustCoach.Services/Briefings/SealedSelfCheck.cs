using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using TrustCoach.Domain;
using TrustCoach.Domain.Briefings;

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

/// <summary>Seals self-checks, each for its author: who reads the table reads nothing, and a row put under another name does not open.</summary>
public sealed class SelfCheckSeal(IDataProtectionProvider protection)
{
    public byte[] Close(Guid authorId, SelfCheck check) => SealOf(authorId).Protect(JsonSerializer.SerializeToUtf8Bytes(check));

    /// <summary>What was written; null when it was sealed for somebody else or by keys that are gone.</summary>
    public SelfCheck? Open(Guid authorId, byte[] closed)
    {
        try
        {
            return JsonSerializer.Deserialize<SelfCheck>(SealOf(authorId).Unprotect(closed));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private IDataProtector SealOf(Guid authorId) => protection.CreateProtector("TrustCoach.SelfCheck", authorId.ToString("n"));
}
