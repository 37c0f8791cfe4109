using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Npgsql;

namespace TrustCoach.Benchmarks.Bare.Pages;

/// <summary>Bare log: antiforgery, one row inserted and committed, a redirect.</summary>
internal sealed class LogModel(NpgsqlDataSource source) : PageModel
{
    [BindProperty(SupportsGet = true)] public Guid RelationshipId { get; set; }

    [BindProperty] public short Outcome { get; set; }

    [BindProperty] public string? Summary { get; set; }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        await using var command = source.CreateCommand("insert into bare.log (id, relationship_id, happened_at, outcome, summary) values ($1, $2, $3, $4, $5)");
        command.Parameters.Add(new() { Value = Guid.CreateVersion7() });
        command.Parameters.Add(new() { Value = RelationshipId });
        command.Parameters.Add(new() { Value = DateTime.UtcNow });
        command.Parameters.Add(new() { Value = Outcome });
        command.Parameters.Add(new() { Value = (object?)Summary ?? DBNull.Value });
        await command.ExecuteNonQueryAsync(cancellation);
        return LocalRedirect("/read");
    }
}
