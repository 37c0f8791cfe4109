using Microsoft.AspNetCore.Mvc.RazorPages;
using TrustCoach.Domain.People;
using TrustCoach.Domain.Promises;
using TrustCoach.Services.Coaching;
using TrustCoach.Services.Promises;
using TrustCoach.Services.Records;
using TrustCoach.Web.Infrastructure;
using TrustCoach.Web.Infrastructure.Identity;
using TrustCoach.Web.Pages.Progress;

namespace TrustCoach.Web.Pages;

/// <summary>Today: what do I owe, to whom, by when? And who needs me.</summary>
[Needs(Thing.Today, Act.See)]
public sealed class IndexModel(TodayQuery today, KeptRatioQuery ratios, NewsQuery records, Viewer viewer) : PageModel
{
    private const int Days = 90;

    public TodayReading Today { get; private set; } = null!;

    /// <summary>What others changed on one's record, and goals to answer; null when nothing waits.</summary>
    public string? Waiting { get; private set; }

    public KeptRatio Ratio { get; private set; } = null!;

    public Viewer Viewer => viewer;

    /// <summary>A rep without a customer learns the first step.</summary>
    public bool IsNew => Today.Typical.Relationships == 0;

    /// <summary>Where encounters are coming up, one row fewer: all fits one screen.</summary>
    public IReadOnlyList<Slipping> Needing => [.. Today.Slipping.Needing.Take(Today.Coming.Rows.Count > 0 ? TodayQuery.MostShown - 1 : TodayQuery.MostShown)];

    /// <summary>Where a customer waits, one row fewer.</summary>
    public IReadOnlyList<PromiseRow> Due => [.. Today.Due.Rows.Take(Today.Waiting.Count > 0 ? TodayQuery.MostShown - 1 : TodayQuery.MostShown)];

    public string Lead => TodayWords.Lead(this.Actor(), Today.Slipping, viewer);

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var actor = this.Actor();
        Ratio = await ratios.RunAsync([actor.PersonId], Direction.Ours, actor.Today(viewer.Now), Days, cancellation);
        Waiting = actor.May(Thing.Progress, Act.See) ? RecordWords.Waiting(await records.WaitingAsync(actor, cancellation)) : null;
        Today = await today.RunAsync(actor, viewer.Now, cancellation);
    }
}
