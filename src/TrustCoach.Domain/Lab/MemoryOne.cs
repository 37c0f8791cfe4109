namespace TrustCoach.Domain.Lab;

/// <summary>The chances of keeping one's word, 0 to 1, by what happened in the encounter before.</summary>
/// <param name="First">In the first encounter.</param>
/// <param name="BothKept">After both kept their word.</param>
/// <param name="LetDown">After one kept one's own and was let down.</param>
/// <param name="LetThemDown">After one let them down and they kept theirs.</param>
/// <param name="NeitherKept">After neither did.</param>
public readonly record struct MemoryOne(double First, double BothKept, double LetDown, double LetThemDown, double NeitherKept)
{
    /// <summary>Whether it never leaves anything to chance.</summary>
    public bool IsCertain => Certain(First) && Certain(BothKept) && Certain(LetDown) && Certain(LetThemDown) && Certain(NeitherKept);

    /// <summary>The chance after an encounter.</summary>
    public double After(bool mine, bool theirs) => (mine, theirs) switch
    {
        (true, true) => BothKept,
        (true, false) => LetDown,
        (false, true) => LetThemDown,
        (false, false) => NeitherKept,
    };

    private static bool Certain(double chance) => chance is 0 or 1;
}
