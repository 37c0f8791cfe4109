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

    /// <summary>The allowance both scores began with.</summary>
    Start,
}

/// <summary>One line of the account of both scores, rounded for the eye.</summary>
/// <param name="From">First day number it is about; null for the start.</param>
/// <param name="To">Last day number; null for the start.</param>
/// <param name="EvidenceId">The event, or the lie that holds the ceiling.</param>
/// <param name="Events">How many events it sums up.</param>
/// <param name="Credibility">Points of credibility, one decimal.</param>
/// <param name="Trust">Points of trust, one decimal.</param>
public sealed record AccountLine(AccountKind Kind, int? From, int? To, Guid? EvidenceId, int Events, double Credibility, double Trust);

/// <summary>
/// Both chronicles as one account that can be read: newest first, a month's fading in one line, what lies far back summed up.
/// Each column adds up to the score it explains, as rounded.
/// </summary>
public static class ScoreAccount
{
    /// <param name="most">How many events are shown one by one.</param>
    public static IReadOnlyList<AccountLine> Of(
        IReadOnlyList<ChronicleLine> credibility, IReadOnlyList<ChronicleLine> trust, Reading reading, int most)
    {
        ArgumentNullException.ThrowIfNull(reading);
        var steps = Steps(credibility, trust);
        var events = steps.FindAll(s => s.Kind == AccountKind.Event);
        var firstShown = events.Count > most ? steps.IndexOf(events[^most]) : 1;
        var lines = new List<AccountLine> { steps[0] };
        if (firstShown > 1)
            lines.Add(Sum(AccountKind.Earlier, steps[1..firstShown]));
        // Fading is booked on the day of the next event; by months it reads as what it is: time passing.
        foreach (var month in steps[firstShown..].GroupBy(s => Month(s.To!.Value)))
        {
            lines.AddRange(month.Where(s => s.Kind != AccountKind.Fading));
            var fading = month.Where(s => s.Kind == AccountKind.Fading).ToList();
            if (fading.Count > 0)
                lines.Add(Sum(AccountKind.Fading, fading));
        }

        lines.Reverse();
        var shownC = RoundedParts.Of(lines.ConvertAll(l => l.Credibility), reading.Credibility);
        var shownT = RoundedParts.Of(lines.ConvertAll(l => l.Trust), reading.Trust);
        return [.. lines.Select((line, i) => line with { Credibility = shownC[i], Trust = shownT[i] })];
    }

    private static List<AccountLine> Steps(IReadOnlyList<ChronicleLine> credibility, IReadOnlyList<ChronicleLine> trust)
    {
        var points = credibility.ToDictionary(l => (l.Kind, l.Day, l.EvidenceId), l => l.Points);
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
            var ofCredibility = points.GetValueOrDefault((line.Kind, line.Day, line.EvidenceId));
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
