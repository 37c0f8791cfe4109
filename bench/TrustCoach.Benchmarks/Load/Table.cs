using System.Globalization;

namespace TrustCoach.Benchmarks.Load;

/// <summary>Writes what was measured as Markdown.</summary>
internal static class Table
{
    public static void Write(IEnumerable<Compared> rows)
    {
        Line("| work | goal | product | bare | ratio | CPU | CPU with Postgres | p99 | statements | |");
        Line("| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | --- |");
        foreach (var row in rows)
        {
            Line(string.Create(CultureInfo.InvariantCulture,
                $"| {row.Work.Name} | {Goal(row.Work)} | {row.Product.PerSecond:N0}/s | {row.Bare.PerSecond:N0}/s | {row.Ratio:0.00} | {row.Cpu:0.0} x ({row.Product.ServerCpu:0.00} ms) | {row.AllCpu:0.0} x | {row.P99:0.0} x ({row.Product.P99:0} ms) | {row.Statements} | {(row.IsMet ? "met" : "missed")} |"));
        }
    }

    /// <summary>One row of a table of single figures.</summary>
    public static void Figure(string work, string goal, FormattableString measured, bool? isMet) =>
        Line($"| {work} | {goal} | {measured.ToString(CultureInfo.InvariantCulture)} | {(isMet is { } met ? met ? "met" : "missed" : "")} |");

    public static void FigureHead()
    {
        Line();
        Line("| work | goal | measured | |");
        Line("| --- | --- | --- | --- |");
    }

    public static void Line(string text = "") => Console.WriteLine(text);

    private static string Goal(Work work)
    {
        string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
        string[] parts =
        [
            Text($"≥ {work.AtLeast:0.##}"),
            .. work.MostCpu is { } cpu ? [Text($"CPU ≤ {cpu} x")] : Array.Empty<string>(),
            .. work.MostP99 is { } p99 ? [Text($"p99 ≤ {p99} x")] : Array.Empty<string>(),
            .. work.MostStatements is { } most ? [Text($"≤ {most} statements")] : Array.Empty<string>(),
        ];
        return string.Join(", ", parts);
    }
}
