using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TrustCoach.Domain.Coaching;
using TrustCoach.Domain.People;
using TrustCoach.Services.Coaching;
using TrustCoach.Web.Infrastructure.Identity;
using TrustCoach.Web.TagHelpers;

namespace TrustCoach.Web.Pages.Team;

/// <summary>The sentences behind a bar of "what broke trust".</summary>
[Needs(Thing.TeamCredibility, Act.See)]
public sealed class WhatBrokeTrustModel(WhatBrokeTrustQuery events) : PageModel
{
    public WhatBrokeTrust Of { get; private set; } = null!;

    public IReadOnlyList<Crumb> Trail =>
    [
        new(Of.Team.Name, $"/team?team={Of.Team.Id}&days={Of.Period.Days}"),
        .. Of.Rep is { } rep ? [new Crumb(rep.Name, TeamWords.Rep(rep.Id))] : Array.Empty<Crumb>(),
    ];

    public IReadOnlyList<Tab> Kinds { get; } = [.. Enum.GetValues<Breach>().Select(b => new Tab(b.Words(), b.Slug()))];

    public async Task<IActionResult> OnGetAsync(string? kind, Guid? team, Guid? rep, int? days, string? after, CancellationToken cancellation)
    {
        var breach = kind is null ? Breach.PromiseNotKept : Breaches.Of(kind);
        if (breach is null || await events.RunAsync(this.Actor(), team, rep, breach.Value, days, EvidenceCursor.Of(after), cancellation) is not { } of)
            return NotFound();
        Of = of;
        return Page();
    }
}
