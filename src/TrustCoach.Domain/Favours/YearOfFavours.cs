using TrustCoach.Domain.Promises;

namespace TrustCoach.Domain.Favours;

/// <summary>What one side did in a stretch of time.</summary>
/// <param name="Gestures">How many gifts without a promise.</param>
/// <param name="Value">What those were worth together, 1 to 3 each.</param>
/// <param name="Kept">Promises kept, late ones included.</param>
/// <param name="Broken">Promises broken, by word or by the clock.</param>
public sealed record SideTally(int Gestures, int Value, int Kept, int Broken)
{
    public static SideTally None { get; } = new(0, 0, 0, 0);

    /// <summary>Promises that came to an end.</summary>
    public int Closed => Kept + Broken;

    /// <summary>What a side has put in: its gestures by their size, a kept promise as one (scoring.md 4.7, before fading).</summary>
    public int Given => Value + Kept;

    internal SideTally With(int? gesture, PromiseState? promise) => this with
    {
        Gestures = Gestures + (gesture is null ? 0 : 1),
        Value = Value + (gesture ?? 0),
        Kept = Kept + (promise is PromiseState.Kept or PromiseState.KeptLate ? 1 : 0),
        Broken = Broken + (promise == PromiseState.Broken ? 1 : 0),
    };

    internal SideTally And(SideTally other) => new(Gestures + other.Gestures, Value + other.Value, Kept + other.Kept, Broken + other.Broken);
}

/// <summary>One calendar month on both sides.</summary>
/// <param name="First">Its first day.</param>
public sealed record MonthOfFavours(DateOnly First, SideTally Ours, SideTally Theirs);

/// <summary>Something that happened between the two: a gesture with its value, or a promise that came to an end.</summary>
/// <param name="Ours">True when we gave or promised.</param>
/// <param name="Gesture">Its value from 1 to 3; null for a promise.</param>
/// <param name="Promise">How it ended; null for a gesture. Lapsed and withdrawn ones count on no side.</param>
public readonly record struct Exchanged(DateOnly Day, bool Ours, int? Gesture, PromiseState? Promise);

/// <summary>Gestures and promises in both directions over twelve calendar months, the one that runs included. Nothing in it fades.</summary>
/// <param name="Months">Twelve, the oldest first.</param>
public sealed record YearOfFavours(IReadOnlyList<MonthOfFavours> Months)
{
    public const int Length = 12;

    public SideTally Ours => Sum(m => m.Ours);

    public SideTally Theirs => Sum(m => m.Theirs);

    /// <summary>Its first day for a reader of <paramref name="today"/>.</summary>
    public static DateOnly FirstDay(DateOnly today) => new DateOnly(today.Year, today.Month, 1).AddMonths(1 - Length);

    /// <param name="all">In any order; what lies outside the year is left out.</param>
    public static YearOfFavours Of(IEnumerable<Exchanged> all, DateOnly today)
    {
        var first = FirstDay(today);
        var (ours, theirs) = (NoMonths(), NoMonths());
        foreach (var one in all)
        {
            var month = ((one.Day.Year - first.Year) * 12) + one.Day.Month - first.Month;
            if (month is < 0 or >= Length)
                continue;
            var side = one.Ours ? ours : theirs;
            side[month] = side[month].With(one.Gesture, one.Promise);
        }

        return new([.. Enumerable.Range(0, Length).Select(i => new MonthOfFavours(first.AddMonths(i), ours[i], theirs[i]))]);
    }

    private static SideTally[] NoMonths() => [.. Enumerable.Repeat(SideTally.None, Length)];

    private SideTally Sum(Func<MonthOfFavours, SideTally> side) => Months.Aggregate(SideTally.None, (sum, month) => sum.And(side(month)));
}
