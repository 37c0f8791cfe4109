using System.ComponentModel.DataAnnotations;
using TrustCoach.Domain.Dates;
using TrustCoach.Domain.Favours;
using TrustCoach.Domain.Promises;
using TrustCoach.Domain.Touchpoints;
using TrustCoach.Services.Touchpoints;
using TrustCoach.Web.Infrastructure;

namespace TrustCoach.Web.Pages.Touchpoints;

/// <summary>The log form: two things are needed, customer and outcome.</summary>
public sealed class LogForm : TouchpointForm, IValidatableObject
{
    private static readonly TimeSpan Ahead = TimeSpan.FromMinutes(2);

    /// <summary>Made with the form: sent twice, it makes one touchpoint.</summary>
    public Guid Key { get; set; }

    /// <summary>When a device wrote it down that had no network, by its own clock; weighed like a time somebody typed.</summary>
    public DateTimeOffset? ClaimedAt { get; set; }

    [Required(ErrorMessage = "Pick the customer.")]
    public Guid? RelationshipId { get; set; }

    public PromiseForm Promise { get; set; } = new();

    public GiveForm TheyGave { get; set; } = new();

    public GiveForm WeGave { get; set; } = new();

    /// <summary>The breach that was put right.</summary>
    public Guid? Repairs { get; set; }

    public bool Apologized { get; set; }

    public bool MadeGood { get; set; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Repairs is null && (Apologized || MadeGood))
            yield return new ValidationResult("Pick what you put right.", [nameof(Repairs)]);
        if (Repairs is not null && !Apologized && !MadeGood)
            yield return new ValidationResult("Say whether you apologized, made it good, or both.", [nameof(Repairs)]);
    }

    public LogTouchpoint ToCommand(Viewer viewer) => new(Key, Said(viewer) with { Repairs = [.. Repaired()] }, RelationshipId)
    {
        Promise = Promise.IsSaid ? Promise.ToDetails() : null,
        Gestures = [.. Gave(WeGave, true), .. Gave(TheyGave, false)],
    };

    /// <summary>What was saved, with the days in full that were typed in words.</summary>
    public string Saved(Viewer viewer)
    {
        var logged = Outcome is null && HappenedAt?.Meant is { } planned ? $"Planned for {planned.Words(viewer.Culture)}." : "Logged.";
        return Promise.DueDay?.Meant is { } due ? $"{logged} The promise is due {due.Words(viewer.Culture)}." : logged;
    }

    private TouchpointDetails Said(Viewer viewer)
    {
        var details = ToDetails(viewer);
        if (HappenedAt is not null || ClaimedAt is not { } claimed)
            return details;
        // A clock that runs a little ahead has not seen the future.
        return details with { HappenedAt = claimed > viewer.Now && claimed - viewer.Now < Ahead ? viewer.Now : claimed };
    }

    private static GestureDetails[] Gave(GiveForm form, bool given) => form.IsSaid
        ? [new(given, form.Value ?? 1, form.Text, given ? null : form.Commitment, form.Thanked)] : [];

    private IEnumerable<RepairDetails> Repaired()
    {
        if (Repairs is { } breach && Apologized)
            yield return new RepairDetails(RepairKind.Apology, breach);
        if (Repairs is { } other && MadeGood)
            yield return new RepairDetails(RepairKind.MakeGood, other);
    }

    /// <summary>"I promised…": given when anything is said of it.</summary>
    public sealed class PromiseForm
    {
        public Direction? Direction { get; set; }

        [StringLength(Domain.Promises.Promise.TextMaxLength, ErrorMessage = "Keep the promise to {1} characters.")]
        public string? Text { get; set; }

        [AskedFor(DateUse.Deadline)] public TypedDate? DueDay { get; set; }

        /// <summary>An hour of its own, which logs may still have that wait on a device.</summary>
        public TimeOnly? DueTime { get; set; }

        [StringLength(Domain.Promises.Promise.ConditionMaxLength, ErrorMessage = "Keep the condition to {1} characters.")]
        public string? Condition { get; set; }

        public bool IsSaid => !string.IsNullOrWhiteSpace(Text) || DueDay is not null || DueTime is not null || !string.IsNullOrWhiteSpace(Condition);

        public PromiseDetails ToDetails() => new(Direction ?? Domain.Promises.Direction.Ours, Text, DueDay?.Meant?.Day, DueDay?.Meant?.Hour ?? DueTime, Condition);
    }

    /// <summary>"They gave…" or "I gave…".</summary>
    public sealed class GiveForm
    {
        public short? Value { get; set; }

        [StringLength(Gesture.TextMaxLength, ErrorMessage = "Keep it to {1} characters.")]
        public string? Text { get; set; }

        /// <summary>The rung of the ladder; means nothing for what we gave.</summary>
        public Commitment? Commitment { get; set; }

        /// <summary>They were thanked on the spot.</summary>
        public bool Thanked { get; set; }

        public bool IsSaid => !string.IsNullOrWhiteSpace(Text) || Value is not null;
    }
}
