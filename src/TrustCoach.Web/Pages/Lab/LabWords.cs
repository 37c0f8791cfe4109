using System.Globalization;
using Microsoft.AspNetCore.Html;
using TrustCoach.Domain.Lab;
using TrustCoach.Web.TagHelpers;

namespace TrustCoach.Web.Pages.Lab;

/// <summary>The lab's numbers and moves in words.</summary>
public static class LabWords
{
    /// <summary>The parts of the lab, as tabs between its pages.</summary>
    public static IReadOnlyList<(string Text, string Page)> Parts { get; } =
        [("Guided game", "/Lab/Index"), ("Free play", "/Lab/Play"), ("Tournament", "/Lab/Tournament"), ("Population", "/Lab/Population")];

    public static string Points(double points) => points.ToString("0.##", CultureInfo.CurrentCulture);

    public static string Mean(double mean) => mean.ToString("0.00", CultureInfo.CurrentCulture);

    public static string Percent(double share) => share.ToString("P0", CultureInfo.CurrentCulture);

    /// <summary>What somebody did: a shape and a word, so that colour is not the only sign.</summary>
    public static IHtmlContent Move(bool kept) => new HtmlString(kept
        ? $"""<span class="sign met">{Shapes.Met}<span>kept</span></span>"""
        : $"""<span class="sign missed">{Shapes.Missed}<span>let down</span></span>""");

    /// <summary>A bar of a share from 0 to 1.</summary>
    public static IHtmlContent Bar(double share) => new HtmlString(BarsTagHelper.Draw(share, "accent", track: true));

    /// <summary>The last encounter as one says it: what both did, whether by a slip, and what it paid.</summary>
    public static string Said(Encounter encounter, Situation situation)
    {
        var mine = (encounter.Kept, encounter.Slipped) switch
        {
            (true, false) => "You kept your word",
            (false, false) => "You cut the corner",
            (true, true) => "You meant to cut the corner, but by a slip your word was kept",
            (false, true) => "You meant to keep your word, but it went astray and reached them as a let-down",
        };
        var theirs = (encounter.TheyKept, encounter.TheySlipped) switch
        {
            (true, false) => "they kept theirs",
            (false, false) => "they let you down",
            (true, true) => "they meant to let you down, but by a slip kept their word",
            (false, true) => "they let you down, which was a slip and not meant",
        };
        return $"{mine}; {theirs}. {(encounter.TheyKept ? situation.TheyKeep : situation.TheyCut)}. You get {Points(encounter.Earned)}, they get {Points(encounter.TheyEarned)}.";
    }

    /// <summary>Which of six steps of colour a payoff has between the lowest and the highest.</summary>
    public static int Heat(double payoff, Payoffs payoffs) =>
        1 + (int)Math.Clamp(Math.Floor((payoff - payoffs.Sucker) / (payoffs.Temptation - payoffs.Sucker) * 6), 0, 5);
}
