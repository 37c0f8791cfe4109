namespace TrustCoach.Domain.Scoring;

public sealed partial class Standing
{
    /// <summary>The standing that a set of events gives, in whatever order they come. An id that comes twice on its day counts once.</summary>
    /// <param name="units">When not empty: filled with what each event weighs, in the order of <paramref name="evidence"/>.</param>
    public static Standing Fold(ReadOnlySpan<Evidence> evidence, ScoringRules rules, Span<EvidenceUnits> units = default)
    {
        ArgumentNullException.ThrowIfNull(rules);
        var standing = new Standing();
        standing.Take(evidence, rules, units);
        return standing;
    }

    /// <summary>Starts again from all events; ids and favours stay. For a backdated, corrected, voided or disputed event.</summary>
    /// <param name="units">When not empty: filled with what each event weighs, in the order of <paramref name="evidence"/>.</param>
    public void Refold(ReadOnlySpan<Evidence> evidence, ScoringRules rules, Span<EvidenceUnits> units = default)
    {
        ArgumentNullException.ThrowIfNull(rules);
        Forget();
        Take(evidence, rules, units);
    }

    private void Take(ReadOnlySpan<Evidence> evidence, ScoringRules rules, Span<EvidenceUnits> units)
    {
        using var ordered = new Ordered(evidence);
        var folding = new Folding(this, ordered, rules);
        folding.AdvanceTo(int.MaxValue);
        if (units.IsEmpty)
            return;

        for (var i = 0; i < ordered.Events.Length; i++)
            units[ordered.InputIndex(i)] = ordered.Units[i];
    }

    /// <summary>Starts give and take again from all favours.</summary>
    public void RefoldFavours(ReadOnlySpan<Favour> favours, ScoringRules rules)
    {
        (Gave, Took) = (0, 0);
        foreach (ref readonly var favour in favours)
            ApplyFavour(favour, rules);
    }

    /// <summary>
    /// A copy that includes promises broken by the clock which no job has booked yet, for reading only: the same as if they were.
    /// </summary>
    /// <param name="booked">
    /// The last five outcomes of the ledger, in any order: they tell where among them a break stands that lies before
    /// <see cref="LastDay"/>. Not needed for breaks on that day or later, which are the newest.
    /// </param>
    public Standing With(ReadOnlySpan<Evidence> brokenByTheClock, ScoringRules rules, ReadOnlySpan<RecentOutcome> booked = default)
    {
        ArgumentNullException.ThrowIfNull(rules);
        var copy = Copy();
        var tempo = Tempo.Of(rules);
        foreach (ref readonly var evidence in brokenByTheClock)
        {
            if (evidence.Kind is not EvidenceKind.PromiseBroken)
                throw new ArgumentException("The clock only breaks promises.", nameof(brokenByTheClock));

            copy.Judge(evidence, again: false, tempo.On(evidence.Day), tempo, rules);
            copy.FirstDay = Math.Min(copy.FirstDay ?? evidence.Day, evidence.Day);
            copy.LastDay = Math.Max(copy.LastDay ?? evidence.Day, evidence.Day);
        }

        if (!booked.IsEmpty)
            copy.RecentOutcomes = Remembered(booked, brokenByTheClock);
        return copy;
    }

    private static int Remembered(ReadOnlySpan<RecentOutcome> booked, ReadOnlySpan<Evidence> broken)
    {
        var outcomes = new List<RecentOutcome>([.. booked]);
        foreach (ref readonly var evidence in broken)
            outcomes.Add(new(evidence.Day, true));
        outcomes.Sort(RecentOutcome.NewestFirst);
        var bits = 0;
        for (var i = 0; i < Math.Min(outcomes.Count, 5); i++)
            bits |= outcomes[i].Missed ? 1 << i : 0;
        return bits;
    }

    internal Standing Copy()
    {
        var copy = (Standing)MemberwiseClone();
        copy.Lies = [.. Lies];
        copy.TraitKept = [.. TraitKept];
        copy.TraitMissed = [.. TraitMissed];
        copy.TraitEvents = [.. TraitEvents];
        return copy;
    }

    private void Forget()
    {
        (KeptC, MissedC, KeptT, MissedT, Integrity) = (0, 0, 0, 0, 0);
        (LateLoad, LastLateDay, LateOnLastDay) = (0, null, 0);
        (Judged, EvidenceWeight, ForecastKept, ForecastMissed) = (0, 0, 0, 0);
        (FirstDay, LastDay, KeptOnLastDay, MissedOnLastDay, RecentOutcomes) = (null, null, 0, 0, 0);
        (Ceiling, LastGraveLieDay, LastIntegrityDay) = (100, null, null);
        (EncountersUntilCredible, CredibleDay) = (null, null);
        Lies = [];
        TraitKept = new double[TraitCount];
        TraitMissed = new double[TraitCount];
        TraitEvents = new int[TraitCount];
    }
}
