using TrustCoach.Domain.Customers;
using TrustCoach.Domain.Scoring;

namespace TrustCoach.Services.Customers;

/// <summary>A new customer and how the relationship with it began.</summary>
/// <param name="RepId">Whose relationship it becomes; null for the person asking.</param>
/// <param name="ContactName">The first person there, when one is known already.</param>
/// <param name="EvenIfNamedAlike">True when the person has seen that the name is taken and means another company.</param>
public sealed record AddCustomer(
    string? Name, Climate? Climate, bool BurnedBefore = false, string? BurnedNote = null, Guid? RepId = null,
    string? ContactName = null, bool EvenIfNamedAlike = false);

/// <summary>Joining a customer a colleague works with already.</summary>
/// <param name="Name">The name as typed: who can name the company may join it.</param>
public sealed record JoinCustomer(Guid CustomerId, string? Name, Climate? Climate, Guid? RepId = null);

/// <param name="Version">The version the form was filled in from.</param>
/// <param name="RelationshipId">The relationship whose beginning is corrected, if any.</param>
public sealed record ChangeCustomer(
    Guid Id, int Version, string? Name, bool BurnedBefore, string? BurnedNote, Guid? RelationshipId = null, Climate? Climate = null);

/// <param name="Climate">How it begins for the next rep, who gets an allowance of their own.</param>
public sealed record HandOver(Guid RelationshipId, Guid? ToRepId, Climate? Climate);

/// <param name="CauseId">The ledger entry that ended it, when trust did.</param>
public sealed record EndRelationship(Guid RelationshipId, RelationshipEnd? End, Guid? CauseId);

/// <summary>What the form says about a contact.</summary>
public sealed record ContactDetails(string? Name, string? Title = null, string? Email = null, string? Phone = null);

/// <summary>What became of an accepted request about a customer.</summary>
public sealed record CustomerDone(Guid CustomerId, Guid RelationshipId);
