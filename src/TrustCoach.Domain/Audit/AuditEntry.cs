namespace TrustCoach.Domain.Audit;

/// <summary>Who did what to what, and when. Written once, never changed; it outlives its subject, so it points to nothing by foreign key.</summary>
public sealed class AuditEntry : IInOrganization
{
    private AuditEntry() { }

    /// <param name="act">What was done, such as 'touchpoint.logged'.</param>
    /// <param name="before">The subject as JSON before the change, null when it is new.</param>
    /// <param name="after">The subject as JSON after the change, null when it is gone.</param>
    public AuditEntry(
        Guid organizationId, DateTimeOffset at, Guid? personId, string act, Guid subjectId,
        string? before = null, string? after = null, string? reason = null)
    {
        (OrganizationId, Id, At, PersonId, Act) = (organizationId, Guid.CreateVersion7(at), at, personId, act);
        (SubjectId, Before, After, Reason) = (subjectId, before, after, reason);
    }

    public Guid OrganizationId { get; private set; }

    public Guid Id { get; private set; }

    public DateTimeOffset At { get; private set; }

    /// <summary>Who did it; null when the system's own clock did.</summary>
    public Guid? PersonId { get; private set; }

    public string Act { get; private set; } = "";

    public Guid SubjectId { get; private set; }

    public string? Before { get; private set; }

    public string? After { get; private set; }

    /// <summary>Why, in the words of who did it.</summary>
    public string? Reason { get; private set; }
}
