namespace TrustCoach.Domain.Customers;

/// <summary>When somebody last looked at a relationship, so that they can be told what has changed since. Seen by nobody but them.</summary>
public sealed class RelationshipVisit : IInOrganization
{
    /// <summary>Looking again within this time is the same visit.</summary>
    public static readonly TimeSpan OneVisit = TimeSpan.FromMinutes(30);

    private RelationshipVisit() { }

    public Guid OrganizationId { get; private init; }

    public Guid PersonId { get; private init; }

    public Guid RelationshipId { get; private init; }

    /// <summary>The last look of this visit, in UTC.</summary>
    public DateTimeOffset LastAt { get; private init; }

    /// <summary>The last look of the visit before, in UTC; null on the first visit.</summary>
    public DateTimeOffset? BeforeAt { get; private init; }

    /// <summary>The visit before the one that goes on at <paramref name="now"/>; null when there was none.</summary>
    public DateTimeOffset? Before(DateTimeOffset now) => now - LastAt > OneVisit ? LastAt : BeforeAt;
}
