using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TrustCoach.Domain.Coaching;
using TrustCoach.Domain.People;
using TrustCoach.Services.Coaching;
using TrustCoach.Web.Charts;
using TrustCoach.Web.Infrastructure;
using TrustCoach.Web.Infrastructure.Identity;
using TrustCoach.Web.TagHelpers;

namespace TrustCoach.Web.Pages.Team;

/// <summary>Who needs the manager this week, and why?</summary>
[Needs(Thing.TeamCredibility, Act.See)]
public sealed class IndexModel(TeamCredibilityQuery teams) : PageModel
{
    public TeamCredibility Of { get; private set; } = null!;

    public string Lead =>
        $"{TeamWords.Count(Of.Everybody, "rep", "reps")}, {TeamWords.Count(Of.Figures.Relationships, "relationship", "relationships")}. {TeamWords.Period(Of.Period)}.";

    public IReadOnlyList<Crumb> Trail => Of.PartOf is { } upper ? [new Crumb(upper.Name, $"/team?team={upper.Id}&days={Of.Period.Days}")] : [];

    /// <summary>Somebody without a team who may form one is led there.</summary>
    public bool MayInvite => this.Actor().May(Thing.Person, Act.Manage);

    public bool MayFormTeams => this.Actor().May(Thing.Team, Act.Manage);

    public int BreachCount => Of.Breaches.Sum(b => b.Count);

    public IReadOnlyList<Bar> Breaches =>
        [.. Of.Breaches.Select(b => new Bar(b.Breach.Words(), b.Count, b.Count == 0 ? null : TeamWords.Broke(b.Breach, Of.Period.Days, Of.Team.Id)))];

    public async Task<IActionResult> OnGetAsync(
        Guid? team, int? days, string? named, [FromQuery(Name = "page")] int? number, CancellationToken cancellation)
    {
        if (await teams.RunAsync(this.Actor(), team, days, number ?? 1, cancellation, named) is not { } of)
            return NotFound();
        Of = of;
        return Page();
    }

    public Task<IActionResult> OnGetCsvAsync(Guid? team, int? days, string? named, [FromQuery(Name = "page")] int? number, CancellationToken cancellation) =>
        CsvAsync(TeamSheets.Reps, team, days, named, number, cancellation);

    public Task<IActionResult> OnGetFiguresCsvAsync(Guid? team, int? days, CancellationToken cancellation) =>
        CsvAsync(TeamSheets.Figures, team, days, null, null, cancellation);

    public Task<IActionResult> OnGetBreachesCsvAsync(Guid? team, int? days, CancellationToken cancellation) =>
        CsvAsync(TeamSheets.Breaches, team, days, null, null, cancellation);

    private async Task<IActionResult> CsvAsync(
        Func<TeamCredibility, Sheet> sheet, Guid? team, int? days, string? named, int? number, CancellationToken cancellation) =>
        await OnGetAsync(team, days, named, number, cancellation) is PageResult && Of.Teams.Count > 0 ? this.Csv(sheet(Of)) : NotFound();
}
