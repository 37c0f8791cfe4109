using TrustCoach.Domain.Practice;
using TrustCoach.Domain.Scoring;

namespace TrustCoach.Domain.Goals;

/// <summary>Where a goal stands. Whether it has ended, and how, is read from its days and from what was counted.</summary>
public enum GoalState : short
{
    /// <summary>A manager proposed it; the rep has not answered.</summary>
    Proposed = 1,

    /// <summary>The rep agreed: it runs to its last day.</summary>
    Agreed = 2,

    /// <summary>The rep asked for another.</summary>
    Declined = 3,

    /// <summary>The proposal was taken back before the rep answered.</summary>
    Withdrawn = 4,

    /// <summary>The rep gave it up on the way.</summary>
    GivenUp = 5,
}

/// <summary>What may be said of a goal whose days are over.</summary>
public enum GoalOutcome
{
    Reached,
    NotReached,

    /// <summary>Too little happened to say either.</summary>
    TooFew,
}

/// <summary>Who aims at a goal, and who proposes it: a manager of theirs or the rep.</summary>
public sealed record GoalOf(Guid OrganizationId, Guid Id, Guid RepId, Guid ProposedBy);

/// <summary>What a goal aims at: so many of so many, within so many weeks.</summary>
/// <param name="Behaviour">What is counted. There is none for trust and none for a score: those follow.</param>
/// <param name="Done">How often it is to be done, of <paramref name="Of"/>.</param>
/// <param name="Weeks">One of <see cref="Goal.Lengths"/>.</param>
/// <param name="Why">Why this one, in the words of who proposes it.</param>
public sealed record GoalTarget(Habit? Behaviour, int? Done, int? Of, int? Weeks, string? Why = null);

/// <summary>
/// Something a rep means to do more often, agreed between rep and manager: a behaviour of one trait, a count and a period. It keeps
/// no progress: what was done is counted from the record each time it is read.
/// </summary>
public sealed class Goal : IInOrganization
{
    public const int WordsMaxLength = 500;

    /// <summary>So many of one rep run or wait for an answer at a time.</summary>
    public const int MostAtATime = 3;

    /// <summary>Of fewer nothing could be said.</summary>
    public const int LeastOf = 3;

    public const int MostOf = 100;

    /// <summary>A goal is prolonged to at most so many weeks.</summary>
    public const int LongestWeeks = 26;

    /// <summary>Days after its last in which it can still be prolonged.</summary>
    public const int ProlongWithinDays = 28;

    private Goal() { }

    /// <summary>Weeks to choose from.</summary>
    public static IReadOnlyList<int> Lengths { get; } = [2, 4, 8, 13];

    /// <summary>Weeks to choose from when it is prolonged.</summary>
    public static IReadOnlyList<int> MoreWeeks { get; } = [2, 4];

    public Guid OrganizationId { get; private set; }

    public Guid Id { get; private set; }

    public Guid RepId { get; private set; }

    public Guid ProposedBy { get; private set; }

    public DateTimeOffset ProposedAt { get; private set; }

    public Habit Behaviour { get; private set; }

    /// <summary>How often it is to be done, of <see cref="Of"/>.</summary>
    public int Done { get; private set; }

    public int Of { get; private set; }

    /// <summary>How long it runs, with what it was prolonged by.</summary>
    public int Weeks { get; private set; }

    /// <summary>Weeks it was prolonged by; 0 for most.</summary>
    public int MoreBy { get; private set; }

    public string? Why { get; private set; }

    public GoalState State { get; private set; } = GoalState.Proposed;

    /// <summary>The organization's day on which the rep agreed; its first.</summary>
    public DateOnly? StartsOn { get; private set; }

    /// <summary>The organization's day on which it was declined, taken back or given up.</summary>
    public DateOnly? ClosedOn { get; private set; }

    /// <summary>Why the rep declined it or gave it up, or what they would rather aim at.</summary>
    public string? Reason { get; private set; }

    /// <summary>What the rep makes of it afterwards.</summary>
    public string? Reflection { get; private set; }

    /// <summary>Counts the changes; one based on an older count is refused.</summary>
    public int Version { get; private set; } = 1;

    public Trait Trait => Habits.Of(Behaviour).Trait;

    /// <summary>Its last day; null before the rep agreed.</summary>
    public DateOnly? EndsOn => StartsOn?.AddDays((7 * Weeks) - 1);

    public bool IsOwn => ProposedBy == RepId;

    /// <summary>Proposes it; the rep's own runs at once.</summary>
    /// <param name="today">The organization's day.</param>
    public static Result<Goal> Propose(GoalOf of, GoalTarget target, DateTimeOffset now, DateOnly today)
    {
        if (target.Behaviour is not { } behaviour || !Enum.IsDefined(behaviour))
            return new Problem(nameof(Behaviour), "Pick what is to be done. There is no goal on trust or on a score: trust follows, nobody can aim at it.");
        if (target.Of is not { } all || all < LeastOf || all > MostOf)
            return new Problem(nameof(Of), $"Of how many? From {LeastOf} to {MostOf}: of fewer nothing could be said.");
        if (target.Done is not { } done || done < 1 || done > all)
            return new Problem(nameof(Done), $"How many of them? From 1 to {all}.");
        if (target.Weeks is not { } weeks || !Lengths.Contains(weeks))
            return new Problem(nameof(Weeks), "Pick one of the periods.");
        var why = TypedText.Clean(target.Why);
        if (why?.Length > WordsMaxLength)
            return new Problem(nameof(Why), $"Keep it to {WordsMaxLength} characters.");
        var goal = new Goal
        {
            OrganizationId = of.OrganizationId,
            Id = of.Id,
            RepId = of.RepId,
            ProposedBy = of.ProposedBy,
            ProposedAt = now.ToUniversalTime(),
            Behaviour = behaviour,
            Done = done,
            Of = all,
            Weeks = weeks,
            Why = why,
        };
        if (goal.IsOwn)
            (goal.State, goal.StartsOn) = (GoalState.Agreed, today);
        return goal;
    }

    public bool Runs(DateOnly today) => State == GoalState.Agreed && today <= EndsOn;

    public bool HasEnded(DateOnly today) => State == GoalState.Agreed && today > EndsOn;

    /// <summary>It takes one of the <see cref="MostAtATime"/> places.</summary>
    public bool IsLive(DateOnly today) => State == GoalState.Proposed || Runs(today);

    /// <summary>What the rep thinks of it can be written once it is over, either way.</summary>
    public bool MayReflect(DateOnly today) => HasEnded(today) || State == GoalState.GivenUp;

    /// <summary>How many weeks more may still be chosen.</summary>
    public IEnumerable<int> MayProlongBy(DateOnly today) => State == GoalState.Agreed && today <= EndsOn?.AddDays(ProlongWithinDays)
        ? MoreWeeks.Where(more => Weeks + more <= LongestWeeks) : [];

    /// <summary>The days that count so far; null before the rep agreed.</summary>
    public DaySpan? During(DateOnly today)
    {
        if (StartsOn is not { } first || EndsOn is not { } end)
            return null;
        var last = ClosedOn ?? end;
        return new(first, last < today ? last : today);
    }

    /// <summary>As many days before it began.</summary>
    public DaySpan? Before => StartsOn is { } first ? new(first.AddDays(-7 * Weeks), first.AddDays(-1)) : null;

    /// <summary>Its weeks, from the first, as far as they have begun.</summary>
    public IEnumerable<DaySpan> Course(DateOnly today)
    {
        if (During(today) is not { } during)
            yield break;
        for (var from = during.From; from <= during.To; from = from.AddDays(7))
            yield return new(from, from.AddDays(6) < during.To ? from.AddDays(6) : during.To);
    }

    /// <summary>
    /// What a count says against the goal: reached when it was done as often as meant, and in no smaller share; too few while what is
    /// missing could still have reached it.
    /// </summary>
    public GoalOutcome Judge(HabitCount counted)
    {
        if (counted.Done >= Done && (long)counted.Done * Of >= (long)Done * counted.Of)
            return GoalOutcome.Reached;
        return counted.Of < Of && counted.Of - counted.Done <= Of - Done ? GoalOutcome.TooFew : GoalOutcome.NotReached;
    }

    /// <summary>The rep agrees: it runs from today.</summary>
    public Problem? Agree(int version, DateOnly today)
    {
        if (NotProposed(version) is { } refused)
            return refused;
        (State, StartsOn, Version) = (GoalState.Agreed, today, Version + 1);
        return null;
    }

    /// <summary>The rep asks for another.</summary>
    public Problem? Decline(string? words, int version, DateOnly today)
    {
        if (NotProposed(version) is { } refused)
            return refused;
        if (TypedText.Need(words, nameof(Reason), WordsMaxLength, "Say what you would rather aim at, or why not this one.").Refused(out var problem, out var reason))
            return problem;
        (State, Reason, ClosedOn, Version) = (GoalState.Declined, reason, today, Version + 1);
        return null;
    }

    /// <summary>Takes a proposal back.</summary>
    public Problem? Withdraw(int version, DateOnly today)
    {
        if (NotProposed(version) is { } refused)
            return refused;
        (State, ClosedOn, Version) = (GoalState.Withdrawn, today, Version + 1);
        return null;
    }

    /// <summary>The rep gives it up, with a reason; what was counted stays.</summary>
    public Problem? GiveUp(string? words, int version, DateOnly today)
    {
        if (!Runs(today))
            return new Problem("", "It does not run any more: there is nothing to give up.");
        if (Changed(version) is { } changed)
            return changed;
        if (TypedText.Need(words, nameof(Reason), WordsMaxLength, "Say why, in a few words.").Refused(out var problem, out var reason))
            return problem;
        (State, Reason, ClosedOn, Version) = (GoalState.GivenUp, reason, today, Version + 1);
        return null;
    }

    /// <summary>The rep takes more time.</summary>
    /// <param name="weeks">One of <see cref="MoreWeeks"/>.</param>
    public Problem? Prolong(int? weeks, int version, DateOnly today)
    {
        if (Changed(version) is { } changed)
            return changed;
        if (weeks is not { } more || !MoreWeeks.Contains(more))
            return new Problem(nameof(Weeks), "Pick how many weeks more.");
        if (!MayProlongBy(today).Contains(more))
            return new Problem(nameof(Weeks), "It cannot be prolonged that far. Set a new goal: then before and after can be told apart.");
        (Weeks, MoreBy, Version) = (Weeks + more, MoreBy + more, Version + 1);
        return null;
    }

    /// <summary>The rep says what they make of it; the manager reads it.</summary>
    public Problem? Reflect(string? words, int version, DateOnly today)
    {
        if (!MayReflect(today))
            return new Problem(nameof(Reflection), "It still runs. Write this when it is over.");
        if (Changed(version) is { } changed)
            return changed with { Field = nameof(Reflection) };
        if (TypedText.Need(words, nameof(Reflection), WordsMaxLength, "Write a sentence or two.").Refused(out var problem, out var text))
            return problem;
        (Reflection, Version) = (text, Version + 1);
        return null;
    }

    private Problem? NotProposed(int version) =>
        State != GoalState.Proposed ? new Problem("", "This proposal was answered or taken back meanwhile. What became of it stands here.") : Changed(version);

    private Problem? Changed(int version) =>
        version == Version ? null : new Problem("", "This goal was changed meanwhile. What you wrote is kept below: compare, then save again.");
}
