using TrustCoach.Domain.Customers;
using TrustCoach.Domain.Scoring;
using TrustCoach.Services.Data;

namespace TrustCoach.Services.Customers;

/// <summary>The one way a relationship comes to be: always together with the standing its scores are read from.</summary>
public static class RelationshipOpener
{
    /// <summary>Adds the relationship and its standing to this unit of work; the caller saves and audits.</summary>
    /// <param name="customer">Tracked or saved; whether they were burned before goes into the opening allowance.</param>
    /// <param name="openedOn">The day it began, in the organization's zone.</param>
    /// <param name="rulesVersion">The scoring rules in force.</param>
    public static Relationship OpenRelationship(
        this TrustCoachDb db, Customer customer, Guid repId, Climate climate, DateOnly openedOn, int rulesVersion, DateTimeOffset now,
        Guid? importId = null)
    {
        var relationship = Relationship.Open(customer.OrganizationId, Guid.CreateVersion7(now), repId, customer.Id, climate, openedOn, importId);
        var standing = new Standing(relationship.OrganizationId, relationship.Id, repId);
        standing.Open(new Opening(climate, customer.BurnedBefore));
        standing.Follow(rulesVersion);
        db.Add(relationship);
        db.Add(standing);
        return relationship;
    }
}
