using TrustCoach.Domain;

namespace TrustCoach.Services.Imports;

/// <summary>The uploaded bytes, apart from the run so that no list loads them.</summary>
public sealed class ImportFile : IInOrganization
{
    private ImportFile() { }

    public ImportFile(Guid organizationId, Guid importId, byte[] content) => (OrganizationId, ImportId, Content) = (organizationId, importId, content);

    public Guid OrganizationId { get; private set; }

    public Guid ImportId { get; private set; }

    public byte[] Content { get; private set; } = [];
}
