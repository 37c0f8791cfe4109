using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using TrustCoach.Domain.Disputes;
using TrustCoach.Domain.Promises;
using TrustCoach.Services.Disputes;
using TrustCoach.Web.Infrastructure;
using TrustCoach.Web.TagHelpers;

namespace TrustCoach.Web.Pages.Disputes;

/// <summary>The sentences the dispute pages share, and where things are.</summary>
public static class DisputeWords
{
    /// <summary>What a manager may answer without changing the facts.</summary>
    public static IReadOnlyList<SelectListItem> Answers { get; } =
    [
        new("It stands", nameof(DisputeState.Upheld)) { Group = new() { Name = "The event weighs again, from today" } },
        new("Withdraw it", nameof(DisputeState.Voided)) { Group = new() { Name = "The event weighs nothing, for good" } },
    ];

    public static string Of(DisputeState state) => state switch
    {
        DisputeState.Open => "Open",
        DisputeState.Upheld => "Upheld",
        DisputeState.Corrected => "Corrected",
        DisputeState.Voided => "Event withdrawn",
        _ => "Taken back",
    };

    public static string Tone(DisputeState state) => state == DisputeState.Open ? "warn" : "outline";

    /// <summary>What the state means for the event.</summary>
    public static string Meaning(DisputeState state) => state switch
    {
        DisputeState.Open => "It weighs nothing until it is answered.",
        DisputeState.Upheld => "The event stands and weighs again.",
        DisputeState.Corrected => "The facts were corrected; the event weighs as corrected.",
        DisputeState.Voided => "The event was withdrawn; it weighs nothing.",
        _ => "It was taken back before anybody answered; the event weighs again.",
    };

    /// <summary>How the owed answer was kept; null while it is open and in time, or when nobody wants it any more.</summary>
    public static string? Of(PromiseState owed) => owed switch
    {
        PromiseState.Kept => "answered in time",
        PromiseState.KeptLate => "answered late",
        PromiseState.Broken => "not answered in time",
        _ => null,
    };

    /// <summary>The event in words: what was noted, else what it was.</summary>
    public static string Title(DisputedEvent of) => of.Words ?? Sign.Of(of.Kind.ToString()).Word;

    public static string Title(DisputeRow row) => row.Words ?? Sign.Of(row.Kind.ToString()).Word;

    /// <summary>Where an event is disputed.</summary>
    public static string NewUrl(Guid entryId) => $"/disputes/new?entry={entryId}";

    /// <summary>Where the event can be read in full; null when the reader may not.</summary>
    public static string? UrlOf(DisputedEvent of) => !of.MaySee ? null
        : of.PromiseId is { } promise ? $"/promises/{promise}" : of.TouchpointId is { } touchpoint ? $"/touchpoints/{touchpoint}" : null;

    /// <summary>Where the facts of a disputed event are corrected.</summary>
    public static string CorrectUrl(Guid disputeId, DisputedEvent of) =>
        of.PromiseId is null ? $"/touchpoints/{of.TouchpointId}/edit?dispute={disputeId}" : $"/disputes/{disputeId}/correct";

    /// <summary>The address of disputes as mails write it; a dispute's id is added to it.</summary>
    public static string DisputeLink(this PageModel page) =>
        page.HttpContext.RequestServices.GetRequiredService<AppAddress>().Of(page.Request, "/disputes/");
}
