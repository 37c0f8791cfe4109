namespace TrustCoach.Domain.Scoring;

/// <summary>One kept or missed outcome with the day it counts on, as a day number.</summary>
public readonly record struct RecentOutcome(int Day, bool Missed)
{
    /// <summary>The outcome of a ledger row; null for a row that is none: held or voided, a renegotiation, a repair.</summary>
    public static RecentOutcome? Of(LedgerEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return entry.Status == LedgerStatus.Counted && (entry.KeptUnits > 0 || entry.MissedUnits > 0)
            && entry.Kind is not (EvidenceKind.PromiseRenegotiated or EvidenceKind.Apology or EvidenceKind.MakeGood)
            ? new(entry.Day.DayNumber, entry.MissedUnits > 0)
            : null;
    }

    /// <summary>The newest first; of one day's outcomes the missed ones count as newest.</summary>
    internal static int NewestFirst(RecentOutcome one, RecentOutcome other) =>
        one.Day != other.Day ? other.Day.CompareTo(one.Day) : other.Missed.CompareTo(one.Missed);
}
