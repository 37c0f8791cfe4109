namespace TrustCoach.Domain.Coaching;

/// <summary>Up to when a rep has read what others changed on their record.</summary>
public sealed class RecordSeen : IInOrganization
{
    /// <summary>So long a change is shown to the rep alone, unless they have read it sooner.</summary>
    public static readonly TimeSpan First = TimeSpan.FromHours(24);

    private RecordSeen() { }

    public Guid OrganizationId { get; private set; }

    public Guid PersonId { get; private set; }

    public DateTimeOffset SeenUpTo { get; private set; }
}
