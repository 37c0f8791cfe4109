namespace TrustCoach.Domain.Scoring;

/// <summary>What a line of the chronicle books. The numbers are stable.</summary>
public enum ChronicleKind : short
{
    /// <summary>Where the score started.</summary>
    Start = 1,

    /// <summary>Time passing since the day before in the chronicle.</summary>
    Fading = 2,

    /// <summary>An event.</summary>
    Event = 3,

    /// <summary>The ceiling holding trust down, or letting go; booked on the lie that holds it.</summary>
    Ceiling = 4,
}

/// <summary>One line of a chronicle.</summary>
/// <param name="Day">Day number; null for the start.</param>
/// <param name="EvidenceId">The event, or the binding lie; null for start and fading.</param>
/// <param name="Points">What it adds to the score; may be negative.</param>
public readonly record struct ChronicleLine(ChronicleKind Kind, int? Day, Guid? EvidenceId, double Points);

/// <summary>A score taken apart without remainder (scoring.md 4.4): the lines add up to the score shown.</summary>
public static class Chronicle
{
    /// <summary>The lines of one score in order of day and id, up to a day.</summary>
    /// <param name="rho">The rep's reputation in the other relationships, 0 to 1.</param>
    /// <param name="split">A day at whose end fading is booked too, so that the lines after it add up to the change since then.</param>
    public static IReadOnlyList<ChronicleLine> Of(
        ReadOnlySpan<Evidence> evidence, Opening opening, double rho, int day, ScoringRules rules, ScoreKind kind, int? split = null)
    {
        ArgumentNullException.ThrowIfNull(rules);
        var all = Weighed.All(evidence, day, rules);
        var book = new ChronicleBook(opening, rho, rules, kind, ClosedForm.DayCaps(all, rules));
        for (int first = 0, next; first < all.Count; first = next)
        {
            var today = all[first].Day;
            for (next = first + 1; next < all.Count && all[next].Day == today; next++)
            {
            }

            if (split is { } then && then < today)
            {
                book.Day(then, []);
                split = null;
            }

            book.Day(today, all.GetRange(first, next - first));
        }

        if (split is { } last && last < day)
            book.Day(last, []);
        book.Day(day, []);
        return book.Lines;
    }
}
