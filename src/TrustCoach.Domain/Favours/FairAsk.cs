using TrustCoach.Domain.Scoring;

namespace TrustCoach.Domain.Favours;

/// <summary>What a year of give and take calls for.</summary>
public enum WhoseTurn
{
    /// <summary>Too little has gone back and forth.</summary>
    TooEarly = 1,

    /// <summary>We keep everything, they keep nothing: ask for one small thing with a date.</summary>
    AskSmall,

    /// <summary>We give more: ask for the next rung.</summary>
    AskNext,

    /// <summary>Even: a next step may be asked for.</summary>
    Even,

    /// <summary>It is we who owe: give, or keep, before anything is asked.</summary>
    GiveFirst,
}

/// <summary>
/// Whose turn it is, and what would be fair to ask. Rules in this order, over the twelve months: fewer than <see cref="Enough"/> promises
/// closed and a balance that is too early say nothing; a customer who keeps at most a third of at least <see cref="Few"/> promises while
/// we keep nine in ten is asked for one small thing; a balance of a cheater, or a kept share under theirs by a quarter, says give first; a
/// balance of an altruist asks for the next rung; all else is even. The numbers are judgement. It moves no score.
/// </summary>
/// <param name="Reason">The counts behind it, in a sentence.</param>
/// <param name="Rung">The rung to ask for; null when nothing is.</param>
public sealed record FairAsk(WhoseTurn Turn, string Reason, Commitment? Rung)
{
    /// <summary>Promises closed on both sides together before they say something.</summary>
    public const int Enough = 3;

    /// <summary>Promises of theirs before "they keep nothing" can be said.</summary>
    public const int Few = 2;

    private const double KeepsNearlyAll = 0.9;
    private const double KeepsNearlyNothing = 1 / 3.0;
    private const double MuchLess = 0.25;

    public bool Asks => Turn is WhoseTurn.AskSmall or WhoseTurn.AskNext or WhoseTurn.Even;

    /// <param name="own">True when the reader is the rep, false for who coaches the rep.</param>
    public static FairAsk Of(YearOfFavours year, Exchange balance, CommitmentLadder ladder, bool own)
    {
        ArgumentNullException.ThrowIfNull(year);
        ArgumentNullException.ThrowIfNull(ladder);
        var (ours, theirs, us) = (year.Ours, year.Theirs, own ? "You" : "The rep");
        var counts = $"{us} kept {Kept(ours)} and gave {ours.Gestures}; they kept {Kept(theirs)} and gave {theirs.Gestures}.";
        if (balance == Exchange.TooEarly && ours.Closed + theirs.Closed < Enough)
            return new(WhoseTurn.TooEarly, counts, null);
        if (theirs.Closed >= Few && Share(theirs) <= KeepsNearlyNothing && ours.Closed >= Few && Share(ours) >= KeepsNearlyAll)
            return new(WhoseTurn.AskSmall, counts, Commitment.Time);
        if (balance == Exchange.Cheater || (ours.Closed >= Few && theirs.Closed >= Few && Share(ours) + MuchLess <= Share(theirs)))
            return new(WhoseTurn.GiveFirst, counts, null);
        return new(balance == Exchange.Altruist ? WhoseTurn.AskNext : WhoseTurn.Even, counts, ladder.Next ?? Commitment.Referral);
    }

    /// <summary>Whose turn it is, in a sentence.</summary>
    /// <param name="own">True when the reader is the rep, false for who coaches the rep.</param>
    public string Verdict(bool own) => (Turn, own) switch
    {
        (WhoseTurn.TooEarly, _) => "Too early to say whose turn it is.",
        (WhoseTurn.AskSmall, true) => "You keep everything, they keep nothing: here is a fair ask.",
        (WhoseTurn.AskSmall, false) => "The rep keeps everything, they keep nothing: here is a fair ask.",
        (WhoseTurn.AskNext, true) => "You give more than comes back: here is a fair ask.",
        (WhoseTurn.AskNext, false) => "The rep gives more than comes back: here is a fair ask.",
        (WhoseTurn.GiveFirst, true) => "It is your turn: give, or keep what is open, before you ask.",
        (WhoseTurn.GiveFirst, false) => "It is the rep's turn to give, before anything is asked.",
        _ => "Give and take are even. If you ask, this would be the next step.",
    };

    /// <summary>What to ask for, in words; null when nothing is to be asked.</summary>
    public string? Words => (Turn, Rung) switch
    {
        (_, null) => null,
        (WhoseTurn.AskSmall, _) => "One small thing with a date they name themselves, such as half an hour of their time. Whether they keep it tells you more than another promise.",
        (_, Commitment.Time) => "Half an hour of theirs, on a date they name, for something you have prepared.",
        (_, Commitment.Access) => "An introduction to one colleague who would work with it.",
        (_, Commitment.Data) => "The figures an offer should rest on, such as those of last quarter.",
        (_, Commitment.Money) => "A small first order, or a trial that is paid.",
        _ => "One name: somebody who would be glad to hear from you, and may hear from whom you have it.",
    };

    private static double Share(SideTally side) => (double)side.Kept / side.Closed;

    private static string Kept(SideTally side) => side.Closed == 0 ? "no promise" : $"{side.Kept} of {side.Closed} {(side.Closed == 1 ? "promise" : "promises")}";
}
