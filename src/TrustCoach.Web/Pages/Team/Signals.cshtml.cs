using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TrustCoach.Domain.Coaching;
using TrustCoach.Domain.People;
using TrustCoach.Services.Coaching;
using TrustCoach.Web.Infrastructure;
using TrustCoach.Web.Infrastructure.Identity;

namespace TrustCoach.Web.Pages.Team;

/// <summary>What keeps breaking, and do we even know?</summary>
[Needs(Thing.TeamCredibility, Act.See)]
public sealed class SignalsModel(SignalsQuery signals) : PageModel
{
    public Signals Of { get; private set; } = null!;

    /// <summary>The rows of the table: the breaches, and the expectations missed.</summary>
    public static IReadOnlyList<Breach> Rows { get; } = [.. Breaches.Counted, Breach.ExpectationMissed];

    /// <summary>The page's answer, in two sentences.</summary>
    public string Lead => $"{WhatBreaks} {WhatIsKnown}";

    /// <summary>The most of one kind in one step, for the tints.</summary>
    public int Most => Math.Max(1, Of.Steps.Max(step => Rows.Max(step.Count)));

    private string WhatBreaks
    {
        get
        {
            var (breach, count) = Breaches.Counted.Select(b => (b, Of.Sum.Count(b))).MaxBy(pair => pair.Item2);
            if (count == 0)
                return "Nothing that breaks trust was logged.";
            var steps = Of.Steps.Count(step => step.Count(breach) > 0);
            return $"Most often: {breach.Words().ToLowerInvariant()}, {TeamWords.Count(count, "time", "times")}, in {steps} of {TeamWords.Count(Of.Steps.Count, SignalWords.Step(Of), SignalWords.Step(Of) + "s")}.";
        }
    }

    private string WhatIsKnown => Of.Figures.Planned == 0
        ? "No encounter was planned, so nobody can say what was left out."
        : $"Of {TeamWords.Count(Of.Figures.Planned, "planned encounter", "planned encounters")}, {Of.Figures.PlannedClosed} have an outcome.";

    public async Task<IActionResult> OnGetAsync(Guid id, int? days, Guid? team, CancellationToken cancellation)
    {
        if (team is { } other && other != id)
            return Redirect(TeamWords.Signals(other, CoachingPeriod.Of(days, default).Days));
        if (await signals.RunAsync(this.Actor(), id, days, cancellation) is not { } of)
            return NotFound();
        Of = of;
        return Page();
    }

    public async Task<IActionResult> OnGetCsvAsync(Guid id, int? days, CancellationToken cancellation) =>
        await OnGetAsync(id, days, null, cancellation) is PageResult ? this.Csv(TeamSheets.Signals(Of)) : NotFound();
}
