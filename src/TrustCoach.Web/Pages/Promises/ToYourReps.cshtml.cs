using Microsoft.AspNetCore.Mvc.RazorPages;
using TrustCoach.Domain.People;
using TrustCoach.Services.Disputes;
using TrustCoach.Web.Infrastructure.Identity;

namespace TrustCoach.Web.Pages.Promises;

/// <summary>What a manager owes the reps they coach, by due day, and how they kept their word.</summary>
[Needs(Thing.Dispute, Act.Edit)]
public sealed class ToYourRepsModel(ManagerPromisesQuery promises) : PageModel
{
    public ManagerPromises Of { get; private set; } = null!;

    /// <summary>Those whom they coach can read it; an admin's answers stand at the disputes alone.</summary>
    public bool IsShown => this.Actor().May(Thing.Coaching, Act.Log);

    public string Lead => PromiseWords.Capital(PromiseWords.Of(Of.Ratio)) + ".";

    public async Task OnGetAsync(CancellationToken cancellation) => Of = await promises.RunAsync(this.Actor(), cancellation);
}
