using System.ComponentModel.DataAnnotations;
using TrustCoach.Domain.Dates;
using TrustCoach.Domain.Touchpoints;
using TrustCoach.Web.Infrastructure;

namespace TrustCoach.Web.Pages.Touchpoints;

/// <summary>What is said of an encounter; the same for logging it and for correcting it.</summary>
public class TouchpointForm
{
    public Outcome? Outcome { get; set; }

    [StringLength(Touchpoint.ExpectationMaxLength, ErrorMessage = "Keep the expectation to {1} characters.")]
    public string? Expectation { get; set; }

    [StringLength(Touchpoint.SummaryMaxLength, ErrorMessage = "Keep the summary to {1} characters.")]
    public string? Summary { get; set; }

    public Channel? Channel { get; set; }

    /// <summary>On the person's own clock; now when left empty.</summary>
    [AskedFor(DateUse.Encounter)] public TypedDate? HappenedAt { get; set; }

    public Guid? ContactId { get; set; }

    public Domain.Scoring.Trait? Trait { get; set; }

    public short? MissSeverity { get; set; }

    public bool OwnedUp { get; set; }

    public bool StartedOnTime { get; set; }

    /// <summary>The customer got in touch.</summary>
    public bool TheyStarted { get; set; }

    /// <summary>The version of the method card that the steps are on; null for the card of teams without their own.</summary>
    public Guid? Card { get; set; }

    /// <summary>Steps of the method card that were taken.</summary>
    public List<Guid> Steps { get; set; } = [];

    public SlipsForm Breakers { get; set; } = new();

    public TouchpointDetails ToDetails(Viewer viewer) => new(
        Outcome == Domain.Touchpoints.Outcome.Pending ? null : Outcome, At(viewer), Channel, ContactId, Summary, Expectation,
        MissSeverity ?? Severity.Normal, Trait, OwnedUp, StartedOnTime)
    {
        Breakers = [.. Breakers.Said()],
        Ticks = Steps.Count == 0 ? null : new(Card, Steps),
        TheyStarted = TheyStarted,
    };

    /// <summary>Fills the form with what is known.</summary>
    public void Show(Touchpoint touchpoint, Viewer viewer)
    {
        (Expectation, Summary, Channel) = (touchpoint.Expectation, touchpoint.Summary, touchpoint.Channel);
        Outcome = touchpoint.Outcome == Domain.Touchpoints.Outcome.Pending ? null : touchpoint.Outcome;
        (HappenedAt, ContactId, Trait) = (TypedDate.Of(DayAndHour.Of(touchpoint.HappenedAt, viewer.Zone), viewer.Culture), touchpoint.ContactId, touchpoint.Trait);
        MissSeverity = touchpoint.Outcome == Domain.Touchpoints.Outcome.Missed ? touchpoint.MissSeverity : null;
        (OwnedUp, StartedOnTime) = (touchpoint.OwnedUp, touchpoint.StartedOnTime);
        (TheyStarted, Card, Steps) = (touchpoint.TheyStarted, touchpoint.CardId, [.. touchpoint.Steps ?? []]);
        Breakers.Show(touchpoint.Breakers);
    }

    private DateTimeOffset At(Viewer viewer) =>
        HappenedAt?.Meant is { } meant && meant != DayAndHour.Of(viewer.Now, viewer.Zone) ? meant.At(viewer.Zone, TimeOnly.MinValue) : viewer.Now;
}

/// <summary>"I slipped…": each kind once.</summary>
public sealed class SlipsForm
{
    public SlipForm Late { get; set; } = new();

    public SlipForm Exaggeration { get; set; } = new();

    public SlipForm Gossip { get; set; } = new();

    public SlipForm Lie { get; set; } = new();

    public SlipForm PromiseNotKept { get; set; } = new();

    public IEnumerable<BreakerDetails> Said() => Kinds().Where(k => k.Form.IsSaid)
        .Select(k => new BreakerDetails(k.Kind, k.Form.Severity ?? Severity.Normal, k.Form.MinutesLate, k.Form.DaysLate, k.Form.OwnedUp, k.Form.Note));

    public void Show(IEnumerable<TrustBreaker> breakers)
    {
        foreach (var breaker in breakers)
        {
            var form = Kinds().Single(k => k.Kind == breaker.Kind).Form;
            (form.Severity, form.MinutesLate, form.DaysLate) = (breaker.Severity, breaker.MinutesLate, breaker.DaysLate);
            (form.OwnedUp, form.Note) = (breaker.OwnedUp, breaker.Note);
        }
    }

    private IEnumerable<(BreakerKind Kind, SlipForm Form)> Kinds() =>
    [
        (BreakerKind.Late, Late), (BreakerKind.Exaggeration, Exaggeration), (BreakerKind.Gossip, Gossip),
        (BreakerKind.Lie, Lie), (BreakerKind.PromiseNotKept, PromiseNotKept),
    ];
}

/// <summary>One slip; it happened when a severity is picked or anything else is said of it.</summary>
public sealed class SlipForm
{
    public short? Severity { get; set; }

    public int? MinutesLate { get; set; }

    public int? DaysLate { get; set; }

    public bool OwnedUp { get; set; }

    [StringLength(TrustBreaker.NoteMaxLength, ErrorMessage = "Keep the note to {1} characters.")]
    public string? Note { get; set; }

    public bool IsSaid => Severity is not null || MinutesLate is not null || DaysLate is not null || OwnedUp || !string.IsNullOrWhiteSpace(Note);
}
