using TrustCoach.Domain.Lab;

namespace TrustCoach.Web.Pages.Lab;

/// <summary>Encounters as a list, newest first.</summary>
/// <param name="Whys">Whether they say why they did it; not while they are hidden.</param>
public sealed record Encounters(IReadOnlyList<Encounter> Played, bool Whys = true);

/// <summary>What one may do now.</summary>
/// <param name="Moves">The moves so far; one letter is added.</param>
/// <param name="Hidden">What else the address holds.</param>
public sealed record Choice(Situation Situation, string Moves, Payoffs Payoffs, IReadOnlyDictionary<string, string> Hidden);
