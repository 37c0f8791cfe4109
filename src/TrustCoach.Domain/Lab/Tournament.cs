namespace TrustCoach.Domain.Lab;

/// <summary>What a strategy earned in a tournament.</summary>
/// <param name="Count">How many of it played.</param>
/// <param name="Mean">Mean payoff per encounter.</param>
/// <param name="Spread">Standard deviation of that mean over its players and repetitions.</param>
/// <param name="Kept">Share of its own moves, 0 to 1, in which it kept its word.</param>
public sealed record Placed(Strategy Strategy, int Count, double Mean, double Spread, double Kept);

/// <summary>A played tournament.</summary>
/// <param name="Standings">Best first.</param>
/// <param name="Against">Mean payoff per encounter of the row's strategy against the column's, in the order of <paramref name="Kinds"/>; null where they never met.</param>
public sealed record TournamentResult(IReadOnlyList<Placed> Standings, IReadOnlyList<Strategy> Kinds, double?[][] Against);

/// <summary>
/// A round robin: everybody meets everybody. Each match has dice of its own, made from the seed and who meets whom, so that neither order
/// nor threads can change a result.
/// </summary>
public static class Tournament
{
    /// <summary>Plays the tournament.</summary>
    /// <param name="cancellation">Looked at before each pair.</param>
    public static TournamentResult Play(TournamentSetup setup, CancellationToken cancellation = default)
    {
        var players = Players(setup);
        var (totals, kept) = (new double[players.Count, setup.Repetitions], new long[players.Count]);
        var kinds = players.Select(player => player.Kind).Distinct().Count();
        var (earned, met) = (new double[kinds, kinds], new long[kinds, kinds]);
        for (var i = 0; i < players.Count; i++)
        {
            for (var j = setup.SelfPlay ? i : i + 1; j < players.Count; j++)
            {
                cancellation.ThrowIfCancellationRequested();
                Meet(setup, players, i, j, totals, kept, earned, met);
            }
        }

        return Result(setup, players, totals, kept, earned, met);
    }

    private static List<(Strategy Strategy, int Kind)> Players(TournamentSetup setup)
    {
        var present = setup.Entries.Where(entry => entry.Count > 0).ToList();
        var named = present.SelectMany((entry, kind) => Enumerable.Repeat((entry.Strategy, kind), entry.Count));
        var drawn = Enumerable.Range(0, setup.Drawn).Select(n => (Strategies.Drawn((ulong)setup.Seed, n), present.Count));
        return [.. named, .. drawn];
    }

    private static void Meet(
        TournamentSetup setup, List<(Strategy Strategy, int Kind)> players, int i, int j, double[,] totals, long[] kept, double[,] earned, long[,] met)
    {
        var (payoffs, one, other) = (setup.Payoffs, players[i], players[j]);
        // Without mistakes or chance every repetition is the same match.
        var isCertain = setup.Noise is 0 or 1 && one.Strategy.IsCertain(payoffs) && other.Strategy.IsCertain(payoffs);
        MatchCount count = default;
        for (var repetition = 0; repetition < setup.Repetitions; repetition++)
        {
            if (repetition == 0 || !isCertain)
                count = Match.Play(one.Strategy, other.Strategy, setup.Rounds, setup.Noise, payoffs, LabDice.Of((ulong)setup.Seed, i, j, repetition));
            var (first, second) = (count.First(payoffs), count.Second(payoffs));
            if (i == j)
            {
                // Against its own copy: both sides are its own, half of each.
                totals[i, repetition] += (first + second) / 2;
                kept[i] += count.BothKept + ((count.OnlyFirst + count.OnlySecond) / 2);
            }
            else
            {
                totals[i, repetition] += first;
                totals[j, repetition] += second;
                kept[i] += count.BothKept + count.OnlyFirst;
                kept[j] += count.BothKept + count.OnlySecond;
            }

            earned[one.Kind, other.Kind] += first;
            earned[other.Kind, one.Kind] += second;
            met[one.Kind, other.Kind] += setup.Rounds;
            met[other.Kind, one.Kind] += setup.Rounds;
        }
    }

    private static TournamentResult Result(
        TournamentSetup setup, List<(Strategy Strategy, int Kind)> players, double[,] totals, long[] kept, double[,] earned, long[,] met)
    {
        var encounters = (players.Count - 1L + (setup.SelfPlay ? 1 : 0)) * setup.Rounds;
        var placed = players.Select((player, at) => (player, at)).GroupBy(p => p.player.Kind).OrderBy(group => group.Key)
            .Select(group =>
            {
                var means = group.SelectMany(p => Enumerable.Range(0, setup.Repetitions).Select(r => totals[p.at, r] / encounters)).ToList();
                var mean = means.Average();
                var spread = Math.Sqrt(means.Sum(m => (m - mean) * (m - mean)) / means.Count);
                var share = group.Sum(p => (double)kept[p.at]) / (encounters * setup.Repetitions * group.Count());
                return new Placed(group.First().player.Strategy, group.Count(), mean, spread, share);
            }).ToList();
        var kinds = placed.Select(p => p.Strategy).ToList();
        var against = kinds.Select((_, row) => kinds.Select((_, column) => met[row, column] == 0 ? (double?)null : earned[row, column] / met[row, column]).ToArray()).ToArray();
        return new([.. placed.OrderByDescending(p => p.Mean)], kinds, against);
    }
}
