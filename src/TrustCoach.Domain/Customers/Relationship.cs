using TrustCoach.Domain.Scoring;

namespace TrustCoach.Domain.Customers;

/// <summary>Why a relationship came to its end.</summary>
public enum RelationshipEnd : short
{
    /// <summary>Another rep took the customer over.</summary>
    HandedOver = 1,

    /// <summary>The customer left because trust was gone.</summary>
    LostOnTrust = 2,

    /// <summary>Business ended for another reason.</summary>
    Other = 3,
}

/// <summary>One rep with one customer. Scores belong to it.</summary>
public sealed class Relationship : IInOrganization
{
    /// <summary>Days without contact after which a relationship is quiet.</summary>
    public const int QuietDays = 30;

    private Relationship() { }

    public Guid OrganizationId { get; private set; }

    public Guid Id { get; private set; }

    public Guid RepId { get; private set; }

    public Guid CustomerId { get; private set; }

    /// <summary>How it began; sets the opening allowance.</summary>
    public Climate Climate { get; private set; }

    /// <summary>The day it began, in the organization's zone.</summary>
    public DateOnly OpenedOn { get; private set; }

    public DateOnly? EndedOn { get; private set; }

    public RelationshipEnd? End { get; private set; }

    /// <summary>The ledger entry that ended it, when one did.</summary>
    public Guid? EndCauseId { get; private set; }

    public Guid? ImportId { get; private set; }

    public static Relationship Open(
        Guid organizationId, Guid id, Guid repId, Guid customerId, Climate climate, DateOnly openedOn, Guid? importId = null) =>
        new()
        {
            OrganizationId = organizationId,
            Id = id,
            RepId = repId,
            CustomerId = customerId,
            Climate = climate,
            OpenedOn = openedOn,
            ImportId = importId,
        };

    public void Began(Climate climate) => Climate = climate;

    public void Finish(RelationshipEnd end, DateOnly on, Guid? causeId) => (End, EndedOn, EndCauseId) = (end, on, causeId);

    /// <summary>Takes the same rep back after a hand-over: the earlier history counts again.</summary>
    public void Resume() => (End, EndedOn, EndCauseId) = (null, null, null);
}
