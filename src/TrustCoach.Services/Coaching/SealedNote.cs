using TrustCoach.Domain;
using TrustCoach.Services.People;

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

/// <summary>Seals private notes, each for its author.</summary>
public sealed class NoteSeal(AuthorSeal seal)
{
    private const string What = "CoachingNote";

    public byte[] Close(Guid authorId, string note) => seal.Close(What, authorId, note);

    /// <inheritdoc cref="AuthorSeal.Open"/>
    public string? Open(Guid authorId, byte[] closed) => seal.Open(What, authorId, closed);
}
