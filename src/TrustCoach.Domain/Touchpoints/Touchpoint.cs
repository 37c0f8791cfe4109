using TrustCoach.Domain.Method;
using TrustCoach.Domain.Scoring;

namespace TrustCoach.Domain.Touchpoints;

/// <summary>
/// One encounter of a rep with a customer: when, by which channel, what they expected and what became of it.
/// A past one is a log, a future one a planned encounter.
/// </summary>
public sealed class Touchpoint : IInOrganization
{
    public const int SummaryMaxLength = 2000;
    public const int ExpectationMaxLength = 500;
    public const int ReasonMaxLength = 500;
    public const int ExternalIdMaxLength = 200;

    private readonly List<TrustBreaker> _breakers = [];
    private readonly List<Repair> _repairs = [];

    private Touchpoint() { }

    public Guid OrganizationId { get; private set; }

    public Guid Id { get; private set; }

    public Guid RelationshipId { get; private set; }

    public Guid RepId { get; private set; }

    public Guid CustomerId { get; private set; }

    public Guid? ContactId { get; private set; }

    /// <summary>When it happens or happened, UTC.</summary>
    public DateTimeOffset HappenedAt { get; private set; }

    /// <summary>The calendar day of <see cref="HappenedAt"/> in the organization's zone.</summary>
    public DateOnly Day { get; private set; }

    public Channel? Channel { get; private set; }

    public string? Summary { get; private set; }

    /// <summary>What the customer expected, in a sentence.</summary>
    public string? Expectation { get; private set; }

    /// <summary>True when the expectation of a planned encounter was written or changed after it had begun.</summary>
    public bool ExpectationChangedLate { get; private set; }

    public Outcome Outcome { get; private set; }

    /// <summary>How grave a miss was, 1 to 3; 2 unless said.</summary>
    public short MissSeverity { get; private set; } = Severity.Normal;

    /// <summary>The trait the outcome showed, when the rep chose one.</summary>
    public Trait? Trait { get; private set; }

    /// <summary>The rep told the customer of the miss before anyone else noticed.</summary>
    public bool OwnedUp { get; private set; }

    /// <summary>A planned encounter that began on time.</summary>
    public bool StartedOnTime { get; private set; }

    /// <summary>True when it was written down before it happened.</summary>
    public bool Planned { get; private set; }

    /// <summary>The customer got in touch, not the rep.</summary>
    public bool TheyStarted { get; private set; }

    /// <summary>The version of the method card that <see cref="Steps"/> were ticked on; null for the card of teams without their own.</summary>
    public Guid? CardId { get; private set; }

    /// <summary>Steps of the method card that were taken in it; null when none was ticked.</summary>
    public Guid[]? Steps { get; private set; }

    /// <summary>What it says now, in the form's own terms: to be changed in one place and corrected.</summary>
    public TouchpointDetails Say() => new(Outcome, HappenedAt, Channel, ContactId, Summary, Expectation, MissSeverity, Trait, OwnedUp, StartedOnTime)
    {
        Breakers = [.. _breakers.Select(b => new BreakerDetails(b.Kind, b.Severity, b.MinutesLate, b.DaysLate, b.OwnedUp, b.Note))],
        Repairs = [.. _repairs.Select(r => new RepairDetails(r.Kind, r.RepairedId))],
        Ticks = Steps is null ? null : new(CardId, Steps),
        TheyStarted = TheyStarted,
    };

    /// <summary>A planned encounter that has begun and of which nobody has said yet how it went.</summary>
    public bool AwaitsOutcome(DateTimeOffset now) => VoidedAt is null && Outcome == Outcome.Pending && HappenedAt <= now;

    public EvidenceLevel Level { get; private set; }

    /// <summary>The key of the form that made it: a second submit of the same form makes nothing new.</summary>
    public Guid IdempotencyKey { get; private set; }

    public string? ExternalId { get; private set; }

    public Guid? ImportId { get; private set; }

    public DateTimeOffset RecordedAt { get; private set; }

    public Guid RecordedBy { get; private set; }

    /// <summary>Counts the versions; an edit based on an older one is refused.</summary>
    public int Version { get; private set; } = 1;

    public DateTimeOffset? VoidedAt { get; private set; }

    public Guid? VoidedBy { get; private set; }

    public string? VoidReason { get; private set; }

    /// <summary>Whether the two have met: neither a plan nor withdrawn.</summary>
    public bool IsContact => Outcome != Outcome.Pending && VoidedAt is null;

    public IReadOnlyList<TrustBreaker> Breakers => _breakers;

    public IReadOnlyList<Repair> Repairs => _repairs;

    /// <summary>Logs or plans an encounter.</summary>
    /// <param name="of">Whose encounter it is, and the form's key.</param>
    /// <param name="zone">The organization's zone: it decides the calendar day.</param>
    public static Result<Touchpoint> Log(TouchpointOf of, TouchpointDetails details, TimeZoneInfo zone, DateTimeOffset now)
    {
        var touchpoint = new Touchpoint
        {
            OrganizationId = of.OrganizationId,
            Id = of.Id,
            RelationshipId = of.RelationshipId,
            RepId = of.RepId,
            CustomerId = of.CustomerId,
            IdempotencyKey = of.IdempotencyKey,
            ExternalId = of.ExternalId,
            ImportId = of.ImportId,
            RecordedAt = now,
            RecordedBy = of.RecordedBy,
            Level = of.Level,
        };
        return touchpoint.Fill(details, zone, now) is { } problem ? problem : touchpoint;
    }

    /// <summary>Corrects it; when refused, nothing has changed. The caller keeps the old version in the audit and refolds the relationship.</summary>
    /// <param name="by">Who corrects; null stands for the rep. A changed outcome is known as its corrector knows it: by the rep's word, or witnessed.</param>
    public Problem? Correct(TouchpointDetails details, int version, TimeZoneInfo zone, DateTimeOffset now, Guid? by = null)
    {
        if (VoidedAt is not null)
            return new Problem("", "This touchpoint was withdrawn; it cannot be changed any more.");
        if (version != Version)
            return new Problem("", "Somebody changed this touchpoint while you were writing. Your words are kept below: compare, then save again.");
        var isRep = by is null || by == RepId;
        var changedLate = Planned && HappenedAt <= now && Clean(details.Expectation) != Expectation;
        var outcome = Outcome;
        // Owning up means saying it first: nobody can do it for the rep, but what the rep owned up to stays owned up to.
        if (Fill(isRep ? details : details with { OwnedUp = details.OwnedUp && OwnedUp }, zone, now) is { } problem)
            return problem;
        if (Outcome != outcome)
            Level = isRep ? EvidenceLevel.SelfReported : EvidenceLevel.Witnessed;
        ExpectationChangedLate |= changedLate;
        Version++;
        return null;
    }

    /// <summary>Withdraws it with a reason; the row and its history stay.</summary>
    public Problem? Void(Guid by, string? reason, DateTimeOffset now)
    {
        reason = reason?.Trim() ?? "";
        if (VoidedAt is not null)
            return new Problem("", "This touchpoint is already withdrawn.");
        if (reason.Length == 0)
            return new Problem("Reason", "Say why, in a few words: it stays with the record.");
        if (reason.Length > ReasonMaxLength)
            return new Problem("Reason", $"Keep the reason to {ReasonMaxLength} characters.");
        (VoidedAt, VoidedBy, VoidReason, Version) = (now, by, reason, Version + 1);
        return null;
    }

    /// <summary>
    /// Takes one piece of evidence out after a dispute: without its verdict the encounter is courtesy only, a slip or a repair goes.
    /// </summary>
    /// <returns>False when it gives no such evidence, any more or at all.</returns>
    public bool TakeOut(Guid evidenceId)
    {
        if (Evidence().All(e => e.Id != evidenceId))
            return false;
        if (evidenceId == Id)
            (Outcome, OwnedUp, Trait) = (Outcome.Courtesy, false, null);
        _breakers.RemoveAll(b => b.Id == evidenceId);
        _repairs.RemoveAll(r => r.Id == evidenceId);
        Version++;
        return true;
    }

    /// <summary>The evidence it gives, each piece under an id that outlives corrections. Empty when voided.</summary>
    public IEnumerable<LedgerEntry> Evidence()
    {
        if (VoidedAt is not null)
            yield break;
        var source = new LedgerSource(OrganizationId, RelationshipId, RepId, Id, null, RecordedAt, RecordedBy);
        EvidenceKind? outcome = Outcome switch
        {
            Outcome.Met => EvidenceKind.Met,
            Outcome.Exceeded => EvidenceKind.Exceeded,
            Outcome.Missed => EvidenceKind.Missed,
            _ => null,
        };
        if (outcome is { } kind)
        {
            var severity = Outcome == Outcome.Missed ? MissSeverity : Severity.Normal;
            yield return LedgerEntry.Of(source, Id, Day, kind, severity, null, Level, OwnedUp, Trait, StartedOnTime);
        }

        foreach (var breaker in _breakers)
            yield return LedgerEntry.Of(source, breaker.Id, Day, breaker.Evidence, breaker.Severity, null, Level, breaker.OwnedUp);
        foreach (var repair in _repairs)
        {
            var answer = repair.Kind == RepairKind.Apology ? EvidenceKind.Apology : EvidenceKind.MakeGood;
            yield return LedgerEntry.Of(source, repair.Id, Day, answer, Severity.Normal, repair.RepairedId, Level);
        }
    }

    private Problem? Fill(TouchpointDetails details, TimeZoneInfo zone, DateTimeOffset now)
    {
        if (Check(details, now) is { } problem)
            return problem;
        KeepBreakers(details, now);
        KeepRepairs(details, now);
        (ContactId, HappenedAt, Day) = (details.ContactId, details.HappenedAt.ToUniversalTime(), Days.Of(details.HappenedAt, zone));
        (Channel, Summary, Expectation) = (details.Channel, Clean(details.Summary), Clean(details.Expectation));
        (Outcome, MissSeverity, Trait) = (details.Outcome ?? Outcome.Pending, details.MissSeverity, details.Trait);
        Steps = details.Ticks is { Steps.Count: > 0 } ticks ? [.. ticks.Steps.Distinct()] : null;
        CardId = Steps is null ? null : details.Ticks!.CardId;
        TheyStarted = details.TheyStarted;
        Planned = HappenedAt > RecordedAt;
        OwnedUp = Outcome == Outcome.Missed && details.OwnedUp && IsRepsOwnWord;
        StartedOnTime = Planned && HappenedAt <= now && details.StartedOnTime;
        return null;
    }

    private Problem? Check(TouchpointDetails details, DateTimeOffset now)
    {
        var future = details.HappenedAt > now;
        if (details.Channel is { } channel && !Enum.IsDefined(channel))
            return new Problem(nameof(Channel), "Pick a channel from the list.");
        if (details.Outcome is { } outcome && !Enum.IsDefined(outcome))
            return new Problem(nameof(Outcome), "Say how it went against what they expected.");
        if (future && details.Outcome is not (null or Outcome.Pending))
            return new Problem(nameof(HappenedAt), "This is in the future. Save it as planned and say how it went afterwards, or correct the date.");
        // A planned encounter stays open until somebody says how it went; one logged afterwards has an outcome.
        if (!future && (details.Outcome is null || (details.Outcome == Outcome.Pending && details.HappenedAt <= RecordedAt)))
            return new Problem(nameof(Outcome), "Say how it went against what they expected.");
        if (details.HappenedAt > now.AddYears(2))
            return new Problem(nameof(HappenedAt), "Plan at most two years ahead.");
        if (details.HappenedAt < now.AddYears(-20))
            return new Problem(nameof(HappenedAt), "This is more than twenty years ago. Check the year.");
        if (Clean(details.Summary)?.Length > SummaryMaxLength)
            return new Problem(nameof(Summary), $"Keep the summary to {SummaryMaxLength} characters.");
        if (Clean(details.Expectation)?.Length > ExpectationMaxLength)
            return new Problem(nameof(Expectation), $"Keep the expectation to {ExpectationMaxLength} characters.");
        if (!Severity.IsKnown(details.MissSeverity))
            return new Problem(nameof(MissSeverity), "Pick mild, normal or severe.");
        if (details.Trait is { } trait && !Enum.IsDefined(trait))
            return new Problem(nameof(Trait), "Pick a trait from the list.");
        if (future && (details.Breakers.Count > 0 || details.Repairs.Count > 0))
            return new Problem(nameof(HappenedAt), "Nothing can have slipped, or been put right, in the future. Correct the date, or leave it out.");
        if (details.Ticks is { Steps.Count: > 0 } && details.Outcome is null or Outcome.Pending)
            return new Problem(nameof(Steps), "Steps are ticked after the conversation: say how it went, or leave them out.");
        if (details.Ticks?.Steps.Count > MethodCard.MostSteps)
            return new Problem(nameof(Steps), $"A card has at most {MethodCard.MostSteps} steps.");
        if (details.Breakers.Select(b => b.Kind).Distinct().Count() != details.Breakers.Count)
            return new Problem(nameof(Breakers), "Name each kind of slip once.");
        if (details.Repairs.Any(r => !Enum.IsDefined(r.Kind)))
            return new Problem(nameof(Repairs), "Say whether it was an apology or something done to make it good.");
        return details.Breakers.Select(TrustBreaker.Check).FirstOrDefault(problem => problem is not null);
    }

    // The same kind keeps its row and id through corrections, so that what points to it still finds it.
    private void KeepBreakers(TouchpointDetails details, DateTimeOffset now)
    {
        _breakers.RemoveAll(old => !details.Breakers.Any(b => b.Kind == old.Kind));
        foreach (var said in details.Breakers)
        {
            var own = said with { OwnedUp = said.OwnedUp && IsRepsOwnWord };
            if (_breakers.Find(old => old.Kind == said.Kind) is { } known)
                known.Say(own);
            else
                _breakers.Add(new TrustBreaker(OrganizationId, Guid.CreateVersion7(now), Id, own));
        }
    }

    private void KeepRepairs(TouchpointDetails details, DateTimeOffset now)
    {
        var said = details.Repairs.Distinct().ToList();
        _repairs.RemoveAll(old => !said.Contains(new RepairDetails(old.Kind, old.RepairedId)));
        _repairs.AddRange(said.Where(r => !_repairs.Exists(old => (old.Kind, old.RepairedId) == (r.Kind, r.RepairedId)))
            .Select(r => new Repair(OrganizationId, Guid.CreateVersion7(now), Id, r.Kind, r.RepairedId)).ToList());
    }

    /// <summary>What a manager recorded was not owned up to: the manager said it first. A file brings the rep's words.</summary>
    private bool IsRepsOwnWord => RecordedBy == RepId || ImportId is not null;

    private static string? Clean(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
