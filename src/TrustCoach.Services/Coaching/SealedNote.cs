using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using TrustCoach.Domain;

namespace TrustCoach.Services.Coaching;

/// <summary>Somebody's private note on a coaching session, as it is kept: sealed.</summary>
public sealed class SealedNote : IInOrganization
{
    private SealedNote() { }

    public SealedNote(Guid organizationId, Guid sessionId, Guid personId) =>
        (OrganizationId, SessionId, PersonId) = (organizationId, sessionId, personId);

    public Guid OrganizationId { get; private set; }

    public Guid SessionId { get; private set; }

    public Guid PersonId { get; private set; }

    public byte[] Sealed { get; private set; } = [];

    /// <summary>Counts its changes; one based on an older count is refused.</summary>
    public int Version { get; private set; }

    internal void Write(byte[] words) => (Sealed, Version) = (words, Version + 1);
}

/// <summary>Seals private notes, each for its author: who reads the table or a copy of it reads nothing.</summary>
public sealed class NoteSeal(IDataProtectionProvider protection)
{
    public byte[] Close(Guid authorId, string note) => SealOf(authorId).Protect(Encoding.UTF8.GetBytes(note));

    /// <summary>What was written; null when it was sealed for somebody else or by keys that are gone.</summary>
    public string? Open(Guid authorId, byte[] closed)
    {
        try
        {
            return Encoding.UTF8.GetString(SealOf(authorId).Unprotect(closed));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private IDataProtector SealOf(Guid authorId) => protection.CreateProtector("TrustCoach.CoachingNote", authorId.ToString("n"));
}
