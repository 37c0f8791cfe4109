using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Npgsql;

namespace TrustCoach.Benchmarks.Bare.Pages;

/// <summary>Bare roll-up: one aggregate over the standings the team page reads, grouped by rep.</summary>
internal sealed class RollUpModel(NpgsqlDataSource source) : PageModel
{
    [BindProperty(SupportsGet = true)] public Guid Organization { get; set; }

    public List<Rep> Reps { get; } = [];

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        await using var command = source.CreateCommand("""
            select rep_id, count(*), 100 * sum(kept_c) / nullif(sum(kept_c + missed_c + integrity), 0), 100 * sum(kept_t) / nullif(sum(kept_t + missed_t + integrity), 0)
              from standings where organization_id = $1 group by rep_id
            """);
        command.Parameters.Add(new() { Value = Organization });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
            Reps.Add(new Rep(reader.GetGuid(0), reader.GetInt64(1), Points(reader, 2), Points(reader, 3)));
    }

    private static double Points(NpgsqlDataReader reader, int column) => reader.IsDBNull(column) ? 0 : reader.GetDouble(column);

    internal sealed record Rep(Guid Id, long Relationships, double Credibility, double Trust);
}
