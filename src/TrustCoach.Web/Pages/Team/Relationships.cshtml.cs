using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TrustCoach.Domain.Coaching;
using TrustCoach.Domain.People;
using TrustCoach.Services.Coaching;
using TrustCoach.Web.Infrastructure;
using TrustCoach.Web.Infrastructure.Identity;
using TrustCoach.Web.TagHelpers;

namespace TrustCoach.Web.Pages.Team;

/// <summary>The relationships behind a number of the team page or of Signals.</summary>
[Needs(Thing.TeamCredibility, Act.See)]
public sealed class RelationshipsModel(TeamRelationshipsQuery relationships) : PageModel, IShowsEvidence
{
    public IEnumerable<EvidenceOpened> Opened => Of.Rows.DistinctBy(row => row.RepId).Select(row => new EvidenceOpened(row.RepId, row.Rep, EvidencePage.Relationships, row.RepId));

    public TeamRelationships Of { get; private set; } = null!;

    public bool IsOfPeriod => Of.List is RelationshipList.BecameCredible or RelationshipList.Ended;

    public IReadOnlyList<Crumb> Trail =>
    [
        new(Of.Team.Name, $"/team?team={Of.Team.Id}&days={Of.Period.Days}"),
        .. Of.Rep is { } rep ? [new Crumb(rep.Name, TeamWords.Rep(rep.Id))] : Array.Empty<Crumb>(),
    ];

    public string Title => TeamWords.Title(Of.List);

    public string Lead => $"{Of.Rep?.Name ?? Of.Team.Name}: {TeamWords.Count(Of.Total, "relationship", "relationships")}. " + Of.List switch
    {
        RelationshipList.BecameCredible => $"{Of.Period.Days} days up to today, the newest first.",
        RelationshipList.NearTheCliff => "The nearest to the edge first.",
        RelationshipList.LatenessHabit => "The next lateness counts twice or more there. The latest event first.",
        RelationshipList.Ended => $"{Of.Period.Days} days up to today, the newest first. Hand-overs are left out.",
        _ => "By customer.",
    };

    public string Empty => Of.List switch
    {
        RelationshipList.BecameCredible => "No relationship became credible in these days.",
        RelationshipList.NearTheCliff => "No relationship stands so near the edge that one miss would put it at risk.",
        RelationshipList.LatenessHabit => "Lateness is nobody's habit here.",
        RelationshipList.OneSided => "Where enough went back and forth, both sides give.",
        RelationshipList.Ended => "No relationship ended in these days.",
        _ => "There are no customers yet.",
    };

    public async Task<IActionResult> OnGetAsync(
        string? of, Guid? team, Guid? rep, int? days, [FromQuery(Name = "page")] int? number, CancellationToken cancellation)
    {
        if (TeamWords.ListOf(of ?? "all") is not { } list
            || await relationships.RunAsync(this.Actor(), team, rep, list, days, number ?? 1, cancellation) is not { } found)
        {
            return NotFound();
        }

        Of = found;
        return Page();
    }
}
