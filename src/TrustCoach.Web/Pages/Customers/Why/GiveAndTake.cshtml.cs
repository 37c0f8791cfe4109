using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TrustCoach.Domain;
using TrustCoach.Domain.Coaching;
using TrustCoach.Domain.Dates;
using TrustCoach.Domain.Favours;
using TrustCoach.Domain.People;
using TrustCoach.Domain.Touchpoints;
using TrustCoach.Services.Favours;
using TrustCoach.Web.Infrastructure;
using TrustCoach.Web.Infrastructure.Identity;

namespace TrustCoach.Web.Pages.Customers.Why;

/// <summary>Whose turn is it? A year of give and take on both sides, the ladder, and every favour with its part in the balance.</summary>
[Needs(Thing.Score, Act.See)]
public sealed class GiveAndTakeModel(GiveAndTakeQuery query, FavourService favours, Viewer viewer) : ReadPage<GiveAndTakePage>, IShowsEvidence
{
    [BindProperty] public Form Input { get; set; } = new();

    [BindProperty(SupportsGet = true)] public Guid Id { get; set; }

    /// <summary>Whose relationship; null for one's own, else the one that runs.</summary>
    [BindProperty(SupportsGet = true)] public Guid? Rep { get; set; }

    [BindProperty(SupportsGet = true)] public string? ReturnUrl { get; set; }

    public IEnumerable<EvidenceOpened> Opened => [WhyWords.Opened(Of.Of)];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        Input.Key = Guid.CreateVersion7(viewer.Now);
        return Show(await query.RunAsync(this.Actor(), Id, Rep, cancellation));
    }

    public async Task<IActionResult> OnGetCsvAsync(CancellationToken cancellation) => await OnGetAsync(cancellation) is PageResult page
        ? this.Csv(new($"give-and-take-{Of.Of.Customer}", ["Month", "We gave", "We kept", "We broke", "They gave", "They kept", "They broke"],
            Of.Year.Months.Select(m => (object?[])[
                m.First.ToString("yyyy-MM", CultureInfo.InvariantCulture), m.Ours.Value, m.Ours.Kept, m.Ours.Broken, m.Theirs.Value, m.Theirs.Kept, m.Theirs.Broken])))
        : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (await query.RunAsync(this.Actor(), Id, Rep, cancellation) is not { MayChange: true } of)
            return NotFound();
        Show(of);
        if (!ModelState.IsValid)
            return this.Refused();
        if (await favours.NoteAsync(this.Actor(), Input.ToCommand(of.Of.Relationship.Id), cancellation) is not { } noted)
            return NotFound();
        if (noted.Refused(out var problem, out _))
            return this.Refused(problem);
        TempData["Flash"] = Input.By == GivenBy.They && !Input.Thanked ? "Noted. Thank them while it is fresh." : "Noted.";
        return Back();
    }

    public Task<IActionResult> OnPostThankAsync(Guid gesture, CancellationToken cancellation) => ChangeAsync(
        favours.ThankAsync(this.Actor(), gesture, true, cancellation), "Good. A thank-you costs nothing and is remembered.", Undo("Unthank", gesture));

    public Task<IActionResult> OnPostUnthankAsync(Guid gesture, CancellationToken cancellation) =>
        ChangeAsync(favours.ThankAsync(this.Actor(), gesture, false, cancellation), "Undone: the thank-you is open again.");

    public Task<IActionResult> OnPostRungAsync(Guid favour, Commitment? rung, CancellationToken cancellation) =>
        ChangeAsync(favours.StandOnAsync(this.Actor(), favour, rung, cancellation), rung is { } on ? $"It stands on the ladder: {FavourWords.Of(on)}." : "Taken off the ladder.");

    public Task<IActionResult> OnPostVoidAsync(Guid gesture, CancellationToken cancellation) =>
        ChangeAsync(favours.VoidAsync(this.Actor(), gesture, cancellation), "Withdrawn: it counts no more.", Undo("Restore", gesture));

    public Task<IActionResult> OnPostRestoreAsync(Guid gesture, CancellationToken cancellation) =>
        ChangeAsync(favours.RestoreAsync(this.Actor(), gesture, cancellation), "It counts again.");

    private async Task<IActionResult> ChangeAsync(Task<Result<Guid>?> change, string flash, string? undo = null)
    {
        if (await change is not { } done)
            return NotFound();
        if (done.Refused(out var problem, out _))
            (TempData["Flash"], TempData["FlashKind"]) = (problem.Message, "refused");
        else
            (TempData["Flash"], TempData["UndoUrl"]) = (flash, undo);
        return Back();
    }

    private string? Undo(string handler, Guid gesture) => Url.Page(null, handler, new { Id, Rep, gesture, ReturnUrl });

    private IActionResult Back() => Url.IsLocalUrl(ReturnUrl) ? LocalRedirect(ReturnUrl) : RedirectToPage(null, new { Id, Rep });

    public sealed class Form
    {
        /// <summary>Made with the form: sent twice, it notes one gesture.</summary>
        public Guid Key { get; set; }

        [Required(ErrorMessage = "Say who gave it.")]
        public GivenBy? By { get; set; }

        [StringLength(Gesture.TextMaxLength, ErrorMessage = "Keep it to {1} characters.")]
        public string? Text { get; set; }

        public short? Value { get; set; }

        public Commitment? Commitment { get; set; }

        [AskedFor(DateUse.Past)] public TypedDate? Day { get; set; }

        public bool Thanked { get; set; }

        public NoteGesture ToCommand(Guid relationshipId) => new(
            Key, relationshipId, By == GivenBy.We, Value ?? 1, Text, Day?.Meant?.Day, By == GivenBy.They ? Commitment : null, Thanked);
    }
}
