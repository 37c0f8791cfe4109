using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Npgsql;

namespace TrustCoach.Benchmarks.Bare.Pages;

/// <summary>Bare read: one indexed query of 25 rows.</summary>
internal sealed class ReadModel(NpgsqlDataSource source) : PageModel
{
    [BindProperty(SupportsGet = true)] public Guid Organization { get; set; }

    [BindProperty(SupportsGet = true)] public Guid Customer { get; set; }

    public List<Row> Rows { get; } = [];

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        await using var command = source.CreateCommand("""
            select happened_at, outcome, summary from touchpoints
             where organization_id = $1 and customer_id = $2 order by happened_at desc limit 25
            """);
        command.Parameters.Add(new() { Value = Organization });
        command.Parameters.Add(new() { Value = Customer });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
            Rows.Add(new Row(reader.GetDateTime(0), reader.GetInt16(1), reader.IsDBNull(2) ? null : reader.GetString(2)));
    }

    internal sealed record Row(DateTime HappenedAt, short Outcome, string? Summary);
}
