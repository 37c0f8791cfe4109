using Microsoft.AspNetCore.Mvc.RazorPages;
using TrustCoach.Domain.People;
using TrustCoach.Web.Infrastructure.Identity;

namespace TrustCoach.Web.Pages.Practice;

/// <summary>What do I practise? The parts of the area that the visibility table opens.</summary>
[Needs(Thing.Profile, Act.Edit)]
public sealed class IndexModel : PageModel
{
    private static readonly (Thing Thing, Part Part)[] All =
    [
        (Thing.Lesson, new("This week", "What do I practise? One idea, one exercise, five minutes.", "What you do with it is seen by you alone.", "/lessons", "Read this week's lesson")),
        (Thing.TrustLists, new("Two lists", "Whom do I trust, who trusts me, and why?", "Seen by you alone.", "/lists", "Take the two sheets")),
        (Thing.Secret, new("In confidence", "What was I told that must go no further?", "Seen by you alone.", "/confidences", "Open the register")),
        (Thing.CloseCall, new("Small things", "What nearly went wrong, and does it repeat?", "Seen by you alone.", "/radar", "Look at my radar")),
        (Thing.TrustLab, new("Trust lab", "What pays in the long run?", "About eight minutes of play. Nothing is stored.", "/lab", "Play a round")),
        (Thing.Progress, new("My progress", "Which habit helps or hurts me?", "Seen by you alone.", "/progress", "Look at my habits")),
    ];

    public IReadOnlyList<Part> Parts => [.. All.Where(line => this.Actor().May(line.Thing, Act.See)).Select(line => line.Part)];

    /// <param name="Question">What it answers.</param>
    /// <param name="Who">Who sees it.</param>
    /// <param name="Action">Words on the button.</param>
    public sealed record Part(string Title, string Question, string Who, string Url, string Action);
}
