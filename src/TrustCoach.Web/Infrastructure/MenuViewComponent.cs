using Microsoft.AspNetCore.Mvc;
using TrustCoach.Domain.People;
using TrustCoach.Services.People;
using TrustCoach.Web.Infrastructure.Identity;

namespace TrustCoach.Web.Infrastructure;

/// <summary>The menu of the signed-in person, for the sidebar and the phone's bar: what the visibility table opens to them.</summary>
[ViewComponent(Name = "Menu")]
public sealed class MenuViewComponent(MenuCounts counts, TimeProvider clock) : ViewComponent
{
    // What is found under "Practice".
    private static readonly string[] Practised = ["/practice", "/lessons", "/lists", "/lab"];

    public async Task<IViewComponentResult> InvokeAsync()
    {
        if (HttpContext.ActorOrNull() is not { } actor)
            return View(new Menu([], [], null, null));
        var due = actor.May(Thing.Promise, Act.See) ? actor.DuePromises(clock.GetUtcNow()) : 0;
        var disputed = actor.May(Thing.Dispute, Act.Edit) ? await counts.DisputesToAnswerAsync(actor, HttpContext.RequestAborted) : 0;
        return View(new Menu(
            [
                new(null,
                [
                    .. Item(actor.May(Thing.Today, Act.See), "Today", "/"),
                    .. Item(actor.May(Thing.Customer, Act.See), "Customers", "/customers"),
                    .. Item(actor.May(Thing.Promise, Act.See), "Promises", "/promises", due, "due"),
                    .. Item(actor.May(Thing.Opportunity, Act.See), "Opportunities", "/opportunities"),
                    .. Item(actor.May(Thing.Lesson, Act.See), "Practice", "/practice"),
                    .. Item(actor.May(Thing.Progress, Act.See), "My progress", "/progress"),
                    .. Item(actor.May(Thing.Coaching, Act.See), "Coaching", "/coaching"),
                    .. Item(actor.May(Thing.Dispute, Act.See), "Disputes", "/disputes", disputed, "to answer"),
                ]),
                .. Section("Team",
                [
                    .. Item(actor.May(Thing.TeamCredibility, Act.See), "Team credibility", "/team"),
                    .. Item(actor.May(Thing.TeamCredibility, Act.See), "Signals", "/team/signals"),
                ]),
            ],
            [.. Item(actor.May(Thing.Matrix, Act.See), "Settings", "/settings")],
            actor.May(Thing.Touchpoint, Act.Log) ? "/log" : null,
            new(actor.Name, "/account/profile", "/account/sign-out")));
    }

    private static MenuSection[] Section(string title, MenuItem[] items) => items.Length == 0 ? [] : [new(title, items)];

    private MenuItem[] Item(bool isOpen, string text, string url, int? count = null, string? countWords = null) =>
        isOpen ? [new(text, url, null, count, countWords, IsCurrent(url))] : [];

    private bool IsCurrent(string url) => url switch
    {
        "/" => HttpContext.Request.Path == "/",
        "/team/signals" => IsSignals,
        "/practice" => Array.Exists(Practised, under => HttpContext.Request.Path.StartsWithSegments(under, StringComparison.OrdinalIgnoreCase)),
        _ => HttpContext.Request.Path.StartsWithSegments(url, StringComparison.OrdinalIgnoreCase) && !IsSignals,
    };

    // It stands beneath the team it is about, and is an entry of its own.
    private bool IsSignals =>
        HttpContext.Request.Path.StartsWithSegments("/team") && HttpContext.Request.Path.Value!.EndsWith("/signals", StringComparison.OrdinalIgnoreCase);
}
