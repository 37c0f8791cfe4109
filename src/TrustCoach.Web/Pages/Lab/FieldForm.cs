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
    protected virtual IEnumerable<(Strategy Strategy, int? Count)> Counts =>
    [
        (Strategies.Altruist, Altruist), (Strategies.Cheater, Cheater), (Strategies.Reciprocator, Reciprocator), (Strategies.Grudger, Grudger), (Strategies.Forgiving, Forgiving),
        (Strategies.Patient, Patient), (Strategies.Detective, Detective), (Strategies.Random, Random), (Strategies.Learner, Learner),
    ];

    protected IReadOnlyList<Entry> Entries => [.. Counts.Select(count => new Entry(count.Strategy, count.Count ?? 0))];

    protected Payoffs Payoffs => new(Temptation ?? Payoffs.Default.Temptation, Reward ?? Payoffs.Default.Reward, Punishment ?? Payoffs.Default.Punishment, Sucker ?? Payoffs.Default.Sucker);

    protected double NoiseShare => (Noise ?? 0) / 100d;

    /// <summary>A number too large or below nothing, beside its own field.</summary>
    public IEnumerable<Problem> CountProblems(int most) => Counts.Where(count => count.Count < 0 || count.Count > most)
        .Select(count => new Problem(FieldOf(count.Strategy), $"Choose from 0 to {most}."));

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

    private static string FieldOf(Strategy strategy) => char.ToUpperInvariant(strategy.Code[0]) + strategy.Code[1..];
}
