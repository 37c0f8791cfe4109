using System.Diagnostics;
using System.Globalization;
using TrustCoach.Services.Data;
using TrustCoach.Services.Scoring;

namespace TrustCoach.Benchmarks.Load;

/// <summary>Folds every standing from its ledger again, and lets Postgres do the same grouping alone: <c>rebuild</c>.</summary>
internal static class RebuildCommand
{
    /// <summary>The sums of a standing, each event faded by its age: what a rebuild has to read and group at least.</summary>
    private const string Sums = """
        select count(*), sum(kept_c + missed_c + kept_t + missed_t + evidence + forecast) from (
            select relationship_id,
                   sum(kept_units * power(2, (day - date '2000-01-01') / 180.0::float8)) as kept_c,
                   sum(missed_units * power(2, (day - date '2000-01-01') / 180.0::float8)) as missed_c,
                   sum(kept_units * power(2, (day - date '2000-01-01') / 360.0::float8)) as kept_t,
                   sum(missed_units * power(2, (day - date '2000-01-01') / 360.0::float8)) as missed_t,
                   sum(case when kept_units > 0 or missed_units > 0 then power(2, (day - date '2000-01-01') / 360.0::float8) else 0 end) as evidence,
                   sum(case when kept_units > 0 then power(2, (day - date '2000-01-01') / 180.0::float8) else 0 end) as forecast,
                   count(*) as judged, min(day) as first_day, max(day) as last_day
              from ledger where status = 1 group by relationship_id) s
        """;

    public static async Task RunAsync(Options options)
    {
        await using var database = await Database.OpenAsync(options.Database);
        Table.FigureHead();
        await RunAsync(options, database);
    }

    public static async Task RunAsync(Options options, Database database)
    {
        await using var provider = Product.Services(options.Database);
        await using var scope = provider.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TrustCoachDb>();
        await db.EnterAsync(await database.ScalarAsync<Guid>("select id from organizations"), CancellationToken.None);
        Microsoft.EntityFrameworkCore.RelationalDatabaseFacadeExtensions.SetCommandTimeout(db.Database, TimeSpan.FromHours(1));

        await database.RunAsync(Sums);
        var started = Stopwatch.GetTimestamp();
        await database.RunAsync(Sums);
        var sql = Stopwatch.GetElapsedTime(started).TotalSeconds;
        started = Stopwatch.GetTimestamp();
        var report = await scope.ServiceProvider.GetRequiredService<RebuildService>().RunAsync(CancellationToken.None);
        var rebuild = Stopwatch.GetElapsedTime(started).TotalSeconds;
        var peak = Peak();
        Table.Figure(
            $"rebuild of {report.Relationships.ToString("N0", CultureInfo.InvariantCulture)} standings and of the weekly counters", "≤ 2.5 x SQL, under 1 GiB, same answer",
            $"{rebuild / sql:0.0} x ({rebuild:0.0} and {sql:0.0} s), {peak:0} MiB, {report.Differed} differed", rebuild <= 2.5 * sql && peak < 1024 && report.Differed == 0);
    }

    /// <summary>The most memory this process has had, in MiB.</summary>
    private static double Peak() => double.Parse(
        File.ReadLines("/proc/self/status").First(l => l.StartsWith("VmHWM:", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[1],
        CultureInfo.InvariantCulture) / 1024;
}
