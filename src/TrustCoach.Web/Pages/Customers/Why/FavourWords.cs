using Microsoft.AspNetCore.Mvc.Rendering;
using TrustCoach.Domain.Favours;
using TrustCoach.Domain.Scoring;

namespace TrustCoach.Web.Pages.Customers.Why;

/// <summary>The words of give and take.</summary>
public static class FavourWords
{
    public static IReadOnlyList<SelectListItem> Rungs { get; } = [.. Enum.GetValues<Commitment>().Select(c => new SelectListItem(Of(c), c.ToString()))];

    public static IReadOnlyList<SelectListItem> Sides { get; } = [new("They did", nameof(GivenBy.They)), new("We did", nameof(GivenBy.We))];

    public static string Of(Commitment commitment) => commitment switch
    {
        Commitment.Time => "Time",
        Commitment.Access => "Access to people",
        Commitment.Data => "Data",
        Commitment.Money => "Money",
        _ => "A referral",
    };

    public static string Meaning(Commitment commitment) => commitment switch
    {
        Commitment.Time => "hours of theirs",
        Commitment.Access => "an introduction in the company",
        Commitment.Data => "figures, plans, drawings",
        Commitment.Money => "an order, a paid trial",
        _ => "their name, to somebody else",
    };

    public static string Of(Exchange balance) => balance switch
    {
        Exchange.TooEarly => "too early to say",
        Exchange.Altruist => "an altruist, who gives more than comes back",
        Exchange.Cheater => "a cheater's, who takes more than is given",
        _ => "a reciprocator, whose good faith is answered in kind",
    };

    public static string Kept(SideTally side) => side.Closed == 0 ? "none closed" : $"{side.Kept} of {side.Closed} kept";

    public static string Gestures(SideTally side) => side.Gestures == 0 ? "none" : $"{side.Gestures}, worth {side.Value}";
}

/// <summary>Whose gesture it was.</summary>
public enum GivenBy
{
    They = 1,
    We = 2,
}
