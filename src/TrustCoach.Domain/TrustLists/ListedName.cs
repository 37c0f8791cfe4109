namespace TrustCoach.Domain.TrustLists;

/// <summary>One of the two sheets of paper.</summary>
public enum PaperSheet
{
    /// <summary>Whom I trust.</summary>
    Trusted = 1,

    /// <summary>Who trusts me.</summary>
    Trusting = 2,
}

/// <summary>A name on a sheet, and why.</summary>
/// <param name="Traits">Reasons, as <see cref="TraitWords"/> reads them; none is allowed.</param>
/// <param name="Version">Counts its changes, from 1.</param>
public sealed record ListedName(Guid Id, string Name, IReadOnlyList<string> Traits, int Version)
{
    public const int NameMaxLength = 80;

    /// <summary>As it is compared.</summary>
    public string Key => FoldedName.Of(Name);

    public bool Has(string trait) => Traits.Contains(trait, StringComparer.Ordinal);

    public bool SaysTheSameAs(ListedName other) => Name == other.Name && Traits.SequenceEqual(other.Traits);
}

/// <summary>What the author says of two names, one of each sheet, where comparing letters says otherwise.</summary>
public sealed record Tie(Guid TrustedId, Guid TrustingId, bool IsSame);
