using TrustCoach.Services.Promises;
using TrustCoach.Web.Infrastructure;

namespace TrustCoach.Web.Pages.Promises;

/// <summary>What waiting with a promise costs, in points of credibility: "costs more after today 17:00:" and "−2.1"; "late:" and "−2.1, after Thursday −6.3".</summary>
/// <param name="When">Until when it costs nothing, or that it is late.</param>
/// <param name="Points">What it takes now, if anything, and after that.</param>
public sealed record CostWords(string When, string Points)
{
    public static CostWords Of(PromiseRow row, PromiseCost cost, Viewer viewer)
    {
        var until = DueWords.Of(viewer, cost.Step.Until, row.HasTime && cost.Now is null).Text;
        string Minus(double points) => "\u2212" + points.ToString("0.0", viewer.Culture);
        if (cost.Now is not { } late)
            return new($"costs more after {until}:", Minus(cost.Then));
        // Where lateness has become a habit, late may cost as much as broken.
        return new("late:", late < cost.Then ? $"{Minus(late)}, after {until} {Minus(cost.Then)}" : Minus(late));
    }
}
