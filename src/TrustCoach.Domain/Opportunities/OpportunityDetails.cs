namespace TrustCoach.Domain.Opportunities;

/// <summary>How far a sale has come. The numbers are stored.</summary>
public enum OpportunityStage : short
{
    OpenTalks = 1,
    OfferMade = 2,
    Won = 3,
    Lost = 4,
}

/// <summary>What decided a sale, as the customer said it. The numbers are stored.</summary>
public enum DecidedBy : short
{
    /// <summary>They trusted us, or did not.</summary>
    Trust = 1,

    Price = 2,

    /// <summary>What we sell fitted, or did not.</summary>
    Fit = 3,

    /// <summary>Budget or time.</summary>
    Timing = 4,

    /// <summary>Terms, delivery, service.</summary>
    Terms = 5,

    /// <summary>Somebody they have known for longer.</summary>
    Acquaintance = 6,

    Other = 7,
}

/// <summary>Whose opportunity it is; fixed once opened, but for a hand-over.</summary>
public sealed record OpportunityOf(Guid OrganizationId, Guid Id, Guid RelationshipId, Guid RepId, Guid CustomerId);

/// <summary>What the form says about an opportunity.</summary>
/// <param name="Value">In the organization's own currency, two decimals at most; null when nobody can say.</param>
/// <param name="OpenedOn">The organization's day on which talks began.</param>
/// <param name="OfferedOn">The organization's day on which the offer went out.</param>
/// <param name="ClosedOn">The organization's day on which it was won or lost.</param>
/// <param name="Words">Why, in a sentence.</param>
/// <param name="CauseId">The ledger entry that cost the trust; kept only where it was lost on trust.</param>
public sealed record OpportunityDetails(
    string? Name, decimal? Value, OpportunityStage? Stage, DateOnly? OpenedOn, DateOnly? OfferedOn = null, DateOnly? ClosedOn = null,
    DecidedBy? DecidedBy = null, string? Words = null, Guid? CauseId = null);
