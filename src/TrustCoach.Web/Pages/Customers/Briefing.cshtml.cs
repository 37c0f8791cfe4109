using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TrustCoach.Domain.Briefings;
using TrustCoach.Domain.Coaching;
using TrustCoach.Domain.People;
using TrustCoach.Domain.Touchpoints;
using TrustCoach.Services.Briefings;
using TrustCoach.Services.Touchpoints;
using TrustCoach.Web.Infrastructure;
using TrustCoach.Web.Infrastructure.Identity;

namespace TrustCoach.Web.Pages.Customers;

/// <summary>What must I not get wrong today? One page before a meeting, to be read or printed; its act is to write down what they expect.</summary>
[Needs(Thing.Briefing, Act.See)]
public sealed class BriefingModel(BriefingQuery briefings, TouchpointService touchpoints, SelfCheckService selfChecks) : PageModel, IShowsEvidence
{
    public IEnumerable<EvidenceOpened> Opened => [new(Of.Relationship.RepId, Of.Relationship.RepName, EvidencePage.Customer, Of.Customer.Id)];

    [BindProperty] public ExpectationForm Input { get; set; } = new();

    [BindProperty] public SelfCheckForm Check { get; set; } = new();

    /// <summary>The planned encounter to prepare; the next one when nothing is asked.</summary>
    [BindProperty(SupportsGet = true, Name = "of")] public Guid? Encounter { get; set; }

    public Briefing Of { get; private set; } = null!;

    public Guid? Rep => Of.Relationship.IsOwn ? null : Of.Relationship.RepId;

    public string CustomerUrl => $"/customers/{Of.Customer.Id}{(Rep is null ? "" : $"?rep={Rep}")}";

    public string LogUrl => $"/log?customer={Of.Customer.Id}{(Rep is null ? "" : $"&rep={Rep}")}&returnUrl={Uri.EscapeDataString($"/customers/{Of.Customer.Id}/briefing{(Rep is null ? "" : $"?rep={Rep}")}")}";

    public async Task<IActionResult> OnGetAsync(Guid id, Guid? rep, CancellationToken cancellation)
    {
        if (!await LoadAsync(id, rep, cancellation))
            return NotFound();
        if (Of.Encounter is { } encounter)
            Input = new() { TouchpointId = encounter.Id, Version = encounter.Version, Expectation = encounter.Expectation };
        if (Of.SelfCheck is { Check: var said })
            Check = new() { Tone = said.Tone, Appearance = said.Appearance, Demeanour = said.Demeanour };
        return Page();
    }

    public async Task<IActionResult> OnPostExpectationAsync(Guid id, Guid? rep, CancellationToken cancellation)
    {
        if (!await LoadAsync(id, rep, cancellation))
            return NotFound();
        if (!ModelState.IsValid)
            return this.Refused();
        if (await touchpoints.ExpectAsync(this.Actor(), new(Input.TouchpointId, Input.Version, Input.Expectation), cancellation) is not { } done)
            return NotFound();
        return done.Refused(out var problem, out _) ? this.Refused(problem) : Back("Written down. It locks when the encounter begins.");
    }

    public async Task<IActionResult> OnPostCheckAsync(Guid id, Guid? rep, CancellationToken cancellation)
    {
        if (!await LoadAsync(id, rep, cancellation))
            return NotFound();
        if (!ModelState.IsValid)
            return this.Refused();
        if (await selfChecks.WriteAsync(this.Actor(), Of.Relationship.Id, Check.ToCheck(), cancellation) is not { } kept)
            return NotFound();
        return kept.Refused(out var problem, out _) ? this.Refused(problem, nameof(Check)) : Back("Kept, for you alone.");
    }

    public async Task<IActionResult> OnPostTearUpAsync(Guid id, Guid? rep, CancellationToken cancellation) =>
        await LoadAsync(id, rep, cancellation) && await selfChecks.TearUpAsync(this.Actor(), Of.Relationship.Id, cancellation)
            ? Back("Torn up: nothing of it is left.") : NotFound();

    /// <summary>Where the evidence of a care can be read.</summary>
    public static string? UrlOf(CareEvidence? evidence) => evidence switch
    {
        { DisputedId: { } disputed } => $"/disputes/of/{disputed}",
        { PromiseId: { } promise } => $"/promises/{promise}",
        { NeedOfCustomerId: { } customer } => $"/customers/{customer}/need",
        { FearId: { } fear } => $"/fears/{fear}",
        { TouchpointId: { } touchpoint } => $"/touchpoints/{touchpoint}",
        _ => null,
    };

    private RedirectToPageResult Back(string flash)
    {
        TempData["Flash"] = flash;
        return RedirectToPage(new { id = Of.Customer.Id, rep = Rep, of = Encounter });
    }

    private async Task<bool> LoadAsync(Guid id, Guid? rep, CancellationToken cancellation) =>
        (Of = (await briefings.RunAsync(this.Actor(), id, rep, Encounter, cancellation))!) is not null;

    public sealed class ExpectationForm
    {
        public Guid TouchpointId { get; set; }

        public int Version { get; set; }

        [StringLength(Touchpoint.ExpectationMaxLength, ErrorMessage = "Keep the expectation to {1} characters.")] public string? Expectation { get; set; }
    }

    public sealed class SelfCheckForm
    {
        [StringLength(SelfCheck.AnswerMaxLength, ErrorMessage = "Keep it to {1} characters.")] public string? Tone { get; set; }

        [StringLength(SelfCheck.AnswerMaxLength, ErrorMessage = "Keep it to {1} characters.")] public string? Appearance { get; set; }

        [StringLength(SelfCheck.AnswerMaxLength, ErrorMessage = "Keep it to {1} characters.")] public string? Demeanour { get; set; }

        public SelfCheck ToCheck() => new(Tone, Appearance, Demeanour);
    }
}
