namespace TrustCoach.Domain.Favours;

/// <summary>One rung and when they stood on it.</summary>
/// <param name="Times">How often; 0 when never.</param>
/// <param name="First">The first day; null when never.</param>
/// <param name="Last">The last day; null when never.</param>
public sealed record Rung(Commitment Commitment, int Times, DateOnly? First, DateOnly? Last)
{
    public bool IsReached => Times > 0;
}

/// <summary>How much a customer has put in so far, rung by rung. It weighs on no score.</summary>
/// <param name="Rungs">All five, the lowest first.</param>
public sealed record CommitmentLadder(IReadOnlyList<Rung> Rungs)
{
    /// <summary>The highest rung they ever stood on; null before the first.</summary>
    public Rung? Highest => Rungs.LastOrDefault(r => r.IsReached);

    /// <summary>The rung above the highest; null once they have given their name.</summary>
    public Commitment? Next => Rungs.FirstOrDefault(r => r.Commitment > (Highest?.Commitment ?? 0))?.Commitment;

    /// <param name="given">What they gave that has a rung, in any order.</param>
    public static CommitmentLadder Of(IEnumerable<(Commitment Commitment, DateOnly Day)> given)
    {
        var days = given.ToLookup(g => g.Commitment, g => g.Day);
        return new([.. Enum.GetValues<Commitment>().Select(c => days[c].ToList() is { Count: > 0 } of
            ? new Rung(c, of.Count, of.Min(), of.Max()) : new Rung(c, 0, null, null))]);
    }
}
