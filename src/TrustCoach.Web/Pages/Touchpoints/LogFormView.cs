using Microsoft.AspNetCore.Mvc.Rendering;
using TrustCoach.Domain.Scoring;
using TrustCoach.Domain.Touchpoints;
using TrustCoach.Services.Customers;
using TrustCoach.Services.Method;
using TrustCoach.Services.Touchpoints;
using TrustCoach.Web.Infrastructure;
using TrustCoach.Web.Pages.Customers;

namespace TrustCoach.Web.Pages.Touchpoints;

/// <summary>What the log form is drawn from, on its own page and on Today.</summary>
/// <param name="ReturnUrl">Where saving leads; the customer when null.</param>
/// <param name="Compact">For Today: the short form, with the rest one click away.</param>
/// <param name="Finding">Somebody came to look for a customer: the search field has the focus.</param>
public sealed record LogFormView(LogForm Input, LogChoices Choices, Viewer Viewer, string? ReturnUrl = null, bool Compact = false, string? Search = null, bool Finding = false) : ISlips, ISteps
{
    /// <summary>What the ids of the form in the sheet begin with: it stands over pages with a log form of their own.</summary>
    public const string SheetIds = "sheet-";

    /// <summary>So many customers fit on the short form.</summary>
    private const int MostShown = 4;

    TouchpointForm ISlips.Input => Input;

    TouchpointForm ISteps.Input => Input;

    /// <summary>Without a network the script knows the card.</summary>
    public OfferedCard? Offered => Offline ? new(new(null, 0, []), false) : Choices.Card;

    /// <summary>What the ids begin with.</summary>
    public string Ids { get; init; } = "";

    /// <summary>The form that is kept on a device for when there is no network; its script puts the customers in.</summary>
    public bool Offline { get; init; }

    /// <summary>A customer that is added on the way.</summary>
    public NewModel.Form New { get; init; } = new();

    /// <summary>Customers of the organization that are called like the new one.</summary>
    public IReadOnlyList<Namesake> Namesakes { get; init; } = [];

    /// <summary>Whether the person may add a customer here.</summary>
    public bool MayAdd { get; init; }

    /// <summary>The chosen customer has just been added.</summary>
    public bool Added { get; init; }

    /// <summary>Nothing else than what was chosen before fits the search.</summary>
    public bool NothingFound => Search is not null && Choices.Customers.All(c => c == Choices.Chosen);

    /// <summary>The fields of a new customer stand open: something is said in them, or is about to be.</summary>
    public bool IsAdding => NothingFound || Namesakes.Count > 0 || New.Climate is not null || !string.IsNullOrWhiteSpace(New.Name);

    /// <summary>No customer to log with: the form begins with adding one, and the rest waits for it.</summary>
    public bool BeginsWithNew => Choices.Customers.Count == 0 && Search is null && MayAdd && !Offline;

    /// <summary>An empty form with a key of its own.</summary>
    public static LogFormView Empty(LogChoices choices, Viewer viewer, string? returnUrl = null, bool compact = false) => new(
        new LogForm { Key = Guid.CreateVersion7(viewer.Now), RelationshipId = choices.Chosen?.RelationshipId }, choices, viewer, returnUrl, compact);

    /// <summary>The question, with the customer's name once it is known.</summary>
    public string Question => $"How did it go against what {(Choices.Chosen is { } chosen ? chosen.Customer : "they")} expected?";

    public IEnumerable<SelectListItem> Customers =>
        Choices.Customers.Take(Compact ? MostShown : int.MaxValue).Select(c => new SelectListItem(Named(c), c.RelationshipId.ToString()));

    public IEnumerable<SelectListItem> Breaches => Choices.Breaches.Select(b => new SelectListItem(
        $"{TouchpointWords.Of(b.Kind)}, {b.Day.ToString("d MMM", Viewer.Culture)}{(b.Words is { } words ? $": {Short(words)}" : "")}", b.Id.ToString()));

    public IEnumerable<SelectListItem> Contacts => Choices.Contacts.Select(c => new SelectListItem(c.Name, c.Id.ToString()));

    private static string Named(LogChoice choice) => (choice.Person, choice.Rep) switch
    {
        (null, null) => choice.Customer,
        ({ } person, null) => $"{choice.Customer} · {person}",
        (null, { } rep) => $"{choice.Customer} ({rep})",
        var (person, rep) => $"{choice.Customer} · {person} ({rep})",
    };

    private static string Short(string words) => words.Length <= 60 ? words : words[..57] + "…";
}

/// <summary>The words for what a touchpoint says.</summary>
public static class TouchpointWords
{
    public static IReadOnlyList<SelectListItem> Channels { get; } = [.. Enum.GetValues<Channel>().Select(c => new SelectListItem(CustomerWords.Of(c), c.ToString()))];

    public static IReadOnlyList<SelectListItem> ShortChannels { get; } = [.. Channels.Take(4)];

    public static IReadOnlyList<SelectListItem> Traits { get; } = [.. Enum.GetValues<Trait>().Select(t => new SelectListItem(Of(t), t.ToString()))];

    public static IReadOnlyList<SelectListItem> Severities { get; } = [new("Mild", "1"), new("Normal", "2"), new("Severe", "3")];

    public static IReadOnlyList<SelectListItem> Slips { get; } = [new("No", "") { Selected = true }, new("Mild", "1"), new("Normal", "2"), new("Severe", "3")];

    public static IReadOnlyList<SelectListItem> Lies { get; } = [new("No", "") { Selected = true }, new("Well meant", "1"), new("Self-serving", "2"), new("About something that matters", "3")];

    public static IReadOnlyList<SelectListItem> Sizes { get; } = [new("Small", "1"), new("Medium", "2"), new("Large", "3")];

    public static string Of(Trait trait) => trait == Trait.KeepingWord ? "Keeping your word" : trait.ToString();

    public static string Severity(short severity) => severity switch { 1 => "mild", 3 => "severe", _ => "normal" };

    public static string Of(BreakerKind kind) => kind switch
    {
        BreakerKind.Late => "Late",
        BreakerKind.Exaggeration => "Exaggerated",
        BreakerKind.Gossip => "Gossiped",
        BreakerKind.Lie => "Lied or distorted facts",
        _ => "Could not keep my word",
    };

    public static string Of(EvidenceKind kind) => kind switch
    {
        EvidenceKind.Missed => "Expectation missed",
        EvidenceKind.PromiseLate => "Promise kept late",
        EvidenceKind.PromiseBroken => "Promise broken",
        EvidenceKind.Late => "Late",
        EvidenceKind.Gossip => "Gossip",
        EvidenceKind.Exaggeration => "Exaggeration",
        EvidenceKind.Lie => "Lie",
        EvidenceKind.Met => "Expectation met",
        EvidenceKind.Exceeded => "Expectation exceeded",
        EvidenceKind.Apology => "Apology",
        EvidenceKind.MakeGood => "Made good",
        _ => kind.ToString(),
    };

    public static string Lateness(TrustBreaker breaker) => (breaker.DaysLate, breaker.MinutesLate) switch
    {
        ({ } days, _) => $", {days} {(days == 1 ? "day" : "days")}",
        (_, { } minutes) => $", {minutes} {(minutes == 1 ? "minute" : "minutes")}",
        _ => "",
    };
}
