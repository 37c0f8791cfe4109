using Microsoft.AspNetCore.Mvc;
using TrustCoach.Domain.Coaching;
using TrustCoach.Domain.People;
using TrustCoach.Services.Coaching;
using TrustCoach.Services.Goals;
using TrustCoach.Web.Infrastructure;
using TrustCoach.Web.Infrastructure.Identity;
using TrustCoach.Web.TagHelpers;

namespace TrustCoach.Web.Pages.Goals;

/// <summary>The encounters and promises behind a goal's count.</summary>
[Needs(Thing.Goal, Act.See)]
public sealed class CountedModel(CountedQuery counted) : ReadPage<CountedPage>, IShowsEvidence
{
    public IEnumerable<EvidenceOpened> Opened => [new(Of.Rep.Id, Of.Rep.Name, EvidencePage.Goal, Of.Goal.Id)];

    public static IReadOnlyList<Tab> Parts { get; } = [new("All", "all"), new("Done", "done"), new("Not done", "not")];

    public string Only { get; private set; } = "all";

    public async Task<IActionResult> OnGetAsync(Guid id, string? span, string? only, DateOnly? week, string? after, CancellationToken cancellation)
    {
        bool? done = only switch { "done" => true, "not" => false, _ => null };
        Only = done is null ? "all" : only!;
        return Show(await counted.RunAsync(this.Actor(), id, new(span == "before", done, week, EvidenceCursor.Of(after)), cancellation));
    }
}
