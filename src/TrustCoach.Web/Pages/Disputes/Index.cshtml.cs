using Microsoft.AspNetCore.Mvc.RazorPages;
using TrustCoach.Domain.People;
using TrustCoach.Services.Disputes;
using TrustCoach.Web.Infrastructure.Identity;

namespace TrustCoach.Web.Pages.Disputes;

/// <summary>What is disputed: what waits for my answer, what I wait for, and what was answered.</summary>
[Needs(Thing.Dispute, Act.See)]
public sealed class IndexModel(DisputesQuery disputes) : PageModel
{
    public DisputeLists Of { get; private set; } = null!;

    public bool MayAnswer => this.Actor().May(Thing.Dispute, Act.Edit);

    public bool MayRaise => this.Actor().May(Thing.Dispute, Act.Log);

    public string Lead => (Of.ToAnswer.Count, Of.Waiting.Count) switch
    {
        (0, 0) => "Nothing is waiting for an answer.",
        (0, 1) => "One of yours waits for an answer.",
        (0, var mine) => $"{mine} of yours wait for an answer.",
        (1, 0) => "One waits for your answer.",
        (var yours, 0) => $"{yours} wait for your answer.",
        var (yours, mine) => $"{yours} for you to answer, {mine} of yours waiting.",
    };

    public async Task OnGetAsync(CancellationToken cancellation) => Of = await disputes.RunAsync(this.Actor(), cancellation);
}
