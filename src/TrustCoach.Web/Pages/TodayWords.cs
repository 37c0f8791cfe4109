using TrustCoach.Domain.Scoring;
using TrustCoach.Services.Coaching;
using TrustCoach.Services.Promises;
using TrustCoach.Web.Infrastructure;
using TrustCoach.Web.Pages.Promises;

namespace TrustCoach.Web.Pages;

/// <summary>The sentences of Today.</summary>
public static class TodayWords
{
    private const int QuietDays = 14;

    /// <summary>"Three promises fall due, one relationship is slipping."</summary>
    public static string Lead(IReadOnlyList<PromiseRow> due, Viewer viewer, int slipping)
    {
        var overdue = due.Count(row => row.DueAt < viewer.Now && !row.WaitsOnCondition);
        var now = due.Count(row => row.DueAt >= viewer.Now && viewer.DayOf(row.DueAt) == viewer.Today);
        var owed = (overdue, now) switch
        {
            (0, 0) => "Nothing falls due today",
            (0, _) => $"{Count(now, "promise falls", "promises fall")} due today",
            (_, 0) => $"{Count(overdue, "promise is", "promises are")} overdue",
            _ => $"{Count(overdue, "promise is", "promises are")} overdue, {Word(now)} due today",
        };
        var needs = slipping == 0 ? "no relationship is slipping" : $"{Word(slipping)} {(slipping == 1 ? "relationship is" : "relationships are")} slipping";
        return $"{PromiseWords.Capital(owed)}, {needs}.";
    }

    /// <summary>Why a relationship needs its rep, and the next step.</summary>
    public static string Reason(Slipping slipping)
    {
        var reasons = new List<string>();
        if (slipping.Missed.Count > 0)
            reasons.Add($"{string.Join(" and ", slipping.Missed.Take(2).Select(Missed))} in {SlippingQuery.Days} days.");
        if (slipping.LatenessHabit)
            reasons.Add("Lateness is becoming a habit: open the next one by naming it, and arrive early.");
        else if (slipping.TwoOfLastFiveMissed)
            reasons.Add("Two of the last five were missed: name the next expectation aloud.");
        if (slipping.QuietDays is >= QuietDays && reasons.Count < 2)
            reasons.Add($"No contact for {slipping.QuietDays} days.");
        if (reasons.Count == 0)
            reasons.Add(slipping.Stage is Stage.AtRisk or Stage.Broken ? "At risk: keep one small promise soon." : "Nothing kept lately: the score fades.");
        return PromiseWords.Capital(string.Join(' ', reasons.Take(2)));
    }

    private static string Missed((EvidenceKind Kind, int Count) missed) => missed.Kind switch
    {
        EvidenceKind.Missed => Count(missed.Count, "missed expectation", "missed expectations"),
        EvidenceKind.PromiseBroken => Count(missed.Count, "broken promise", "broken promises"),
        EvidenceKind.PromiseLate => Count(missed.Count, "late promise", "late promises"),
        EvidenceKind.PromiseRenegotiated => Count(missed.Count, "promise moved again", "promises moved again"),
        EvidenceKind.Late => Count(missed.Count, "late start", "late starts"),
        EvidenceKind.Gossip => Count(missed.Count, "gossip", "gossips"),
        EvidenceKind.Exaggeration => Count(missed.Count, "exaggeration", "exaggerations"),
        _ => Count(missed.Count, "lie or distortion", "lies or distortions"),
    };

    private static string Count(int count, string one, string many) => $"{Word(count)} {(count == 1 ? one : many)}";

    private static string Word(int count) => count switch
    {
        1 => "one",
        2 => "two",
        3 => "three",
        4 => "four",
        5 => "five",
        6 => "six",
        7 => "seven",
        8 => "eight",
        9 => "nine",
        _ => count.ToString(System.Globalization.CultureInfo.CurrentCulture),
    };
}
