using TrustCoach.Domain.Promises;
using TrustCoach.Services.Promises;
using TrustCoach.Web.Infrastructure;

namespace TrustCoach.Web.Pages.Promises;

/// <summary>The sentences the promise pages share.</summary>
public static class PromiseWords
{
    private const int FlashLength = 60;

    /// <summary>"46 of 49 kept in 90 days, 2 late, 7 still open": what is open says nothing yet and stands apart.</summary>
    public static string Of(KeptRatio ratio)
    {
        var judged = ratio.Judged == 0 ? $"none closed in {ratio.Days} days" : $"{ratio.Kept} of {ratio.Judged} kept in {ratio.Days} days";
        return judged + (ratio.KeptLate > 0 ? $", {ratio.KeptLate} late" : "") + (ratio.Pending > 0 ? $", {ratio.Pending} still open" : "");
    }

    /// <summary>The same words where they stand alone.</summary>
    public static string Capital(string words) => char.ToUpperInvariant(words[0]) + words[1..];

    /// <summary>Where a row stands by the clock: one past its grace is not open, whether or not a job has booked it.</summary>
    public static PromiseState StateOf(PromiseRow closed) => closed.State != PromiseState.Open ? closed.State
        : closed.WaitsOnCondition ? PromiseState.Lapsed : PromiseState.Broken;

    /// <summary>What was done, for the message after it.</summary>
    public static string Done(PromiseTurned turned)
    {
        var done = (turned.State, turned.Already) switch
        {
            (PromiseState.Kept, false) => "Kept",
            (PromiseState.Kept, true) => "Already kept",
            (PromiseState.KeptLate, false) => "Kept, late",
            (PromiseState.KeptLate, true) => "Already kept, late",
            (PromiseState.Broken, false) => "Given up",
            (PromiseState.Broken, true) => "Already broken",
            (PromiseState.Lapsed, false) => "Lapsed; it weighs nothing",
            (PromiseState.Lapsed, true) => "Already lapsed",
            (PromiseState.Voided, false) => "Withdrawn",
            (PromiseState.Voided, true) => "Already withdrawn",
            (_, true) => "Nothing changed",
            _ => "Saved",
        };
        return $"{done}: {Shortened(turned.Text)}";
    }

    /// <summary>A text short enough for one line of a message.</summary>
    public static string Shortened(string text) => text.Length <= FlashLength ? text : string.Concat(text.AsSpan(0, FlashLength - 1).TrimEnd(), "…");

    /// <summary>Under which heading of the list an open promise stands.</summary>
    public static string Section(Viewer viewer, PromiseRow row)
    {
        var away = viewer.DayOf(row.DueAt).DayNumber - viewer.Today.DayNumber;
        return row.DueAt < viewer.Now ? "Overdue" : away == 0 ? "Today" : away <= 7 ? "Next 7 days" : "Later";
    }

    /// <summary>The words of a turn in a promise's story.</summary>
    public static string Of(PromiseTurnKind kind) => kind switch
    {
        PromiseTurnKind.Kept => "Kept",
        PromiseTurnKind.Exceeded => "Kept, and more than that",
        PromiseTurnKind.KeptLate => "Kept late",
        PromiseTurnKind.Broken => "Given up",
        PromiseTurnKind.BrokenByClock => "Broken: the grace after the due day was over",
        PromiseTurnKind.Renegotiated => "Renegotiated in time, they agreed",
        PromiseTurnKind.RenegotiatedLate => "Date moved, too late for a renegotiation or without their agreement",
        PromiseTurnKind.Excused => "Closed by the answer to a dispute: nobody is held to it",
        _ => "Lapsed: its condition did not come true",
    };

    /// <summary>The sign drawn beside a turn.</summary>
    public static string SignOf(PromiseTurnKind kind) => kind switch
    {
        PromiseTurnKind.Kept => "PromiseKept",
        PromiseTurnKind.Exceeded => "PromiseExceeded",
        PromiseTurnKind.KeptLate or PromiseTurnKind.RenegotiatedLate => "PromiseLate",
        PromiseTurnKind.Broken or PromiseTurnKind.BrokenByClock => "PromiseBroken",
        PromiseTurnKind.Renegotiated => "PromiseRenegotiated",
        _ => "Lapsed",
    };
}
