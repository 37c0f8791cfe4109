using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using TrustCoach.Domain.People;
using TrustCoach.Domain.Promises;
using TrustCoach.Services.Promises;
using TrustCoach.Web.Infrastructure.Identity;

namespace TrustCoach.Web.Pages.Promises;

/// <summary>Closed promises, the last first, with search and filter.</summary>
[Needs(Thing.Promise, Act.See)]
public sealed class ClosedModel(PromisesQuery promises) : PageModel
{
    public const int Size = 50;

    private static readonly (PromiseState State, string Word)[] Choices =
    [
        (PromiseState.Kept, "Kept"), (PromiseState.KeptLate, "Kept late"), (PromiseState.Broken, "Broken"), (PromiseState.Lapsed, "Lapsed"),
        (PromiseState.Voided, "Withdrawn"),
    ];

    [BindProperty(SupportsGet = true)] public string? Side { get; set; }

    [BindProperty(SupportsGet = true)] public Guid? Rep { get; set; }

    [BindProperty(SupportsGet = true)] public string? Q { get; set; }

    [BindProperty(SupportsGet = true)] public string? State { get; set; }

    [BindProperty(SupportsGet = true)] public string? After { get; set; }

    public PromisesPage Shown { get; private set; } = null!;

    public IReadOnlyList<SelectListItem> Reps { get; private set; } = [];

    public IReadOnlyList<SelectListItem> States { get; } = [.. Choices.Select(c => new SelectListItem(c.Word, c.State.ToString()))];

    public bool IsFiltered => !string.IsNullOrWhiteSpace(Q) || State is not null;

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var actor = this.Actor();
        var reps = actor.Reach(Thing.Promise, Act.See) == Reach.Own ? [] : await promises.RepsAsync(actor, cancellation);
        Reps = [.. reps.Select(rep => new SelectListItem(rep.Name, rep.Id.ToString()))];
        Rep = reps.Exists(rep => rep.Id == Rep) ? Rep : null;
        var state = Array.Find(Choices, choice => choice.State.ToString() == State).State;
        var direction = Side == "theirs" ? Direction.Theirs : Direction.Ours;
        var words = Q?.Length > Promise.TextMaxLength ? Q[..Promise.TextMaxLength] : Q;
        Shown = await promises.ClosedAsync(actor, direction, Rep, state == 0 ? null : state, words, PromiseCursor.Parse(After), Size, cancellation);
    }
}
