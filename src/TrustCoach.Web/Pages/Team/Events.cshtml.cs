using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TrustCoach.Domain.Coaching;
using TrustCoach.Domain.People;
using TrustCoach.Services.Coaching;
using TrustCoach.Web.Infrastructure;
using TrustCoach.Web.Infrastructure.Identity;
using TrustCoach.Web.TagHelpers;

namespace TrustCoach.Web.Pages.Team;

/// <summary>The sentences behind a number of the team page or of Signals.</summary>
[Needs(Thing.TeamCredibility, Act.See)]
public sealed class EventsModel(TeamEventsQuery events) : PageModel, IShowsEvidence
{
    public IEnumerable<EvidenceOpened> Opened => TeamWords.Opened(Of, EvidencePage.TeamEvents);

    public TeamEvents Of { get; private set; } = null!;

    public EventList List { get; private set; } = EventList.Credibility;

    public IReadOnlyList<Crumb> Trail =>
    [
        new(Of.Team.Name, $"/team?team={Of.Team.Id}&days={Of.Period.Days}"),
        .. Of.Rep is { } rep ? [new Crumb(rep.Name, TeamWords.Rep(rep.Id))] : Array.Empty<Crumb>(),
    ];

    public async Task<IActionResult> OnGetAsync(string? of, Guid? team, Guid? rep, int? days, string? after, CancellationToken cancellation)
    {
        if (EventList.Of(of ?? EventList.Credibility.Slug) is not { } list
            || await events.RunAsync(this.Actor(), new(team, rep, days, list.Kinds) { Level = list.Level, After = EvidenceCursor.Of(after) }, cancellation) is not { } found)
        {
            return NotFound();
        }

        (List, Of) = (list, found);
        return Page();
    }
}
