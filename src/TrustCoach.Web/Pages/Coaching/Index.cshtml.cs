using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TrustCoach.Domain;
using TrustCoach.Domain.Coaching;
using TrustCoach.Domain.People;
using TrustCoach.Services.Coaching;
using TrustCoach.Web.Infrastructure;
using TrustCoach.Web.Infrastructure.Identity;
using TrustCoach.Web.Pages.Promises;

namespace TrustCoach.Web.Pages.Coaching;

/// <summary>Whom do I sit down with next, and what do we owe each other? For both sides of the table.</summary>
[Needs(Thing.Coaching, Act.See)]
public sealed class IndexModel(CoachingListQuery query, AgendaService agenda, Viewer viewer) : PageModel
{
    [BindProperty] public Form Input { get; set; } = new();

    [BindProperty(SupportsGet = true)] public int Reps { get; set; } = 1;

    [BindProperty(SupportsGet = true)] public int Past { get; set; } = 1;

    public CoachingList Of { get; private set; } = null!;

    public bool MayPlan => this.Actor().May(Thing.Coaching, Act.Log);

    /// <summary>Whose ledger to read: one's own for who coaches, else that of who coaches them.</summary>
    public Guid? LedgerOf => MayPlan && Of.Reps.Count > 0 ? this.Actor().PersonId : Of.Coach?.ManagerId;

    public string Lead
    {
        get
        {
            var waiting = Of.Reps.Count(r => r.Next is { } next && viewer.DayOf(next.PlannedAt) < viewer.Today);
            var soon = Of.Reps.Count(r => r.Next is { } next && viewer.DayOf(next.PlannedAt) >= viewer.Today && viewer.DayOf(next.PlannedAt) <= viewer.Today.AddDays(7));
            var mine = Of.Agreed.Count(a => a.IsMine);
            var coming = $"{(soon == 0 ? "No session" : PromiseWords.Capital(Counted.Of(soon, "session", "sessions")))} in the next seven days";
            return (Of.Reps.Count, waiting) switch
            {
                (0, _) => mine == 0 ? "You owe nothing from your sessions." : $"{PromiseWords.Capital(Counted.Of(mine, "promise", "promises"))} from your sessions to keep.",
                (_, 0) => $"{coming}.",
                _ => $"{coming}, {Counted.Number(waiting)} past the day and not held.",
            };
        }
    }

    public Task OnGetAsync(CancellationToken cancellation) => LoadAsync(cancellation);

    public async Task<IActionResult> OnPostAddAsync(CancellationToken cancellation)
    {
        var actor = this.Actor();
        var added = ModelState.IsValid ? await agenda.AddAsync(actor, actor.PersonId, Input.Text, AgendaSource.Words, cancellation, Input.Key) : null;
        if (added is { } result && !result.Refused(out var problem, out _))
        {
            TempData["Flash"] = "On your agenda.";
            return RedirectToPage();
        }

        await LoadAsync(cancellation);
        return this.Refused(added is { } refused && refused.Refused(out problem, out _) ? problem : null);
    }

    private async Task LoadAsync(CancellationToken cancellation)
    {
        if (Input.Key == Guid.Empty)
            Input.Key = Guid.CreateVersion7(viewer.Now);
        (Reps, Past) = (Math.Clamp(Reps, 1, 1000), Math.Clamp(Past, 1, 1000));
        Of = await query.RunAsync(this.Actor(), Reps, Past, cancellation);
    }

    public sealed class Form
    {
        /// <summary>Made with the form: sent twice, it is one item.</summary>
        public Guid Key { get; set; }

        [StringLength(AgendaItem.TextMaxLength, ErrorMessage = "Keep it to {1} characters.")]
        public string? Text { get; set; }
    }
}
