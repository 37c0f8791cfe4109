using Microsoft.AspNetCore.Mvc.Rendering;
using TrustCoach.Domain.Customers;
using TrustCoach.Domain.Scoring;
using TrustCoach.Domain.Touchpoints;
using TrustCoach.Services.Customers;
using TrustCoach.Web.TagHelpers;

namespace TrustCoach.Web.Pages.Customers;

/// <summary>The words of the customer pages for what the domain knows by name.</summary>
internal static class CustomerWords
{
    /// <summary>How a relationship began, as a choice with what it does.</summary>
    public static IReadOnlyList<SelectListItem> Climates { get; } =
    [
        new("Cold call", nameof(Climate.Cold)) { Group = new() { Name = "They did not expect us" } },
        new("Inbound", nameof(Climate.Inbound)) { Group = new() { Name = "They asked us: a little more allowance" } },
        new("Referral", nameof(Climate.Referral)) { Group = new() { Name = "Somebody they trust sent us: more allowance" } },
        new("Existing", nameof(Climate.Existing)) { Group = new() { Name = "They are a customer already: more allowance" } },
    ];

    /// <summary>The same in a word each.</summary>
    public static IReadOnlyList<SelectListItem> ShortClimates { get; } = [.. Climates.Select(c => new SelectListItem(c.Text, c.Value))];

    /// <summary>What may have cost the trust, as choices.</summary>
    public static IReadOnlyList<SelectListItem> Causes(IEnumerable<PossibleCause> causes, IFormatProvider culture) =>
        [.. causes.Select(cause => new SelectListItem(
            $"{cause.Day.ToString("d", culture)}: {Sign.Of(cause.Kind.ToString()).Word}{(cause.Text is { } text ? $", {Short(text, 80)}" : "")}", cause.Id.ToString()))];

    /// <summary>The beginning of a text that may be long.</summary>
    public static string Short(string text, int most) => text.Length > most ? text[..most].TrimEnd() + "…" : text;

    public static string Began(Climate climate) => climate switch
    {
        Climate.Inbound => "inbound",
        Climate.Referral => "referral",
        Climate.Existing => "existing customer",
        _ => "cold call",
    };

    public static string Start(Climate climate) => climate switch
    {
        Climate.Inbound => "Where an inbound contact starts",
        Climate.Referral => "Where a referral starts",
        Climate.Existing => "Where an existing customer starts",
        _ => "Where a cold call starts",
    };

    public static string Of(Channel channel) => channel switch
    {
        Channel.Email => "E-mail",
        Channel.Video => "Video call",
        _ => channel.ToString(),
    };

    public static IReadOnlyList<SelectListItem> Shows { get; } =
    [
        new("All current", nameof(CustomerShow.Current)),
        new($"Quiet for {Relationship.QuietDays} days", nameof(CustomerShow.Quiet)),
        new("Burned before", nameof(CustomerShow.Burned)),
        new("Ended", nameof(CustomerShow.Ended)),
        new("Archived", nameof(CustomerShow.Archived)),
    ];

    public static IReadOnlyList<SelectListItem> Stages { get; } =
    [
        new("At risk or broken", nameof(Stage.AtRisk)),
        new("Courtesy", nameof(Stage.Courtesy)),
        new("Benefit of the doubt", nameof(Stage.BenefitOfTheDoubt)),
        new("Credible", nameof(Stage.Credible)),
        new("Trusted", nameof(Stage.Trusted)),
    ];

    /// <summary>Who says so: the rep, who saw it, or the customer.</summary>
    /// <param name="own">True when the reader is the rep.</param>
    public static string ToldBy(LedgerFact fact, bool own, string rep) => fact.Level switch
    {
        EvidenceLevel.CustomerConfirmed => "Customer confirmed",
        EvidenceLevel.Witnessed when fact.ByClock => "The clock",
        EvidenceLevel.Witnessed => own ? "Your manager saw it" : "A manager saw it",
        _ => own ? "You" : rep,
    };
}
