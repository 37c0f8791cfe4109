namespace TrustCoach.Domain.Lab;

/// <summary>How a strategy remembers.</summary>
public enum StrategyKind
{
    /// <summary>The encounter before, and nothing else: <see cref="MemoryOne"/>.</summary>
    MemoryOne,

    /// <summary>The encounter before, forgiving as often as the payoffs make wise: <see cref="Payoffs.Generosity"/>.</summary>
    Generous,

    /// <summary>Whether it was ever let down.</summary>
    Grudger,

    /// <summary>The last two encounters.</summary>
    TwoTats,

    /// <summary>Whether a test in the first four was answered.</summary>
    Detective,

    /// <summary>Keeps ten times, then whether it was ever let down.</summary>
    Davis,

    /// <summary>How often it was let down so far: answers once, then twice, and so on.</summary>
    Shubik,

    /// <summary>The encounter before, and how late it is: ever less faithful.</summary>
    Feld,

    /// <summary>The last ten encounters.</summary>
    Tullock,
}
