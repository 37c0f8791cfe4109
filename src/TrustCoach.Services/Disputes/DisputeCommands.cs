using TrustCoach.Domain.Disputes;

namespace TrustCoach.Services.Disputes;

/// <summary>Disputes an event of one's own record.</summary>
/// <param name="EntryId">The ledger entry, or the promise that the clock has broken and no job has booked.</param>
/// <param name="LinkTo">Address of the disputes in mails; the dispute's id is added to it.</param>
public sealed record RaiseDispute(Guid EntryId, string? Reason, string LinkTo);

/// <summary>Answers a dispute without changing the facts, or by withdrawing the event.</summary>
/// <param name="State">Upheld or voided; a correction is made with the event itself.</param>
public sealed record AnswerDispute(Guid DisputeId, DisputeState State, string? Answer, string LinkTo);

/// <summary>A correction that answers a dispute.</summary>
/// <param name="LinkTo">Address of the disputes in mails; the dispute's id is added to it.</param>
public sealed record ByDispute(Guid DisputeId, string LinkTo);

/// <summary>A dispute that was raised, taken back or answered.</summary>
/// <param name="Already">It stood so before: a second click changed nothing.</param>
public sealed record DisputeDone(Guid DisputeId, DisputeState State, DateOnly DueDay, bool Already = false);
