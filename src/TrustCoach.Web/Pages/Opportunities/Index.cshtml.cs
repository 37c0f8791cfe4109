using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TrustCoach.Domain.Opportunities;
using TrustCoach.Domain.People;
using TrustCoach.Services.Opportunities;
using TrustCoach.Web.Infrastructure.Identity;

namespace TrustCoach.Web.Pages.Opportunities;

/// <summary>What may be bought, what was won and lost, and the credibility on the day of each offer.</summary>
[Needs(Thing.Opportunity, Act.See)]
public sealed class IndexModel(OpportunitiesQuery opportunities, OfferComparisonQuery comparisons) : PageModel
{
    [BindProperty(SupportsGet = true)] public string? Show { get; set; }

    [BindProperty(SupportsGet = true)] public string? After { get; set; }

    public OpportunitiesPage Of { get; private set; } = null!;

    /// <summary>Null for readers who see no scores.</summary>
    public OfferComparison? Comparison { get; private set; }

    public IReadOnlyList<LostOnTrust> LostOnTrust { get; private set; } = [];

    public bool MayOpen => this.Actor().May(Thing.Opportunity, Act.Edit);

    /// <summary>Several people's are in the list.</summary>
    public bool SeesReps => this.Actor().Reach(Thing.Opportunity, Act.See) != Reach.Own;

    public bool SeesScores => Comparison is not null;

    public OpportunityShow Shown => Show switch
    {
        "won" => OpportunityShow.Won,
        "lost" => OpportunityShow.Lost,
        "all" => OpportunityShow.All,
        _ => OpportunityShow.Open,
    };

    public string EmptyText => Shown switch
    {
        OpportunityShow.Won => "Nothing was won yet. When something is, say what decided it: it is worth knowing.",
        OpportunityShow.Lost => "Nothing was lost. When something is, the reason is worth more than the deal.",
        _ => "Note what a customer may buy, and the day the offer goes out: you will see how credible you were then.",
    };

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var actor = this.Actor();
        Of = await opportunities.RunAsync(actor, Shown, OpportunityCursor.Parse(After), cancellation);
        if (!actor.May(Thing.Score, Act.See))
            return;
        Comparison = await comparisons.RunAsync(actor, cancellation);
        LostOnTrust = await comparisons.LostAsync(actor, cancellation);
    }
}
