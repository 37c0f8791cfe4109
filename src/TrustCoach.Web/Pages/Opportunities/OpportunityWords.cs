using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using TrustCoach.Domain.Opportunities;
using TrustCoach.Services.Opportunities;

namespace TrustCoach.Web.Pages.Opportunities;

/// <summary>Opportunities in words.</summary>
public static class OpportunityWords
{
    public static IReadOnlyList<SelectListItem> Stages { get; } = Items<OpportunityStage>(Of);

    public static IReadOnlyList<SelectListItem> Reasons { get; } = Items<DecidedBy>(Of);

    public static string Of(OpportunityStage stage) => stage switch
    {
        OpportunityStage.OpenTalks => "Open talks",
        OpportunityStage.OfferMade => "Offer made",
        OpportunityStage.Won => "Won",
        _ => "Lost",
    };

    public static string Of(DecidedBy by) => by switch
    {
        DecidedBy.Trust => "Trust",
        DecidedBy.Price => "Price",
        DecidedBy.Fit => "Fit",
        DecidedBy.Timing => "Budget or time",
        DecidedBy.Terms => "Terms or delivery",
        DecidedBy.Acquaintance => "Somebody they knew",
        _ => "Something else",
    };

    /// <summary>"Won", "Lost on trust", "Lost: price".</summary>
    public static string Ended(OpportunityStage stage, DecidedBy? by) => by switch
    {
        null => Of(stage),
        DecidedBy.Trust => $"{Of(stage)} on trust",
        { } reason => $"{Of(stage)}: {Of(reason).ToLowerInvariant()}",
    };

    /// <summary>The class that colours a stage; its word says it.</summary>
    public static string Tone(OpportunityStage stage) => stage switch
    {
        OpportunityStage.Won => "good",
        OpportunityStage.Lost => "bad",
        OpportunityStage.OfferMade => "warn",
        _ => "outline",
    };

    /// <summary>"48,000", with decimals only where there are some.</summary>
    public static string Value(decimal value) => value.ToString(value == decimal.Truncate(value) ? "N0" : "N2", CultureInfo.CurrentCulture);

    /// <summary>The why page of the day of the offer, with what was known then.</summary>
    public static string WhyUrl(OpportunityRow row) => row is { Offer: { } offer, OfferedOn: { } day }
        ? FormattableString.Invariant($"/customers/{row.CustomerId}/why?rep={offer.RepId}&on={day:yyyy-MM-dd}&known=then")
        : $"/customers/{row.CustomerId}/why";

    private static IReadOnlyList<SelectListItem> Items<T>(Func<T, string> words)
        where T : struct, Enum =>
        [.. Enum.GetValues<T>().Select(value => new SelectListItem(words(value), value.ToString()))];
}
