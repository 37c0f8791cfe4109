using System.Globalization;

namespace TrustCoach.Benchmarks.Load;

/// <summary>What is left behind: the servers' memory after the load, and the disk a million touchpoints take.</summary>
internal static class Footprint
{
    public static void Memory(Server product, Server bare)
    {
        var (used, little) = (product.Memory(), bare.Memory());
        Table.Figure("server memory after the load", "≤ 1.5 x bare app", $"{used / little:0.0} x ({used:0} and {little:0} MiB)", used <= 1.5 * little);
    }

    public static void Start(Server product, Server bare)
    {
        var (full, little) = (product.StartedIn.TotalSeconds, bare.StartedIn.TotalSeconds);
        Table.Figure("start to first answer, external database", "≤ 2 x bare app", $"{full / little:0.0} x ({full:0.0} and {little:0.0} s)", full <= 2 * little);
    }

    public static async Task DiskAsync(Database database)
    {
        var million = await database.ScalarAsync<long>("select count(*) from touchpoints") / 1e6;
        var tables = await database.RowsAsync("""
            select relname::text, pg_total_relation_size(c.oid) / 1e6, pg_indexes_size(c.oid) / 1e6 from pg_class c
             where relkind = 'r' and relnamespace = 'public'::regnamespace
               and relname in ('touchpoints', 'trust_breakers', 'repairs', 'gestures', 'promises', 'promise_turns', 'ledger', 'standings', 'rep_tallies', 'rep_weeks', 'audit_entries')
             order by 2 desc
            """);
        var total = tables.Sum(t => Convert.ToDouble(t[1], CultureInfo.InvariantCulture)) / million;
        var parts = string.Join(", ", tables.Take(4).Select(t => string.Create(CultureInfo.InvariantCulture,
            $"{t[0]} {Convert.ToDouble(t[1], CultureInfo.InvariantCulture) / million:0} of which indexes {Convert.ToDouble(t[2], CultureInfo.InvariantCulture) / million:0}")));
        Table.Figure("disk a million touchpoints, with indexes and audit", "≤ 370 MB", $"{total:0} MB ({parts})", total <= 370);
    }
}
