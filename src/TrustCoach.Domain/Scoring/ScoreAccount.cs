namespace TrustCoach.Domain.Scoring;

/// <summary>What a line of the account tells.</summary>
public enum AccountKind
{
    Event,

    /// <summary>What faded between two dates because nothing renewed it.</summary>
    Fading,

    /// <summary>What a lie's ceiling holds back of trust, or lets go.</summary>
    Ceiling,

    /// <summary>Everything between the start and the lines shown one by one.</summary>
    Earlier,

    /// <summary>Everything after the lines shown one by one.</summary>
    Later,

    /// <summary>The allowance both scores began with; where <see cref="StartPart"/>s stand beside it, that of a cold call at the team's reputation.</summary>
    Start,

    /// <summary>What the opening adds to the start or takes off it.</summary>
    Opening,

    /// <summary>What the rep's reputation in the other relationships adds to the start or takes off it.</summary>
    Reputation,
}

/// <summary>One line of the account of both scores, rounded for the eye.</summary>
/// <param name="From">First day number it is about; null for the start.</param>
/// <param name="To">Last day number; null for the start.</param>
/// <param name="EvidenceId">The event, or the lie that holds the ceiling.</param>
/// <param name="Events">How many events it sums up.</param>
/// <param name="Credibility">Points of credibility, one decimal.</param>
/// <param name="Trust">Points of trust, one decimal.</param>
public sealed record AccountLine(AccountKind Kind, int? From, int? To, Guid? EvidenceId, int Events, double Credibility, double Trust);

/// <summary>A part of the start, points of both scores.</summary>
public readonly record struct StartPart(AccountKind Kind, double Credibility, double Trust)
{
    /// <summary>The start taken apart: a cold call at the team's reputation, the opening, the rep's reputation elsewhere. They add up to it.</summary>
    /// <param name="rho">The rep's reputation in the other relationships, 0 to 1.</param>
    public static IReadOnlyList<StartPart> Of(Opening opening, double rho, ScoringRules rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        var (shift, team) = (rules.Climate.Shift(opening), rules.Reputation.Team);
        StartPart At(AccountKind kind, double reputation, double climate) => new(kind,
            100 * ScoreReader.Start(rules.Credibility, reputation, climate), 100 * ScoreReader.Start(rules.Trust, reputation, climate));
        StartPart[] steps = [At(AccountKind.Start, team, 0), At(AccountKind.Opening, team, shift), At(AccountKind.Reputation, rho, shift)];
        return [.. steps.Select((step, i) => i == 0 ? step : step with
        {
            Credibility = step.Credibility - steps[i - 1].Credibility,
            Trust = step.Trust - steps[i - 1].Trust,
        })];
    }
}

/// <summary>
/// Both chronicles as one account that can be read: newest first, a month's fading in one line, what lies far back summed up.
/// Each column adds up to the score it explains, as rounded.
/// </summary>
public static class ScoreAccount
{
    /// <param name="most">How many events are shown one by one.</param>
    /// <param name="skip">How many of the newest are summed up instead.</param>
    /// <param name="start">The parts the start is shown in; one line without.</param>
    public static IReadOnlyList<AccountLine> Of(
        IReadOnlyList<ChronicleLine> credibility, IReadOnlyList<ChronicleLine> trust, Reading reading, int most, int skip = 0,
        IReadOnlyList<StartPart>? start = null)
    {
        ArgumentNullException.ThrowIfNull(reading);
        var steps = Steps(credibility, trust);
        var events = steps.FindAll(s => s.Kind == AccountKind.Event);
        var firstShown = events.Count - skip > most ? steps.IndexOf(events[^(skip + most)]) : 1;
        var firstLater = skip > 0 && skip < events.Count ? steps.IndexOf(events[^skip]) : steps.Count;
        var lines = start is null ? [steps[0]] : start.Select(p => steps[0] with { Kind = p.Kind, Credibility = p.Credibility, Trust = p.Trust }).ToList();
        if (firstShown > 1)
            lines.Add(Sum(AccountKind.Earlier, steps[1..firstShown]));
        // Fading is booked on the day of the next event; by months it reads as what it is: time passing.
        foreach (var month in steps[firstShown..firstLater].GroupBy(s => Month(s.To!.Value)))
        {
            lines.AddRange(month.Where(s => s.Kind != AccountKind.Fading));
            var fading = month.Where(s => s.Kind == AccountKind.Fading).ToList();
            if (fading.Count > 0)
                lines.Add(Sum(AccountKind.Fading, fading));
        }

        if (firstLater < steps.Count)
            lines.Add(Sum(AccountKind.Later, steps[firstLater..]));
        lines.Reverse();
        var parts = start?.Count ?? 1;
        var shownC = RoundedParts.WithFixedEnd(lines.ConvertAll(l => l.Credibility), parts, reading.Credibility);
        var shownT = RoundedParts.WithFixedEnd(lines.ConvertAll(l => l.Trust), parts, reading.Trust);
        return [.. lines.Select((line, i) => line with { Credibility = shownC[i], Trust = shownT[i] })];
    }

    private static List<AccountLine> Steps(IReadOnlyList<ChronicleLine> credibility, IReadOnlyList<ChronicleLine> trust)
    {
        // The same lines in the same order, but for the ceiling, which credibility does not know.
        var next = 0;
        var steps = new List<AccountLine>(trust.Count);
        int? before = null;
        foreach (var line in trust)
        {
            var kind = line.Kind switch
            {
                ChronicleKind.Start => AccountKind.Start,
                ChronicleKind.Fading => AccountKind.Fading,
                ChronicleKind.Ceiling => AccountKind.Ceiling,
                _ => AccountKind.Event,
            };
            var ofCredibility = kind == AccountKind.Ceiling ? 0 : credibility[next++].Points;
            steps.Add(new(kind, kind == AccountKind.Fading ? before : line.Day, line.Day, line.EvidenceId, kind == AccountKind.Event ? 1 : 0, ofCredibility, line.Points));
            before = line.Day ?? before;
        }

        return steps;
    }

    private static AccountLine Sum(AccountKind kind, IReadOnlyList<AccountLine> steps) => new(
        kind, steps.Min(s => s.From), steps.Max(s => s.To), null, steps.Sum(s => s.Events), steps.Sum(s => s.Credibility), steps.Sum(s => s.Trust));

    private static int Month(int day)
    {
        var date = DateOnly.FromDayNumber(day);
        return (date.Year * 12) + date.Month;
    }
}
