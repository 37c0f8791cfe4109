namespace TrustCoach.Domain.Lab;

/// <summary>A tournament worth seeing.</summary>
/// <param name="Caption">What it shows; a test holds it to that.</param>
public sealed record TournamentPreset(string Name, string Caption, TournamentSetup Setup);

/// <summary>A population worth seeing.</summary>
/// <param name="Caption">What it shows; a test holds it to that.</param>
public sealed record PopulationPreset(string Name, string Caption, PopulationSetup Setup);

/// <summary>Experiments to begin with.</summary>
public static class LabPresets
{
    public static IReadOnlyList<TournamentPreset> Tournaments { get; } =
    [
        new("Everybody once", "Every type meets every other. Nobody beats the reciprocator in the sum, though it never earns more than its partner in any match.",
            Of([.. Strategies.Types.Select(type => new Entry(type, 1))], 200, 10, 0)),
        new("Cheaters among altruists", "Where everybody else always gives, cheating pays most.",
            Of([new(Strategies.Altruist, 7), new(Strategies.Cheater, 3)], 200, 1, 0)),
        new("Cheaters among reciprocators", "The same three cheaters, now among people who answer: cheating pays least.",
            Of([new(Strategies.Reciprocator, 7), new(Strategies.Cheater, 3)], 200, 1, 0)),
        new("One move in twenty goes astray", "With mistakes the forgiving reciprocator earns more than the strict one, which quarrels over slips.",
            Of([new(Strategies.Reciprocator, 4), new(Strategies.Forgiving, 4), new(Strategies.Altruist, 1), new(Strategies.Cheater, 1)], 200, 20, .05)),
        new("From 1980", "Entries of the first tournament whose rules are fully described. The four that never let down first come in before the four that do.",
            Of([.. Strategies.Of1980.Select(entry => new Entry(entry, 1))], 200, 5, 0, selfPlay: true)),
        new("Two hundred", "The types of the game among 191 strategies drawn at random, as in a market of strangers: hardness pays at first.",
            Of([.. Strategies.Types.Select(type => new Entry(type, 1))], 200, 10, .02, selfPlay: false, drawn: 191)),
    ];

    public static IReadOnlyList<PopulationPreset> Populations { get; } =
    [
        new("Cheaters exposed", "Cheaters grow while there are altruists to live off. Then only reciprocators are left to meet, and cheating starves.",
            Living([new(Strategies.Altruist, 40), new(Strategies.Cheater, 40), new(Strategies.Reciprocator, 20)], 40, 20, 0)),
        new("Altruists alone", "One cheater among four altruists is enough: without anybody who answers, the altruists are gone within ten generations.",
            Living([new(Strategies.Altruist, 80), new(Strategies.Cheater, 20)], 40, 20, 0)),
        new("Altruists protected", "With reciprocators beside them the cheaters die out, and more than a quarter of the population are altruists for good.",
            Living([new(Strategies.Altruist, 50), new(Strategies.Cheater, 10), new(Strategies.Reciprocator, 40)], 60, 20, 0)),
        new("Noise without forgiveness", "One move in ten goes astray and nobody forgives. Slips turn into quarrels, cheaters never die out, and everybody earns far less than the three that kept words would pay.",
            Living([new(Strategies.Reciprocator, 50), new(Strategies.Altruist, 25), new(Strategies.Cheater, 25)], 200, 200, .1)),
        new("The same noise, with forgiveness", "Half of the reciprocators forgive one let-down in three. They take over, cheaters die out, and most of what was lost is earned again.",
            Living([new(Strategies.Reciprocator, 25), new(Strategies.Forgiving, 25), new(Strategies.Altruist, 25), new(Strategies.Cheater, 25)], 200, 200, .1)),
        new("A small town", "A hundred people and chance. Cheaters die out; after that nothing tells altruists from reciprocators, and luck decides who is left. Another seed, another end.",
            Living([new(Strategies.Altruist, 30), new(Strategies.Cheater, 20), new(Strategies.Reciprocator, 50)], 100, 20, 0, Dynamics.Finite, seed: 3)),
    ];

    private static TournamentSetup Of(IReadOnlyList<Entry> entries, int rounds, int repetitions, double noise, bool selfPlay = false, int drawn = 0) =>
        new(entries, rounds, repetitions, noise, Payoffs.Default, selfPlay, Seed: 1, drawn);

    private static PopulationSetup Living(IReadOnlyList<Entry> entries, int generations, int rounds, double noise, Dynamics dynamics = Dynamics.Replicator, int seed = 1) =>
        new(entries, dynamics, generations, rounds, noise, Payoffs.Default, seed);
}
