using TrustCoach.Services.Promises;
using TrustCoach.Web.Infrastructure;

namespace TrustCoach.Web.Pages.Promises;

/// <summary>What waiting with a promise costs, in points of credibility: "costs more after today 17:00:" and "−2.1".</summary>
/// <param name="When">Until when nothing changes.</param>
/// <param name="Points">What it takes now, if anything, and after that.</param>
public sealed record CostWords(string When, string Points)
{
    public static CostWords Of(PromiseRow row, PromiseCost cost, Viewer viewer)
    {
        var until = DueWords.Of(viewer, cost.Step.Until, row.HasTime && cost.Now is null).Text;
        string Minus(double points) => "\u2212" + points.ToString("0.0", viewer.Culture);
        return cost.Now is { } late
            ? new($"costs more after {until}:", $"{Minus(late)}, then {Minus(cost.Then)}")
            : new($"costs more after {until}:", Minus(cost.Then));
    }
}
