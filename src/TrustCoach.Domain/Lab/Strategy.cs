namespace TrustCoach.Domain.Lab;

/// <summary>A way of dealing with somebody again and again.</summary>
/// <param name="Code">Its name in a link; never changes.</param>
/// <param name="Name">Its name on a page.</param>
/// <param name="Words">What it does, one sentence.</param>
/// <param name="Odds">Its chances, for <see cref="StrategyKind.MemoryOne"/>.</param>
public sealed record Strategy(string Code, string Name, string Words, StrategyKind Kind, MemoryOne Odds = default)
{
    /// <summary>The chances under these payoffs; null when it remembers more than one encounter.</summary>
    public MemoryOne? OddsUnder(Payoffs payoffs) => Kind switch
    {
        StrategyKind.MemoryOne => Odds,
        StrategyKind.Generous => new(1, 1, payoffs.Generosity, 1, payoffs.Generosity),
        _ => null,
    };

    /// <summary>Whether two matches without mistakes are always the same.</summary>
    public bool IsCertain(Payoffs payoffs) =>
        OddsUnder(payoffs) is { } odds ? odds.IsCertain : Kind is not (StrategyKind.Feld or StrategyKind.Tullock);
}
