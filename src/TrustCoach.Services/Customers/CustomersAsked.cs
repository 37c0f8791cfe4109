using TrustCoach.Domain.Customers;
using TrustCoach.Domain.Scoring;

namespace TrustCoach.Services.Customers;

/// <summary>Which relationships the list shows.</summary>
public enum CustomerShow
{
    Current,

    /// <summary>No contact for <see cref="Relationship.QuietDays"/> days.</summary>
    Quiet,

    /// <summary>A past vendor burned them.</summary>
    Burned,

    /// <summary>Ended, but not handed over.</summary>
    Ended,

    Archived,
}

/// <summary>In which order.</summary>
public enum CustomerSort
{
    Name,

    /// <summary>Last contact, newest first.</summary>
    Contact,

    /// <summary>Last contact, longest ago first.</summary>
    Quiet,

    /// <summary>Newest relationship first.</summary>
    Opened,
}

/// <summary>What is asked of the list of customers.</summary>
/// <param name="Search">Part of a name, with typing errors; of the customer or of a contact.</param>
/// <param name="Stage">At risk also asks for broken.</param>
/// <param name="After">The word with which the page before ended; anything else begins at the start.</param>
public sealed record CustomersAsked(
    string? Search = null, CustomerShow Show = CustomerShow.Current, Stage? Stage = null, Guid? RepId = null,
    CustomerSort Sort = CustomerSort.Name, string? After = null);

/// <summary>One page of the list.</summary>
/// <param name="Near">Nothing is named like the search; these are names alike.</param>
/// <param name="Next">Asks for the next page; null on the last one.</param>
public sealed record CustomersPage(IReadOnlyList<CustomerRow> Rows, bool Near, string? Next);

/// <summary>One relationship in the list.</summary>
public sealed record CustomerRow
{
    public required Guid CustomerId { get; init; }

    public required Guid RelationshipId { get; init; }

    public required string Name { get; init; }

    public required bool BurnedBefore { get; init; }

    public required Guid RepId { get; init; }

    public required string RepName { get; init; }

    public required DateOnly OpenedOn { get; init; }

    public required DateOnly? EndedOn { get; init; }

    /// <summary>Contacts who have not left.</summary>
    public required int Contacts { get; init; }

    /// <summary>The one known longest.</summary>
    public required string? MainContact { get; init; }

    public required DateTimeOffset? LastContact { get; init; }

    /// <summary>Promises of ours that are open.</summary>
    public required int OpenPromises { get; init; }

    /// <summary>Null when the actor may not see scores.</summary>
    public Reading? Reading { get; init; }
}
