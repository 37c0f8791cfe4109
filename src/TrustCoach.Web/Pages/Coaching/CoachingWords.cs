using Microsoft.AspNetCore.Mvc.Rendering;
using TrustCoach.Domain;
using TrustCoach.Domain.Coaching;
using TrustCoach.Domain.Dates;
using TrustCoach.Domain.Promises;
using TrustCoach.Services.Coaching;
using TrustCoach.Services.Disputes;
using TrustCoach.Web.Infrastructure;

namespace TrustCoach.Web.Pages.Coaching;

/// <summary>An agreed promise as a row.</summary>
/// <param name="Note">Who owes it, and what became of its day.</param>
public sealed record AgreedShown(CoachingPromise Promise, PromiseState State, bool IsMine, string Note);

/// <summary>Words that the coaching pages share.</summary>
public static class CoachingWords
{
    public static IReadOnlyList<SelectListItem> Cadences { get; } =
    [
        new("No fixed rhythm", "0"),
        .. Enumerable.Range(1, CoachingSession.MostWeeks).Select(weeks => new SelectListItem(Every(weeks), $"{weeks}")),
    ];

    /// <summary>"every two weeks".</summary>
    public static string Every(int weeks) => weeks == 1 ? "Every week" : $"Every {Counted.Number(weeks)} weeks";

    /// <summary>"Hanna" of "Hanna Lindqvist".</summary>
    public static string First(string name) => name.Split(' ', 2)[0];

    /// <summary>"on Tuesday, 24 November 2026, 10:00".</summary>
    public static string On(DateTimeOffset at, Viewer viewer) => $"on {DayAndHour.Of(at, viewer.Zone).Words(viewer.Culture)}";

    /// <summary>Why somebody who took part can only read.</summary>
    public static string NotYours(SessionPage of) => of.IsRep
        ? "This session can only be read."
        : $"You no longer coach {of.Rep}; {of.Coach ?? "nobody"} does now. Nothing was saved. What you typed is still here to copy.";

    /// <summary>"Agreed last time: two kept, one open."</summary>
    public static string Agreed(SessionPage of)
    {
        var before = of.AgreedBefore.ToList();
        int Count(params PromiseState[] states) => before.Count(a => states.Contains(a.State));
        (int Number, string Words)[] counts =
        [
            (Count(PromiseState.Kept), "kept"), (Count(PromiseState.KeptLate), "kept late"), (Count(PromiseState.Broken), "not kept"),
            (Count(PromiseState.Open), "open"), (Count(PromiseState.Lapsed), "let go"),
        ];
        return before.Count == 0 ? of.Before is null ? "Your first session together." : "Nothing was left to keep from last time."
            : $"Agreed before: {string.Join(", ", counts.Where(c => c.Number > 0).Select(c => $"{Counted.Number(c.Number)} {c.Words}"))}.";
    }

    /// <summary>In a session, where it is plain to whom it was given.</summary>
    public static AgreedShown Shown(AgreedLine line, string other) =>
        new(line.Promise, line.State, line.IsMine, (line.IsMine ? "You" : other) + OfItsDay(line.Promise));

    /// <summary>In a list of what is owed between the reader and several.</summary>
    public static AgreedShown Shown(AgreedRow row) =>
        new(row.Promise, row.State, row.IsMine, (row.IsMine ? $"You to {row.With}" : $"{row.With} to you") + OfItsDay(row.Promise));

    /// <summary>What kind of word it is.</summary>
    public static string Of(CoachingPromiseKind kind) => kind switch
    {
        CoachingPromiseKind.AnswerDispute => "Answer to a dispute",
        CoachingPromiseKind.BeThere => "Being there for a session",
        _ => "Promised in a session",
    };

    /// <summary>A row of a manager's ledger; of a colleague's, only its kind is told.</summary>
    public static string Title(ManagerPromiseRow row) => (row.Kind, row.Rep) switch
    {
        (CoachingPromiseKind.AnswerDispute, { } rep) => $"Answer the dispute of {rep}",
        (CoachingPromiseKind.BeThere, { } rep) => $"Session with {rep}",
        (CoachingPromiseKind.Agreed, { } rep) => $"{row.Text} (to {rep})",
        _ => "To a colleague",
    };

    /// <summary>Where it can be read; null for a colleague's.</summary>
    public static string? UrlOf(ManagerPromiseRow row) => row.RepId is null ? null : row.Kind switch
    {
        CoachingPromiseKind.AnswerDispute => $"/disputes/{row.Id}",
        CoachingPromiseKind.BeThere => $"/coaching/{row.SessionId}",
        _ => $"/coaching/promises/{row.Id}",
    };

    /// <summary>Where a rep's next session stands.</summary>
    public static (string Words, string Tone) State(CoachedRep rep, Viewer viewer) => rep.Next switch
    {
        null when rep.Last is null => ("no session yet", ""),
        null => ("none planned", "warn"),
        { } next when viewer.DayOf(next.PlannedAt) < viewer.Today => ("not held yet", "bad"),
        { } next when viewer.DayOf(next.PlannedAt) == viewer.Today => ("today", "warn"),
        { WordsAt: null } => ("waiting for their words", ""),
        _ => ("words written", "good"),
    };

    /// <summary>What can still be done about an agreed promise, said on its row.</summary>
    public static (string Words, string Tone) Due(CoachingPromise promise, PromiseState state, DateOnly today) =>
        state != PromiseState.Open ? ("", "")
        : promise.DueDay < today ? ("Overdue, was due", "bad")
        : promise.DueDay == today ? ("Due", "warn") : ("Due", "");

    private static string OfItsDay(CoachingPromise promise)
    {
        var moved = promise.Renegotiations switch { 0 => "", 1 => " · moved in time", var times => $" · moved in time {times} times" };
        return promise.AskedDay is null ? moved : $"{moved} · another day asked for";
    }
}
