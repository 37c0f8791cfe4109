using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TrustCoach.Domain.Coaching;
using TrustCoach.Domain.People;
using TrustCoach.Services.Coaching;
using TrustCoach.Services.Goals;
using TrustCoach.Web.Charts;
using TrustCoach.Web.Infrastructure;
using TrustCoach.Web.Infrastructure.Identity;

namespace TrustCoach.Web.Pages.Team.Reps;

/// <summary>A rep as the manager sees them: what do we talk about?</summary>
[Needs(Thing.RepPage, Act.See)]
public sealed class DetailsModel(RepPageQuery reps, GoalBook goals, RepNeedsQuery needs) : PageModel, IShowsEvidence
{
    public IEnumerable<EvidenceOpened> Opened => [new(Of.Rep.Id, Of.Rep.Name, EvidencePage.RepPage, Of.Rep.Id)];

    public RepPage Of { get; private set; } = null!;

    public CurrentGoals Goals { get; private set; } = null!;

    public RepNeeds Needs { get; private set; } = null!;

    public int Closed => Of.Figures.Kept + Of.Figures.KeptLate + Of.Figures.Broken;

    public IReadOnlyList<Bar> Breaches
    {
        get
        {
            var f = Of.Figures;
            Bar Row(Breach breach, int count) => new(breach.Words(), count, count == 0 ? null : TeamWords.Broke(breach, Of.Period.Days, rep: Of.Rep.Id));
            return
            [
                Row(Breach.PromiseNotKept, f.Broken), Row(Breach.Late, f.Late), Row(Breach.Exaggeration, f.Exaggeration),
                Row(Breach.Gossip, f.Gossip), Row(Breach.Lie, f.Lies),
            ];
        }
    }

    public async Task<IActionResult> OnGetAsync(Guid id, int? days, int? moved, CancellationToken cancellation)
    {
        if (await reps.RunAsync(this.Actor(), id, days, moved, cancellation) is not { } of)
            return NotFound();
        (Of, Goals) = (of, (await goals.CurrentAsync(this.Actor(), id, cancellation))!);
        Needs = await needs.OfAsync(this.Actor(), of.Rep, of.Period, cancellation);
        return Page();
    }

    /// <summary>What changed, as a file.</summary>
    public async Task<IActionResult> OnGetCsvAsync(Guid id, int? days, int? moved, CancellationToken cancellation) =>
        await OnGetAsync(id, days, moved, cancellation) is PageResult ? this.Csv(TeamSheets.Moved(Of)) : NotFound();
}
