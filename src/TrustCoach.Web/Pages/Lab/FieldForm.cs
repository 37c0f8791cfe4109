using TrustCoach.Domain;
using TrustCoach.Domain.Lab;

namespace TrustCoach.Web.Pages.Lab;

/// <summary>What tournament and population have in common: stakes, mistakes, and how many of each type there are.</summary>
public class FieldForm
{
    public int? Temptation { get; set; }

    public int? Reward { get; set; }

    public int? Punishment { get; set; }

    public int? Sucker { get; set; }

    /// <summary>Percent of the moves that go astray.</summary>
    public int? Noise { get; set; }

    public int? Rounds { get; set; }

    public int? Seed { get; set; }

    public int? Altruist { get; set; }

    public int? Cheater { get; set; }

    public int? Reciprocator { get; set; }

    public int? Grudger { get; set; }

    public int? Forgiving { get; set; }

    public int? Patient { get; set; }

    public int? Detective { get; set; }

    public int? Random { get; set; }

    public int? Learner { get; set; }

    /// <summary>The strategies and their fields, in the order of the form.</summary>
    protected virtual IEnumerable<Slot> Slots =>
    [
        new(Strategies.Altruist, Altruist, n => Altruist = n), new(Strategies.Cheater, Cheater, n => Cheater = n),
        new(Strategies.Reciprocator, Reciprocator, n => Reciprocator = n), new(Strategies.Grudger, Grudger, n => Grudger = n),
        new(Strategies.Forgiving, Forgiving, n => Forgiving = n), new(Strategies.Patient, Patient, n => Patient = n),
        new(Strategies.Detective, Detective, n => Detective = n), new(Strategies.Random, Random, n => Random = n), new(Strategies.Learner, Learner, n => Learner = n),
    ];

    protected IReadOnlyList<Entry> Entries => [.. Slots.Select(slot => new Entry(slot.Strategy, slot.Count ?? 0))];

    protected Payoffs Payoffs => new(Temptation ?? Payoffs.Default.Temptation, Reward ?? Payoffs.Default.Reward, Punishment ?? Payoffs.Default.Punishment, Sucker ?? Payoffs.Default.Sucker);

    protected double NoiseShare => (Noise ?? 0) / 100d;

    /// <summary>A number too large or below nothing, beside its own field.</summary>
    public IEnumerable<Problem> CountProblems(int most) => Slots.Where(slot => slot.Count < 0 || slot.Count > most)
        .Select(slot => new Problem(FieldOf(slot.Strategy), $"Choose from 0 to {most}."));

    /// <summary>Takes over what a setup says of the fields here.</summary>
    protected void Fill(IReadOnlyList<Entry> entries, Payoffs payoffs, int rounds, double noise, int seed)
    {
        (Temptation, Reward, Punishment, Sucker) = ((int)payoffs.Temptation, (int)payoffs.Reward, (int)payoffs.Punishment, (int)payoffs.Sucker);
        (Rounds, Noise, Seed) = (rounds, (int)Math.Round(noise * 100), seed);
        foreach (var slot in Slots)
            slot.Set(entries.FirstOrDefault(entry => entry.Strategy == slot.Strategy)?.Count);
    }

    /// <summary>The fields' values of a setup, for a link.</summary>
    protected static Dictionary<string, object?> Values(IEnumerable<Entry> entries, Payoffs payoffs, int rounds, double noise, int seed) =>
        new Dictionary<string, object?>(entries.Where(entry => entry.Count > 0).Select(entry => KeyValuePair.Create($"Input.{FieldOf(entry.Strategy)}", (object?)entry.Count)))
        {
            ["Input.Rounds"] = rounds,
            ["Input.Noise"] = (int)Math.Round(noise * 100),
            ["Input.Seed"] = seed,
            ["Input.Temptation"] = (int)payoffs.Temptation,
            ["Input.Reward"] = (int)payoffs.Reward,
            ["Input.Punishment"] = (int)payoffs.Punishment,
            ["Input.Sucker"] = (int)payoffs.Sucker,
        };

    /// <summary>A strategy, how many of it were asked for, and the field that says so.</summary>
    protected sealed record Slot(Strategy Strategy, int? Count, Action<int?> Set);

    private static string FieldOf(Strategy strategy) => char.ToUpperInvariant(strategy.Code[0]) + strategy.Code[1..];
}
