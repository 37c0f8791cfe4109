namespace TrustCoach.Benchmarks.Load;

/// <summary>
/// Measures the product's pages against the bare ones: <c>load --app publish/TrustCoach.Web [--rounds 5] [--seconds 5] [--only team]</c>.
/// Starts both servers, stops them, and prints tables.
/// </summary>
internal static class LoadCommand
{
    public static async Task RunAsync(Options options)
    {
        await using var database = await Database.OpenAsync(options.Database);
        var scene = await Scene.OfAsync(database);
        using var product = await ProductAsync(options);
        using var bare = await BareAsync(options);
        var catalogue = new Catalogue(scene, product, bare);
        var only = options.Text("only", "");
        var comparison = new Comparison(database, options.Number("rounds", 5), TimeSpan.FromSeconds(options.Number("seconds", 5)));
        var rows = new List<Compared>();
        foreach (var work in (await catalogue.AllAsync()).Where(w => w.Name.Contains(only, StringComparison.OrdinalIgnoreCase)))
        {
            rows.Add(await comparison.RunAsync(work));
            Console.Error.WriteLine($"{work.Name}: {rows[^1].Ratio:0.00}");
        }

        Table.Write(rows);
    }

    private static Task<Server> ProductAsync(Options options)
    {
        var address = new Uri(options.Text("product-url", "http://127.0.0.1:5271"));
        return Server.StartAsync(options.Text("app", "TrustCoach.Web"), [], address, new()
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Production",
            ["ASPNETCORE_URLS"] = address.ToString(),
            ["ConnectionStrings__TrustCoach"] = options.Database,
            ["TrustCoach__RequestsPerMinute"] = "0",
            ["TrustCoach__SignInsPerMinute"] = "0",
        });
    }

    private static Task<Server> BareAsync(Options options)
    {
        var address = new Uri(options.Text("bare-url", "http://127.0.0.1:5272"));
        return Server.StartAsync(Environment.ProcessPath!, ["bare", "--urls", address.ToString(), "--database", options.Database], address, []);
    }
}
