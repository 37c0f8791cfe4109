using System.Globalization;
using Microsoft.AspNetCore.Html;
using TrustCoach.Domain;
using TrustCoach.Domain.Lessons;
using TrustCoach.Services.Lessons;
using TrustCoach.Web.Pages.Team;

namespace TrustCoach.Web.Pages.Lessons;

/// <summary>A lesson on a page.</summary>
/// <param name="IsTitled">The lesson's title stands within it, because the page has another.</param>
public sealed record LessonView(LessonPage Of, bool IsTitled);

/// <summary>Words and links of the pages of lessons.</summary>
public static class LessonWords
{
    public static string Url(Lesson lesson) => $"/lessons/{lesson.Slug}";

    /// <summary>Where the team's order is arranged.</summary>
    public static string Team(Guid teamId) => $"/team/{teamId}/lessons";

    /// <summary>Where a lesson is suggested for what keeps breaking.</summary>
    public static string For(Domain.Coaching.Breach signal, Guid teamId, int days) => $"{Team(teamId)}?signal={Domain.Coaching.Breaches.Slug(signal)}&days={days}";

    public static string Url(LookRow row) => row.At switch
    {
        LookAt.Touchpoint => $"/touchpoints/{row.Id}",
        LookAt.Promise => $"/promises/{row.Id}",
        LookAt.Opportunity => $"/opportunities/{row.Id}",
        LookAt.Dispute => $"/disputes/{row.Id}",
        _ => $"/customers/{row.Id}",
    };

    /// <summary>"Trust is broken by small things · Punctuality".</summary>
    public static string Eyebrow(Lesson lesson) => lesson.Trait is { } trait ? $"{lesson.Idea.Words()} · {TeamWords.Of(trait)}" : lesson.Idea.Words();

    /// <summary>"Week 48, 23 to 29 November 2026".</summary>
    public static string Week(DateOnly week, CultureInfo culture) => LessonOrder.Words(week, culture);

    /// <summary>When a lesson is read, above it.</summary>
    public static string When(LessonPage of, CultureInfo culture) => of switch
    {
        { IsThisWeeks: true } => $"This week's lesson. {Week(of.Week!.Value, culture)}.",
        { Week: { } week } => $"Last read in {Lower(Week(week, culture))}.",
        _ => $"Comes in {Lower(Week(of.Next!.Value, culture))}.",
    };

    /// <summary>What was done with it; null when nothing.</summary>
    public static string? State(LessonState? state) => state switch
    {
        LessonState.Done => "Done",
        LessonState.Skipped => "Skipped",
        _ => null,
    };

    /// <summary>"17 of 47 weeks done".</summary>
    public static string Done(LessonYear of) => of.Done == 0
        ? "Nothing done yet this year. One lesson takes five minutes."
        : $"{(of.Done == 1 ? "One lesson" : $"{Capital(Counted.Number(of.Done))} lessons")} done in {of.Weeks.Count} weeks. Only you see this page.";

    /// <summary>What the lessons' own Markdown became: ours, never a user's.</summary>
    public static IHtmlContent Html(string html) => new HtmlString(html);

    private static string Lower(string words) => char.ToLowerInvariant(words[0]) + words[1..];

    private static string Capital(string words) => char.ToUpperInvariant(words[0]) + words[1..];
}
