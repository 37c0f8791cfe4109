using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TrustCoach.Domain;
using TrustCoach.Domain.Dates;
using TrustCoach.Domain.People;
using TrustCoach.Domain.Touchpoints;
using TrustCoach.Services.Disputes;
using TrustCoach.Services.Method;
using TrustCoach.Services.Touchpoints;
using TrustCoach.Web.Infrastructure;
using TrustCoach.Web.Infrastructure.Identity;
using TrustCoach.Web.Pages.Disputes;

namespace TrustCoach.Web.Pages.Touchpoints;

/// <summary>Corrects a touchpoint with a reason, or says how a planned encounter went.</summary>
[Needs(Thing.Touchpoint, Act.Edit)]
public sealed class EditModel(TouchpointService touchpoints, TouchpointQuery query, LogChoicesQuery choices, Viewer viewer) : PageModel, ISlips, ISteps
{
    [BindProperty] public Form Input { get; set; } = new();

    /// <summary>The dispute that this correction answers.</summary>
    [BindProperty(SupportsGet = true)] public Guid? Dispute { get; set; }

    TouchpointForm ISlips.Input => Input;

    TouchpointForm ISteps.Input => Input;

    /// <summary>The card it was ticked on, whatever has been published since; else the team's.</summary>
    public OfferedCard? Offered => Of.Card is { } own ? new(own, false) : View.Choices.Card is { } card ? card with { IsEarly = false } : null;

    public TouchpointPage Of { get; private set; } = null!;

    public LogFormView View { get; private set; } = null!;

    /// <summary>Somebody saved another version meanwhile: it is shown beside what was typed.</summary>
    public bool IsStale { get; private set; }

    public bool IsPlan => Of.Touchpoint.Outcome == Outcome.Pending;

    public bool AwaitsOutcome => Of.Touchpoint.AwaitsOutcome(viewer.Now);

    /// <summary>When the expectation of a planned encounter is locked, or since when.</summary>
    public string? Lock => Of.Touchpoint switch
    {
        { Planned: false } => null,
        { HappenedAt: var at } when at <= viewer.Now => $"Locked since {At(at)}: a change now is marked.",
        { HappenedAt: var at } => $"Locked when it begins, {At(at)}: a change after that is marked.",
    };

    private string At(DateTimeOffset at) =>
        viewer.DayOf(at) == viewer.Today ? viewer.Local(at).ToString("t", viewer.Culture) : DayAndHour.Of(at, viewer.Zone).Words(viewer.Culture);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation)
    {
        if (!await LoadAsync(id, cancellation))
            return NotFound();
        Input.Show(Of.Touchpoint, viewer);
        Input.Version = Of.Touchpoint.Version;
        return Of.Touchpoint.VoidedAt is null ? Page() : RedirectToPage("Details", new { id });
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellation)
    {
        if (!await LoadAsync(id, cancellation))
            return NotFound();
        if (!ModelState.IsValid)
            return ShowAgain(null);
        var corrected = await touchpoints.CorrectAsync(this.Actor(), Input.ToCommand(Of.Touchpoint, viewer) with { Dispute = Answers() }, cancellation);
        if (corrected is not { } answer)
            return NotFound();
        if (answer.Refused(out var problem, out var done))
            return ShowAgain(problem);
        TempData["Flash"] = AwaitsOutcome ? "Logged." : "Corrected: the old version stays with the record.";
        this.TellLeft(done);
        return Dispute is null ? RedirectToPage("Details", new { id }) : RedirectToPage("/Disputes/Details", new { id = Dispute });
    }

    private ByDispute? Answers() => Dispute is { } dispute ? new(dispute, this.DisputeLink()) : null;

    private PageResult ShowAgain(Problem? problem)
    {
        IsStale = Input.Version != Of.Touchpoint.Version;
        // The next save is based on the version that is shown now.
        Input.Version = Of.Touchpoint.Version;
        ModelState.Remove("Input.Version");
        return this.Refused(problem);
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellation)
    {
        if (await query.RunAsync(this.Actor(), id, cancellation) is not { } found)
            return false;
        Of = found;
        View = new(new LogForm(), await choices.RunAsync(this.Actor(), new(found.Touchpoint.RelationshipId, WithCard: true), cancellation), viewer);
        return true;
    }

    /// <summary>The form, filled with what the touchpoint says.</summary>
    public sealed class Form : TouchpointForm
    {
        public int Version { get; set; }

        [StringLength(Touchpoint.ReasonMaxLength, ErrorMessage = "Keep the reason to {1} characters.")]
        public string? Reason { get; set; }

        public CorrectTouchpoint ToCommand(Touchpoint touchpoint, Viewer viewer)
        {
            var said = ToDetails(viewer) with { Repairs = touchpoint.Say().Repairs };
            // What is typed knows no seconds: an untouched time stays what it was.
            var unmoved = HappenedAt?.Meant is not { } meant || meant == DayAndHour.Of(touchpoint.HappenedAt, viewer.Zone);
            return new(touchpoint.Id, Version, unmoved ? said with { HappenedAt = touchpoint.HappenedAt } : said, Reason);
        }
    }
}
