using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TrustCoach.Domain.Coaching;
using TrustCoach.Domain.People;
using TrustCoach.Services.Coaching;
using TrustCoach.Web.Infrastructure;
using TrustCoach.Web.Infrastructure.Identity;
using TrustCoach.Web.TagHelpers;

namespace TrustCoach.Web.Pages.Team;

/// <summary>The sentences behind a bar of "what broke trust".</summary>
[Needs(Thing.TeamCredibility, Act.See)]
public sealed class WhatBrokeTrustModel(TeamEventsQuery events) : PageModel, IShowsEvidence
{
    public IEnumerable<EvidenceOpened> Opened => TeamWords.Opened(Of, EvidencePage.WhatBrokeTrust);

    public TeamEvents Of { get; private set; } = null!;

    public Breach Breach { get; private set; }

    public IReadOnlyList<Crumb> Trail =>
    [
        new(Of.Team.Name, $"/team?team={Of.Team.Id}&days={Of.Period.Days}"),
        .. Of.Rep is { } rep ? [new Crumb(rep.Name, TeamWords.Rep(rep.Id))] : Array.Empty<Crumb>(),
    ];

    public IReadOnlyList<Tab> Kinds { get; } = [.. Enum.GetValues<Breach>().Select(b => new Tab(b.Words(), b.Slug()))];

    public async Task<IActionResult> OnGetAsync(
        string? kind, Guid? team, Guid? rep, int? days, DateOnly? from, DateOnly? to, string? after, CancellationToken cancellation)
    {
        if ((kind is null ? Breach.PromiseNotKept : Breaches.Of(kind)) is not { } breach)
            return NotFound();
        var asked = new TeamEventsAsked(team, rep, days, breach.Kinds()) { From = from, To = to, After = EvidenceCursor.Of(after) };
        if (await events.RunAsync(this.Actor(), asked, cancellation) is not { } found)
            return NotFound();
        (Breach, Of) = (breach, found);
        return Page();
    }
}
