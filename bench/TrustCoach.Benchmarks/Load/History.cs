namespace TrustCoach.Benchmarks.Load;

/// <summary>What one log costs the database.</summary>
internal sealed record Cost(double Statements, double Buffers, double Wal, double Milliseconds);

/// <summary>Logs into relationships of ten events and of five thousand: the history must not matter.</summary>
internal sealed class History(Database database, Catalogue catalogue, Scene scene)
{
    private const int Logs = 48;
    private const int Rounds = 5;

    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(2);

    public async Task RunAsync()
    {
        var (shorts, longs) = (await catalogue.LogAsync(scene.Short), await catalogue.LogAsync(scene.Long));
        var (few, many) = (await CostAsync(await catalogue.LogAsync(logger => [scene.Short(logger)[0]])), await CostAsync(longs));
        var time = await TimeAsync(shorts, longs);
        var events = $"{scene.Short(0)[0].Judged} and {scene.Long(0)[0].Judged} events";
        Table.Figure($"log in relationships of {events}: statements", "within 10 %", $"{few.Statements} and {many.Statements}", Near(few.Statements, many.Statements));
        Table.Figure("shared buffers touched", "within 10 %", $"{few.Buffers:0} and {many.Buffers:0}", Near(few.Buffers, many.Buffers));
        Table.Figure("WAL", "within 10 %", $"{few.Wal:0} and {many.Wal:0} bytes", Near(few.Wal, many.Wal));
        Table.Figure("time, 16 connections", "≤ 1.1 x", $"{time:0.00} x", time <= 1.1);
    }

    private static bool Near(double one, double other) => Math.Abs(one - other) <= 0.1 * Math.Max(one, other);

    /// <summary>Medians of single logs, one after the other; the first round only brings the pages into memory and their images into the WAL.</summary>
    private async Task<Cost> CostAsync(Side side)
    {
        var costs = new List<Cost>();
        using var wire = new Wire(side.Server.Address.Port);
        for (var i = 0; i < Logs * 2; i++)
        {
            var request = side.Requests[i % side.Requests.Count]();
            await database.RunAsync("select pg_stat_statements_reset()");
            await wire.SendAsync(request);
            var (statements, buffers, wal) = await database.CountedAsync();
            if (i >= Logs)
                costs.Add(new Cost(statements, buffers, wal, 0));
        }

        double Of(Func<Cost, double> value) => Comparison.Median(costs.ConvertAll(c => value(c)));
        return new Cost(Of(c => c.Statements), Of(c => c.Buffers), Of(c => c.Wal), 0);
    }

    /// <summary>Time in long histories over time in short ones.</summary>
    private async Task<double> TimeAsync(Side shorts, Side longs)
    {
        var loop = new Loop(database);
        var ratios = new List<double>();
        for (var round = 0; round < Rounds; round++)
        {
            var few = await loop.RunAsync(shorts, Moment);
            var many = await loop.RunAsync(longs, Moment);
            ratios.Add(few.PerSecond / many.PerSecond);
        }

        return Comparison.Median(ratios);
    }
}
