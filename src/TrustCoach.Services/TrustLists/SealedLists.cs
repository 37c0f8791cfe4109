using TrustCoach.Domain;

namespace TrustCoach.Services.TrustLists;

/// <summary>
/// One state of somebody's two lists, as it is kept: sealed whole, names, reasons, times and ties. The row tells whose it is and the how
/// manieth, and nothing more.
/// </summary>
public sealed class SealedLists : IInOrganization
{
    private SealedLists() { }

    public SealedLists(Guid organizationId, Guid personId, int version, byte[] words) =>
        (OrganizationId, PersonId, Version, Sealed) = (organizationId, personId, version, words);

    public Guid OrganizationId { get; private set; }

    public Guid PersonId { get; private set; }

    /// <summary>Counts the states, from 1; the highest is the one that holds.</summary>
    public int Version { get; private set; }

    public byte[] Sealed { get; private set; } = [];

    internal void Rewrite(byte[] words) => Sealed = words;
}
