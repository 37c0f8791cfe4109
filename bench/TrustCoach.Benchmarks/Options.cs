using System.Globalization;

namespace TrustCoach.Benchmarks;

/// <summary>Arguments written as <c>--name value</c>.</summary>
internal sealed class Options(string[] args)
{
    private const string Connection = "Host=127.0.0.1;Port=54391;Username=trustcoach;Database=trustcoach";

    /// <summary>As the owner of the tables; <c>--database</c>, or the server that bench/run starts.</summary>
    public string Database => Text("database", Connection);

    public bool Has(string name) => Array.IndexOf(args, "--" + name) >= 0;

    public string Text(string name, string otherwise) =>
        Array.IndexOf(args, "--" + name) is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : otherwise;

    public int Number(string name, int otherwise) =>
        int.Parse(Text(name, otherwise.ToString(CultureInfo.InvariantCulture)), CultureInfo.InvariantCulture);
}
