using Microsoft.AspNetCore.Mvc.RazorPages;
using TrustCoach.Domain.People;
using TrustCoach.Services.Coaching;
using TrustCoach.Web.Infrastructure;
using TrustCoach.Web.Infrastructure.Identity;

namespace TrustCoach.Web.Pages;

/// <summary>Every relationship that slips or has gone quiet, each with its reason and one suggested act.</summary>
[Needs(Thing.Today, Act.See)]
public sealed class NeedsYouModel(TodayQuery today, Viewer viewer) : PageModel
{
    public const int Most = 50;

    public SlippingReading Slipping { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancellation) => Slipping = await today.NeedingAsync(this.Actor(), viewer.Now, Most, cancellation);
}
