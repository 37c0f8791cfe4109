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
        var only = options.Text("only", "");
        using var product = await ProductAsync(options);
        using var bare = await BareAsync(options);
        var scene = await Scene.OfAsync(database);
        var catalogue = new Catalogue(scene, product, bare);
        var comparison = new Comparison(database, options.Number("rounds", 5), TimeSpan.FromSeconds(options.Number("seconds", 5)));
        var rows = new List<Compared>();
        await foreach (var work in catalogue.OfAsync(only))
        {
            rows.Add(await comparison.RunAsync(work));
            await Console.Error.WriteLineAsync(FormattableString.Invariant($"{work.Name}: {rows[^1].Ratio:0.00}"));
        }

        Table.Write(rows);
        if (only.Length > 0)
            return;
        Table.FigureHead();
        await new History(database, catalogue, scene).RunAsync();
        Footprint.Memory(product, bare);
        Footprint.Start(product, bare);
        await Footprint.DiskAsync(database);
        FoldCommand.Run();
        await RebuildCommand.RunAsync(options, database);
    }

    private static Task<Server> ProductAsync(Options options)
    {
        var address = new Uri(options.Text("product-url", "http://127.0.0.1:5271"));
        return Server.StartAsync(options.Text("app", "TrustCoach.Web"), [], address, "/account/sign-in", new()
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
        return Server.StartAsync(Environment.ProcessPath!, ["bare", "--urls", address.ToString(), "--database", options.Database], address, "/read", []);
    }
}
