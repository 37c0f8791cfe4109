using System.Globalization;
using TrustCoach.Domain.Scoring;

namespace TrustCoach.Domain.Coaching;

/// <summary>The first thing said about a relationship: where it stands, how it moved within a week, and what moved it most.</summary>
public static class RelationshipSentence
{
    /// <summary>Days looked back on.</summary>
    public const int Days = 7;

    /// <summary>'Credibility 66, down 8 since last week: “send the brochure”, not kept.'</summary>
    /// <param name="weekAgo">The credibility read <see cref="Days"/> days before, points: fading since an older event belongs to other weeks too.</param>
    /// <param name="credibility">The chronicle of credibility up to <paramref name="day"/>.</param>
    /// <param name="words">What happened in an event, as the end of a sentence; null when it is not known.</param>
    public static string Of(
        Reading reading, double weekAgo, IReadOnlyList<ChronicleLine> credibility, int day, ScoringRules rules, Func<Guid, string?> words)
    {
        ArgumentNullException.ThrowIfNull(reading);
        ArgumentNullException.ThrowIfNull(rules);
        ArgumentNullException.ThrowIfNull(words);
        if (reading.TooEarly)
            return TooEarly(reading.Judged, rules.Stages.EnoughEvents);

        var found = Find(reading, weekAgo, credibility, day);
        var since = found.Young ? "since it began" : "since last week";
        var now = string.Create(CultureInfo.InvariantCulture, $"Credibility {ChangeSentence.Whole(reading.Credibility)}");
        return found switch
        {
            { Change: not 0, Cause: { } cause } => $"{now}, {ChangeSentence.Movement(found.Change)} {since}: {Cause(cause, words)}.",
            { Change: not 0 } => $"{now}, {ChangeSentence.Movement(found.Change)} {since}: nothing new, so older proof fades.",
            { Cause: { } last } => $"{now}, unchanged {since}. Last proof {Ago(day - last.Day!.Value)}: {Cause(last, words)}.",
            _ => $"{now}, unchanged {since}.",
        };
    }

    /// <summary>The event that the sentence names; null when it names none.</summary>
    public static Guid? About(Reading reading, double weekAgo, IReadOnlyList<ChronicleLine> credibility, int day)
    {
        ArgumentNullException.ThrowIfNull(reading);
        return reading.TooEarly ? null : Find(reading, weekAgo, credibility, day).Cause?.EvidenceId;
    }

    // What moved it most within the week; the last proof where it has not moved.
    private static (bool Young, int Change, ChronicleLine? Cause) Find(Reading reading, double weekAgo, IReadOnlyList<ChronicleLine> credibility, int day)
    {
        ChronicleLine? first = null, last = null, most = null;
        foreach (var line in credibility.Where(l => l.Kind == ChronicleKind.Event && l.Points != 0))
            (first, last) = (first ?? line, line);
        var young = first?.Day > day - Days;
        var change = ChangeSentence.Whole(reading.Credibility) - ChangeSentence.Whole(young ? credibility[0].Points : weekAgo);
        foreach (var line in credibility.Where(l => l.Kind == ChronicleKind.Event && l.Day > day - Days && Math.Sign(l.Points) == Math.Sign(change)))
            most = most is { } before && Math.Abs(before.Points) >= Math.Abs(line.Points) ? most : line;
        return (young, change, change == 0 ? last : most);
    }

    /// <summary>Said instead of a number before the verdict.</summary>
    public static string TooEarly(int judged, int enough) => judged switch
    {
        0 => string.Create(CultureInfo.InvariantCulture, $"Too early to say: nothing has been tested yet. A verdict takes {enough} judged encounters."),
        _ => string.Create(CultureInfo.InvariantCulture, $"Too early to say: {judged} of {enough} judged encounters so far."),
    };

    private static string Cause(ChronicleLine line, Func<Guid, string?> words) =>
        (line.EvidenceId is { } id ? words(id)?.TrimEnd('.', ' ') : null) ?? (line.Points > 0 ? "an expectation was met" : "an expectation was missed");

    private static string Ago(int days) => days switch
    {
        0 => "today",
        1 => "yesterday",
        _ => string.Create(CultureInfo.InvariantCulture, $"{days} days ago"),
    };
}
