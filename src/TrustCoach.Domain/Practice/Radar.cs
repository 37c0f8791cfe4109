using System.Globalization;

namespace TrustCoach.Domain.Practice;

/// <summary>A close call as the radar counts it.</summary>
/// <param name="Customer">With whom; null when it was with nobody in particular.</param>
public sealed record CountedCall(CloseCallKind Kind, DateOnly Day, string? Customer = null);

/// <summary>What repeated close calls amount to.</summary>
public enum RadarState
{
    /// <summary>None, or one: nothing repeats.</summary>
    Quiet,

    /// <summary>Two of one kind.</summary>
    Watch,

    /// <summary>Three or more of one kind.</summary>
    Pattern,
}

/// <summary>One kind of close call within the window.</summary>
/// <param name="Count">Within the window.</param>
/// <param name="Sentence">What stands on the radar.</param>
/// <param name="Broken">Breakers of the kind within the same window.</param>
/// <param name="Weeks">Close calls in each of the eight weeks, the oldest first.</param>
public sealed record RadarLine(CloseCallFacts Facts, int Count, RadarState State, string Sentence, int Broken, IReadOnlyList<int> Weeks);

/// <summary>
/// Shows a pattern before it becomes a breaker, by one written rule: three close calls of one kind within <see cref="Window"/> days are a
/// pattern, two are to be watched. Counted, not weighed.
/// </summary>
/// <param name="Lines">One for each kind, in the order of <see cref="CloseCalls.All"/>.</param>
/// <param name="Mondays">The eight weeks, the oldest first.</param>
public sealed record Radar(IReadOnlyList<RadarLine> Lines, IReadOnlyList<DateOnly> Mondays)
{
    /// <summary>Days that are looked at, today included.</summary>
    public const int Window = 30;

    public const int Weeks = 8;

    public const int WatchFrom = 2;

    public const int PatternFrom = 3;

    /// <summary>What repeats, patterns first and the most frequent before.</summary>
    public IReadOnlyList<RadarLine> Repeating => [.. Lines.Where(line => line.State != RadarState.Quiet).OrderByDescending(line => line.Count)];

    /// <summary>The first day of the window.</summary>
    public static DateOnly From(DateOnly today) => today.AddDays(1 - Window);

    /// <param name="calls">Of one person.</param>
    /// <param name="broken">Breakers of each kind that the person has within the window.</param>
    /// <param name="today">The organization's day.</param>
    public static Radar Of(IReadOnlyCollection<CountedCall> calls, IReadOnlyDictionary<CloseCallKind, int> broken, DateOnly today)
    {
        var monday = Days.WeekOf(today);
        var mondays = Enumerable.Range(1 - Weeks, Weeks).Select(week => monday.AddDays(7 * week)).ToList();
        return new([.. CloseCalls.All.Select(facts => Line(facts, [.. calls.Where(c => c.Kind == facts.Kind)], broken.GetValueOrDefault(facts.Kind), mondays, today))], mondays);
    }

    private static RadarLine Line(CloseCallFacts facts, List<CountedCall> calls, int broken, List<DateOnly> mondays, DateOnly today)
    {
        var within = calls.FindAll(c => c.Day >= From(today) && c.Day <= today);
        var state = within.Count >= PatternFrom ? RadarState.Pattern : within.Count >= WatchFrom ? RadarState.Watch : RadarState.Quiet;
        return new(facts, within.Count, state, Sentence(facts, within, broken), broken,
            mondays.ConvertAll(week => calls.Count(c => Days.WeekOf(c.Day) == week)));
    }

    private static string Sentence(CloseCallFacts facts, List<CountedCall> within, int broken)
    {
        if (within.Count == 0)
            return $"No close call with {facts.With} in {Window} days.";
        var most = within.Where(c => c.Customer is not null).GroupBy(c => c.Customer!)
            .OrderByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal).FirstOrDefault();
        var with = most is null || most.Count() < 2 ? ""
            : most.Count() == within.Count ? $", all with {most.Key}" : $", {Number(most.Count())} with {most.Key}";
        var events = char.ToUpperInvariant(facts.Events[0]) + facts.Events[1..];
        var count = Number(within.Count);
        return $"{char.ToUpperInvariant(count[0])}{count[1..]} close {(within.Count == 1 ? "call" : "calls")} with {facts.With} in {Window} days{with}. {events}: {(broken == 0 ? "none yet" : Number(broken))}.";
    }

    private static readonly string[] Words = ["none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

    private static string Number(int number) => number < Words.Length ? Words[number] : number.ToString(CultureInfo.InvariantCulture);
}
