using TrustCoach.Domain.Favours;
using TrustCoach.Domain.Scoring;
using TrustCoach.Services.Scoring;

namespace TrustCoach.Services.Favours;

/// <summary>One favour with its words: a gesture, or a promise that was kept.</summary>
/// <param name="Value">1 to 3.</param>
/// <param name="Weight">Its value as faded by today.</param>
/// <param name="Text">What was given, or the promise that was kept.</param>
/// <param name="GestureId">Null for a promise.</param>
/// <param name="PromiseId">Null for a gesture.</param>
/// <param name="Commitment">The rung it stands on; only theirs have one.</param>
public sealed record FavourPart(
    DateOnly Day, bool Given, int Value, double Weight, string Text, Guid? GestureId, Guid? PromiseId, Guid? TouchpointId, Commitment? Commitment)
{
    /// <summary>The day they were thanked; null when they were not, or nobody has to be.</summary>
    public DateOnly? ThankedOn { get; init; }

    public bool WantsThanks { get; init; }

    public Guid Id => GestureId ?? PromiseId!.Value;
}

/// <summary>Give and take of one relationship: the balance taken apart, a year on both sides, the ladder, and what would be fair next.</summary>
/// <param name="Balance">As of today, faded.</param>
/// <param name="Favours">The newest first.</param>
/// <param name="OpenOurs">Promises of ours still open; they say nothing yet.</param>
/// <param name="OpenTheirs">Promises of theirs still open.</param>
/// <param name="MayChange">Whether the reader may note favours here.</param>
public sealed record GiveAndTakePage(
    WhyOf Of, Reciprocity Balance, ReciprocityRules Rules, IReadOnlyList<FavourPart> Favours, YearOfFavours Year, int OpenOurs, int OpenTheirs,
    CommitmentLadder Ladder, FairAsk Ask, bool MayChange);
