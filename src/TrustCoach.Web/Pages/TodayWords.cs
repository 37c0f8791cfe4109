using TrustCoach.Domain;
using TrustCoach.Services.Coaching;
using TrustCoach.Services.People;
using TrustCoach.Services.Touchpoints;
using TrustCoach.Web.Infrastructure;
using TrustCoach.Web.Pages.Coaching;
using TrustCoach.Web.Pages.Promises;

namespace TrustCoach.Web.Pages;

/// <summary>The sentences of Today.</summary>
public static class TodayWords
{
    private const int MostNamed = 3;

    /// <summary>"Three promises fall due today, one relationship is slipping."</summary>
    public static string Lead(Actor actor, SlippingReading slipping, Viewer viewer)
    {
        var overdue = actor.Owed.Count(o => o.DueAt < viewer.Now && o.ClosesOn > actor.Today(viewer.Now));
        var now = actor.DuePromises(viewer.Now) - overdue;
        var owed = (overdue, now) switch
        {
            (0, 0) => "Nothing falls due today",
            (0, _) => $"{Counted.Of(now, "promise falls", "promises fall")} due today",
            (_, 0) => $"{Counted.Of(overdue, "promise is", "promises are")} overdue",
            _ => $"{Counted.Of(overdue, "promise is", "promises are")} overdue, {Counted.Number(now)} due today",
        };
        var count = slipping.Needing.Count;
        var needs = count == 0 ? "no relationship is slipping" : slipping.MoreNeeding ? $"{Counted.Number(count)} or more relationships are slipping" : $"{Counted.Of(count, "relationship is", "relationships are")} slipping";
        return $"{PromiseWords.Capital(owed)}, {needs}.";
    }

    /// <summary>"Session with Ingrid on Tuesday: write your words".</summary>
    public static string ToWrite(WordsToWrite session, Viewer viewer)
    {
        var day = viewer.DayOf(session.PlannedAt);
        var when = (day.DayNumber - viewer.Today.DayNumber) switch
        {
            < 0 => "not held yet",
            0 => "today",
            1 => "tomorrow",
            _ => $"on {viewer.Culture.DateTimeFormat.GetDayName(day.DayOfWeek)}",
        };
        return $"Session with {CoachingWords.First(session.Manager)} {when}: write your words";
    }

    /// <summary>"Two encounters ask how they went: Kestrel Foods, Harbor &amp; Co."</summary>
    /// <param name="named">Whether the customers are named; where something else stands beside it, one line takes no names.</param>
    public static string Asking(Plans awaiting, bool named)
    {
        var (count, names) = (awaiting.Rows.Count, awaiting.Rows.Select(row => row.Customer).Distinct().ToList());
        var ask = awaiting.More ? $"More than {count} encounters ask how they went" : $"{PromiseWords.Capital(Counted.Of(count, "encounter asks how it went", "encounters ask how they went"))}";
        return !named ? $"{ask}." : $"{ask}: {string.Join(", ", names.Take(MostNamed))}{(names.Count > MostNamed ? " and others" : "")}.";
    }

    /// <summary>Where the events stand that a hint came from: the lines of those days, or all of them where what weighs is older.</summary>
    public static string EvidenceUrl(Slipping slipping, DateOnly today) => slipping.Hint.Evidence.Count > 0
        ? FormattableString.Invariant($"/customers/{slipping.CustomerId}/why/changes?from={today.AddDays(-SlippingQuery.Days):yyyy-MM-dd}&to={today:yyyy-MM-dd}")
        : $"/customers/{slipping.CustomerId}/why";
}
