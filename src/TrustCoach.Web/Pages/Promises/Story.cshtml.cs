using Microsoft.AspNetCore.Mvc;
using TrustCoach.Domain.Coaching;
using TrustCoach.Domain.People;
using TrustCoach.Domain.Promises;
using TrustCoach.Domain.Scoring;
using TrustCoach.Services.Promises;
using TrustCoach.Services.Ripples;
using TrustCoach.Web.Infrastructure;
using TrustCoach.Web.Infrastructure.Identity;

namespace TrustCoach.Web.Pages.Promises;

/// <summary>One promise: what it says, where it stands, what can be done with it, and its story.</summary>
[Needs(Thing.Promise, Act.See)]
public sealed class StoryModel(PromiseQuery query, PromiseService promises) : PromisePage(query), IShowsEvidence
{
    public IEnumerable<EvidenceOpened> Opened => [new(Story.RepId, Story.Rep, EvidencePage.Promise, Story.Id)];

    public bool IsOpen => Story.State == PromiseState.Open;

    public bool MayUndo => Story is { MayChange: true, State: not (PromiseState.Open or PromiseState.Voided), ClosedByClock: null };

    /// <summary>The broken word of which people may hear; null while it is open or kept, and while it is disputed.</summary>
    public RippleOf? Breach => Story is { Direction: Direction.Ours, State: PromiseState.Broken }
        && !Story.Events.Values.Contains(LedgerStatus.Held) && (Story.IsUnbooked || Story.Events.Values.Contains(LedgerStatus.Counted))
            ? new(Story.CustomerId, EvidenceKind.PromiseBroken, Story.GivenIn) : null;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await FindAsync(false, cancellation) ? Page() : NotFound();

    public async Task<IActionResult> OnPostCameTrueAsync(CancellationToken cancellation) =>
        await AnswerAsync(await promises.ConditionCameTrueAsync(this.Actor(), Id, cancellation), cancellation, "It binds now");

    public async Task<IActionResult> OnPostLapseAsync(CancellationToken cancellation) =>
        await AnswerAsync(await promises.LapseAsync(this.Actor(), Id, null, cancellation), cancellation);
}
