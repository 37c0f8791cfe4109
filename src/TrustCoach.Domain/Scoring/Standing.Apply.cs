namespace TrustCoach.Domain.Scoring;

public sealed partial class Standing
{
    /// <summary>Days around <see cref="Landmark"/> that the landmark sums carry without loss: the years 1890 to 2109.</summary>
    public const int Reach = 40_000;

    /// <summary>False for an event before the last one: the relationship must be refolded.</summary>
    public bool CanApply(in Evidence evidence) => LastDay is not { } last || evidence.Day >= last;

    /// <summary>Takes the next event, in one step whatever the history. The caller sees to it that an id comes once.</summary>
    /// <returns>What the event weighs, to be stored beside it.</returns>
    /// <exception cref="InvalidOperationException">The event lies before the last one; see <see cref="CanApply"/>.</exception>
    public EvidenceUnits Apply(in Evidence evidence, in EvidenceContext context, ScoringRules rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        if (!CanApply(evidence))
            throw new InvalidOperationException("A backdated event needs a refold.");

        var tempo = Tempo.Of(rules);
        var weights = tempo.On(evidence.Day);
        OpenDay(evidence.Day);
        var units = Units.IsRepair(evidence.Kind)
            ? Repair(evidence, context, weights, rules)
            : Judge(evidence, context.AlreadyRenegotiated && evidence.Kind == EvidenceKind.PromiseRenegotiated, weights, tempo, rules);
        CloseDay(weights, tempo, rules);
        SetCeiling(rules);
        return units;
    }

    /// <summary>Takes a favour given or taken, of any day.</summary>
    public void ApplyFavour(in Favour favour, ScoringRules rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        var weighed = favour.Value * Fading.Of(rules.Reciprocity.HalfLife).Weight(favour.Day);
        if (favour.Given)
            Gave += weighed;
        else
            Took += weighed;
    }

    internal void OpenDay(int day)
    {
        if (LastDay == day)
            return;

        if (Math.Abs(day - Landmark) > Reach)
            throw new ArgumentOutOfRangeException(nameof(day), day, "The day is too far from the landmark.");

        (LastDay, KeptOnLastDay, MissedOnLastDay) = (day, 0, 0);
    }

    internal EvidenceUnits Judge(in Evidence evidence, bool again, in DayWeights weights, Tempo tempo, ScoringRules rules)
    {
        var kept = again ? 0 : tempo.Kept(evidence);
        if (kept > 0)
        {
            Keep(kept, weights, rules);
            Count(evidence, kept: true, weights);
            ShareKept(TraitShares.Of(evidence, again), kept * weights.Traits);
            return new EvidenceUnits(kept, 0);
        }

        var missed = again ? rules.Units.Renegotiated : tempo.Missed(evidence);
        if (!(missed > 0))
            return default;

        if (Units.IsLate(evidence.Kind))
        {
            missed *= LatenessOn(evidence.Day, tempo.Lateness, rules);
            Delay(evidence.Day, tempo.Lateness);
        }

        if (Units.IsIntegrity(evidence.Kind))
            Breach(evidence, missed * tempo.Integrity.Weight(evidence.Day));
        else
            missed = Miss(evidence, missed, weights, rules);

        Count(evidence, kept: false, weights);
        ShareMissed(evidence, again, missed, weights, rules);
        return new EvidenceUnits(0, missed);
    }

    /// <summary>An apology for a lie acknowledges it; any repair takes a share off an ordinary miss, once each, while it is fresh.</summary>
    internal EvidenceUnits Repair(in Evidence repair, in EvidenceContext context, in DayWeights weights, ScoringRules rules)
    {
        if (repair.Kind == EvidenceKind.Apology)
            Acknowledge(repair);

        if (context is not { Repaired: { } miss, AlreadyRepaired: false, RepairedMissed: > 0 } || Units.IsIntegrity(miss.Kind))
            return default;
        if (repair.Day < miss.Day || repair.Day - miss.Day > rules.Repair.WithinDays)
            return default;

        var full = miss.OwnedUp ? context.RepairedMissed / (1 - rules.Repair.OwnedUp) : context.RepairedMissed;
        var taken = full * (repair.Kind == EvidenceKind.Apology ? rules.Repair.Apology : rules.Repair.MakeGood);
        MissedC -= taken * Fading.Of(rules.Credibility.HalfLife).Weight(miss.Day);
        MissedT -= taken * Fading.Of(rules.Trust.HalfLife).Weight(miss.Day);

        var weighed = taken * Fading.Of(rules.Traits.HalfLife).Weight(miss.Day);
        foreach (var share in TraitShares.Of(miss, again: miss.Kind == EvidenceKind.PromiseRenegotiated))
            TraitMissed[share.Index] -= share.Part * weighed;

        TraitKept[(int)Trait.Accountability] += rules.Traits.Accountability * weights.Traits;
        TraitEvents[(int)Trait.Accountability]++;
        return new EvidenceUnits(0, -taken);
    }

    /// <summary>Notes the first day that ended credible. Asked again while the day lasts, so that the order within it does not matter.</summary>
    internal void CloseDay(in DayWeights weights, Tempo tempo, ScoringRules rules)
    {
        if (CredibleDay is { } day && day != weights.Day)
            return;

        var start = rules.Credibility.Prior * weights.Credibility;
        var share = ScoreReader.Start(rules.Credibility, 0.5, 0);
        var breaches = Integrity > 0 ? Integrity * weights.Credibility / tempo.Integrity.Weight(weights.Day) : 0;
        var kept = (start * share) + KeptC;
        var missed = (start * (1 - share)) + (rules.Credibility.LossRatio * (MissedC + breaches));
        var credible = Judged >= rules.Stages.EnoughEvents
            && 100 * kept >= rules.Stages.CredibleCredibility * (kept + missed)
            && !(weights.Day - LastGraveLieDay <= rules.Stages.GraveLieDays)
            && !(weights.Day - LastIntegrityDay <= rules.Stages.IntegrityDays);
        if (credible)
            (CredibleDay, EncountersUntilCredible) = (weights.Day, Judged);
        else if (CredibleDay is not null)
            (CredibleDay, EncountersUntilCredible) = (null, null);
    }

    internal void SetCeiling(ScoringRules rules)
    {
        var lowest = 100.0;
        foreach (var lie in Lies)
            lowest = Math.Min(lowest, lie.Ceiling(rules.Ceiling));
        Ceiling = lowest;
    }

    /// <summary>m: what a lateness on a day counts, from lateness on earlier days.</summary>
    internal double LatenessOn(int day, Fading lateness, ScoringRules rules) =>
        LastLateDay is null ? 1 : Math.Min(1 + LateLoadOn(day, lateness), rules.LatenessMost);

    /// <summary>l: the faded number of latenesses before a day.</summary>
    internal double LateLoadOn(int day, Fading lateness)
    {
        if (LastLateDay is not { } last)
            return 0;
        var sum = last < day ? LateLoad + (LateOnLastDay * lateness.Weight(last)) : LateLoad;
        return sum * lateness.ToDay(day);
    }

    private void Keep(double kept, in DayWeights weights, ScoringRules rules)
    {
        KeptC += kept * weights.Credibility;
        var before = Math.Min(KeptOnLastDay, rules.DayCap);
        KeptOnLastDay += kept;
        var counted = Math.Min(KeptOnLastDay, rules.DayCap) - before;
        KeptT += counted * weights.Trust;
        if (Lies.Count > 0 && counted > 0)
            Lift(counted, weights.Day, rules.Ceiling.BeforeAcknowledged);
    }

    private void Lift(double counted, int day, double beforeAcknowledged)
    {
        for (var i = 0; i < Lies.Count; i++)
        {
            var lie = Lies[i];
            if (lie.Day < day)
                Lies[i] = lie with { KeptSince = lie.KeptSince + (counted * (lie.AcknowledgedDay < day ? 1 : beforeAcknowledged)) };
        }
    }

    private void Acknowledge(in Evidence apology)
    {
        for (var i = 0; i < Lies.Count; i++)
        {
            if (Lies[i].EvidenceId == apology.Ref && Lies[i].Day <= apology.Day)
                Lies[i] = Lies[i] with { AcknowledgedDay = Lies[i].AcknowledgedDay ?? apology.Day };
        }
    }

    private void Delay(int day, Fading lateness)
    {
        if (LastLateDay is { } last && last < day)
            (LateLoad, LateOnLastDay) = (LateLoad + (LateOnLastDay * lateness.Weight(last)), 0);
        (LastLateDay, LateOnLastDay) = (day, LateOnLastDay + 1);
    }

    private void Breach(in Evidence evidence, double weighed)
    {
        Integrity += weighed;
        if (evidence.Severity >= 2)
            LastIntegrityDay = evidence.Day;
        if (evidence.Kind != EvidenceKind.Lie)
            return;

        if (evidence.Severity >= 3)
            LastGraveLieDay = evidence.Day;
        Lies.Add(new Lie { EvidenceId = evidence.Id, Severity = evidence.Severity, Day = evidence.Day });
    }

    private double Miss(in Evidence evidence, double missed, in DayWeights weights, ScoringRules rules)
    {
        if (evidence.OwnedUp)
            missed *= 1 - rules.Repair.OwnedUp;
        MissedC += missed * weights.Credibility;
        MissedT += missed * weights.Trust;
        return missed;
    }

    private void Count(in Evidence evidence, bool kept, in DayWeights weights)
    {
        Judged++;
        EvidenceWeight += weights.Evidence;
        FirstDay ??= evidence.Day;
        if (evidence.Kind == EvidenceKind.PromiseRenegotiated)
            return;

        if (kept)
        {
            ForecastKept += weights.Forecast;
            var today = MissedOnLastDay;
            RecentOutcomes = (((RecentOutcomes >> today) << (today + 1)) | (RecentOutcomes & ((1 << today) - 1))) & 0b11111;
        }
        else
        {
            ForecastMissed += weights.Forecast;
            RecentOutcomes = ((RecentOutcomes << 1) | 1) & 0b11111;
            MissedOnLastDay = Math.Min(MissedOnLastDay + 1, 5);
        }
    }

    private void ShareKept(ReadOnlySpan<TraitShare> shares, double weighed)
    {
        foreach (var share in shares)
        {
            TraitKept[share.Index] += share.Part * weighed;
            TraitEvents[share.Index]++;
        }
    }

    private void ShareMissed(in Evidence evidence, bool again, double missed, in DayWeights weights, ScoringRules rules)
    {
        var accounted = false;
        foreach (var share in TraitShares.Of(evidence, again))
        {
            TraitMissed[share.Index] += share.Part * missed * weights.Traits;
            TraitEvents[share.Index]++;
            accounted |= share.Index == (int)Trait.Accountability;
        }

        if (!evidence.OwnedUp || Units.IsIntegrity(evidence.Kind))
            return;

        TraitKept[(int)Trait.Accountability] += rules.Traits.Accountability * weights.Traits;
        TraitEvents[(int)Trait.Accountability] += accounted ? 0 : 1;
    }
}
