using TrustCoach.Benchmarks.Generate;

namespace TrustCoach.Benchmarks.Load;

/// <summary>The pages that are measured, each with its bare one; every connection signs in as somebody.</summary>
internal sealed class Catalogue(Scene scene, Server product, Server bare)
{
    public const int Connections = Size.Loggers;

    private const string Said = "Input.Outcome=Met&Input.Summary=Went+through+the+offer+line+by+line%3B+they+want+the+longer+warranty+in+writing.";

    private readonly Dictionary<string, IReadOnlyList<Visitor>> _visitors = [];

    private const string Log = "log a touchpoint", Customer = "customer page", Why = "why page, 500 events",
        Today = "Today, 150 relationships, 40 promises", Search = "customer search at 50,000",
        Team = "team page, 200 reps, 20,000 relationships, a log each second";

    /// <summary>The pages whose name has some letters in it, all for none; people sign in for these alone.</summary>
    public async IAsyncEnumerable<Work> OfAsync(string only)
    {
        foreach (var name in (string[])[Log, Customer, Why, Today, Team, Search])
        {
            if (name.Contains(only, StringComparison.OrdinalIgnoreCase))
                yield return await WorkAsync(name);
        }
    }

    private async Task<Work> WorkAsync(string name) => name switch
    {
        Log => new(name, await LogAsync(scene.Ordinary), await BareLogAsync(), 0.5, MostCpu: 2, MostP99: 2),
        Customer => new(name, await CustomerAsync(), await BareReadAsync(), 0.5, MostStatements: 4),
        Why => new(name, await GetAsync(One("manager"), _ => $"/customers/{scene.Middle.CustomerId}/why?score=trust"), await BareReadAsync(), 1 / 3.0),
        Today => new(name, await GetAsync(One("rep0"), _ => "/"), await BareReadAsync(), 0.3),
        Team => new(name, await GetAsync(One("manager"), _ => "/team"), await BareRollUpAsync(), 0.5, Meanwhile: await LogAsync(scene.Ordinary)),
        _ => new(name, await GetAsync(One("manager"), random => $"/customers?q={Uri.EscapeDataString(Typed(random))}"), await BareReadAsync(), 1 / 3.0),
    };

    public async Task<Side> LogAsync(Func<int, IReadOnlyList<Target>> where)
    {
        var visitors = await VisitorsAsync(Each, "/log");
        return new Side(product, 302, [.. visitors.Select((visitor, i) =>
        {
            var (targets, random) = (where(i), new Random(i));
            return (Func<byte[]>)(() => visitor.Post("/log", $"Input.Key={Guid.CreateVersion7()}&Input.RelationshipId={Pick(targets, random).RelationshipId}&{Said}"));
        })]);
    }

    public async Task<Side> BareLogAsync()
    {
        var visitors = await Task.WhenAll(Enumerable.Range(0, Connections).Select(_ => new Visitor(bare.Address).OpenAsync("/log")));
        return new Side(bare, 302, [.. visitors.Select((visitor, i) =>
        {
            var (targets, random) = (scene.Ordinary(i), new Random(i));
            return (Func<byte[]>)(() => visitor.Post("/log", $"RelationshipId={Pick(targets, random).RelationshipId}&{Said.Replace("Input.", "", StringComparison.Ordinal).Replace("Met", "2", StringComparison.Ordinal)}"));
        })]);
    }

    private static IReadOnlyList<string> Each => [.. Enumerable.Range(1, Connections).Select(i => FormattableString.Invariant($"rep{i}"))];

    private static IReadOnlyList<string> One(string who) => [.. Enumerable.Repeat(who, Connections)];

    private static string Typed(Random random) => string.Join(' ', Words.Company(random.Next(20_000)).Split(' ').Take(2));

    private static Target Pick(IReadOnlyList<Target> targets, Random random) => targets[random.Next(targets.Count)];

    private async Task<Side> CustomerAsync()
    {
        var visitors = await VisitorsAsync(Each, null);
        return new Side(product, 200, [.. visitors.Select((visitor, i) =>
        {
            var (targets, random) = (scene.Ordinary(i), new Random(i));
            return (Func<byte[]>)(() => visitor.Get($"/customers/{Pick(targets, random).CustomerId}"));
        })]);
    }

    private async Task<Side> GetAsync(IReadOnlyList<string> who, Func<Random, string> path)
    {
        var visitors = await VisitorsAsync(who, null);
        return new Side(product, 200, [.. visitors.Select((visitor, i) =>
        {
            var random = new Random(i);
            return (Func<byte[]>)(() => visitor.Get(path(random)));
        })]);
    }

    private Task<Side> BareReadAsync() => Task.FromResult(new Side(bare, 200, [.. Enumerable.Range(0, Connections).Select(i =>
    {
        var (visitor, targets, random) = (new Visitor(bare.Address), scene.Ordinary(i), new Random(i));
        return (Func<byte[]>)(() => visitor.Get($"/read?organization={scene.OrganizationId}&customer={Pick(targets, random).CustomerId}"));
    })]));

    private Task<Side> BareRollUpAsync() => Task.FromResult(new Side(bare, 200, [.. Enumerable.Range(0, Connections).Select(_ =>
    {
        var request = new Visitor(bare.Address).Get($"/roll-up?organization={scene.OrganizationId}");
        return (Func<byte[]>)(() => request);
    })]));

    /// <summary>Signs in once for each connection; a page with a form is opened when one is to be sent.</summary>
    private async Task<IReadOnlyList<Visitor>> VisitorsAsync(IReadOnlyList<string> who, string? form)
    {
        var key = $"{who[0]} {who[^1]} {form}";
        if (_visitors.TryGetValue(key, out var known))
            return known;
        var visitors = new List<Visitor>();
        foreach (var name in who)
            visitors.Add(await Visitor.SignInAsync(product.Address, name));
        foreach (var visitor in visitors)
            _ = form is null ? visitor : await visitor.OpenAsync(form);
        return _visitors[key] = visitors;
    }
}
