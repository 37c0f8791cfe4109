using TrustCoach.Domain.Promises;
using TrustCoach.Services.Disputes;

namespace TrustCoach.Services.Promises;

/// <summary>Gives a promise in a relationship.</summary>
/// <param name="RelationshipId">One the actor may log promises in.</param>
/// <param name="Key">The form's key, which becomes the promise's id: sent twice it gives one promise. Null makes one up.</param>
public sealed record MakePromise(Guid RelationshipId, PromiseDetails Details, Guid? Key = null)
{
    /// <summary>The breach whose repair plan it belongs to; null for any other promise.</summary>
    public Guid? RepairOf { get; init; }
}

/// <summary>Says that a promise was kept.</summary>
/// <param name="At">When it was delivered; now when null.</param>
/// <param name="Reason">How one knows; needed once the clock has closed it.</param>
public sealed record KeepPromise(Guid PromiseId, bool Exceeded = false, DateTimeOffset? At = null, string? Reason = null);

/// <summary>Gives a promise up.</summary>
/// <param name="OwnedUp">Told before the customer, a manager or the clock noticed.</param>
public sealed record BreakPromise(Guid PromiseId, bool OwnedUp, string? Reason = null);

/// <summary>Moves a promise's date.</summary>
/// <param name="NewTime">An hour in the actor's zone; the whole day when null.</param>
/// <param name="Agreed">The other side agreed.</param>
public sealed record RenegotiatePromise(Guid PromiseId, DateOnly? NewDay, TimeOnly? NewTime, bool Agreed, string? Reason = null);

/// <summary>Takes a closing back.</summary>
/// <param name="TurnId">The closing to take back; the one in force when null.</param>
/// <param name="Reason">Needed once <see cref="PromiseService.UndoWindow"/> is over.</param>
public sealed record UndoPromise(Guid PromiseId, Guid? TurnId, string? Reason = null);

/// <summary>What a promise came to.</summary>
/// <param name="TurnId">The turn it took, when it took one.</param>
/// <param name="Already">It stood so before: a second click changed nothing.</param>
public sealed record PromiseTurned(Guid PromiseId, Guid? TurnId, string Text, PromiseState State, bool Already = false);

/// <summary>Corrects how a promise was closed, as the answer to a dispute.</summary>
/// <param name="TurnId">The closing that was disputed.</param>
/// <param name="At">When it was delivered.</param>
/// <param name="Reason">Why; the answer to the dispute.</param>
public sealed record CorrectPromise(Guid PromiseId, Guid TurnId, DateTimeOffset? At, bool Exceeded, string? Reason, ByDispute Dispute);
