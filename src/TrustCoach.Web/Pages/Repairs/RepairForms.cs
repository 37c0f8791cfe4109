using System.ComponentModel.DataAnnotations;
using TrustCoach.Domain.Dates;
using TrustCoach.Domain.Promises;
using TrustCoach.Domain.Repairs;
using TrustCoach.Domain.Touchpoints;
using TrustCoach.Services.Promises;
using TrustCoach.Services.Repairs;
using TrustCoach.Services.Touchpoints;
using TrustCoach.Web.Infrastructure;
using TrustCoach.Web.Pages.Touchpoints;

namespace TrustCoach.Web.Pages.Repairs;

/// <summary>An apology, or something done to make it good: an encounter in which nothing else was tested.</summary>
public sealed class RepairForm : TouchpointForm
{
    /// <summary>Made with the form: sent twice, it makes one touchpoint.</summary>
    public Guid Key { get; set; }

    public LogTouchpoint ToCommand(RepairPage of, RepairKind kind, Viewer viewer) => new(
        Key, ToDetails(viewer) with { Outcome = Domain.Touchpoints.Outcome.Courtesy, Repairs = [new(kind, of.EntryId)] }, of.Of.Relationship.Id);
}

/// <summary>What will be different from now on.</summary>
public sealed class ChangeForm
{
    [StringLength(RepairPlan.ChangeMaxLength, ErrorMessage = "Keep it to {1} characters.")]
    public string? Change { get; set; }

    /// <summary>The version of the plan the person has before their eyes.</summary>
    public int Version { get; set; }
}

/// <summary>A small promise with a date.</summary>
public sealed class SmallPromiseForm
{
    /// <summary>Made with the form: sent twice, it gives one promise.</summary>
    public Guid Key { get; set; }

    [StringLength(Promise.TextMaxLength, ErrorMessage = "Keep the promise to {1} characters.")]
    public string? Text { get; set; }

    [AskedFor(DateUse.Deadline)] public TypedDate? DueDay { get; set; }

    // Small: little hangs on it. What was broken is being put right by many of these, not by one that is large.
    public MakePromise ToCommand(RepairPage of) =>
        new(of.Of.Relationship.Id, new(Direction.Ours, Text, DueDay?.Meant?.Day, DueDay?.Meant?.Hour, null, Severity.Mild), Key) { RepairOf = of.EntryId };
}

/// <summary>An encounter in which the customer is asked.</summary>
public sealed class CheckForm : TouchpointForm
{
    /// <inheritdoc cref="RepairForm.Key"/>
    public Guid Key { get; set; }

    public LogTouchpoint ToCommand(RepairPage of, Viewer viewer) => new(
        Key, ToDetails(viewer) with { Expectation = "To say whether it is right again." }, of.Of.Relationship.Id)
    { RepairOf = of.EntryId };
}

/// <summary>What the customer said.</summary>
public sealed class AskedForm
{
    [StringLength(RepairPlan.AnswerMaxLength, ErrorMessage = "Keep it to {1} characters.")]
    public string? Answer { get; set; }
}

/// <summary>Why a plan is given up.</summary>
public sealed class GiveUpForm
{
    [StringLength(RepairPlan.ReasonMaxLength, ErrorMessage = "Keep the reason to {1} characters.")]
    public string? Reason { get; set; }
}
