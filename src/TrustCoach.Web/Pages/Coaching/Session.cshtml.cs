using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TrustCoach.Domain;
using TrustCoach.Domain.Coaching;
using TrustCoach.Domain.People;
using TrustCoach.Services.Coaching;
using TrustCoach.Services.People;
using TrustCoach.Web.Infrastructure;
using TrustCoach.Web.Infrastructure.Identity;

namespace TrustCoach.Web.Pages.Coaching;

/// <summary>What did we agree, was it kept? The rep's words first, then the agenda, the notes and what is promised.</summary>
[Needs(Thing.Coaching, Act.See)]
public sealed class SessionModel(
    SessionQuery query, CoachingSessionService sessions, SessionWritingService writing, AgendaService agenda, Viewer viewer) : PageModel
{
    public SessionPage Of { get; private set; } = null!;

    /// <summary>Texts that were sent and refused where their form is not shown any more: nothing typed is lost.</summary>
    public IReadOnlyList<string> Typed { get; private set; } = [];

    /// <summary>The reader asked to have their own note on the printed page.</summary>
    [BindProperty(SupportsGet = true, Name = "print")] public string? Print { get; set; }

    [BindProperty] public WordsForm Words { get; set; } = new();

    [BindProperty] public NoteForm Shared { get; set; } = new();

    [BindProperty] public NoteForm Private { get; set; } = new();

    [BindProperty] public ItemForm Item { get; set; } = new();

    [BindProperty] public AgreeForm Agree { get; set; } = new();

    [BindProperty] public ReplyForm Reply { get; set; } = new();

    /// <summary>It can still be written into.</summary>
    public bool IsLive => Of is { MayWrite: true, Session.State: SessionState.Planned };

    /// <summary>Only who coaches the rep closes it.</summary>
    public bool MayClose => IsLive && !Of.IsRep;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation) => await LoadAsync(id, cancellation) ? Page() : NotFound();

    public Task<IActionResult> OnPostWordsAsync(Guid id, CancellationToken cancellation) =>
        DoAsync(id, nameof(Words), "Saved: what you want to say comes first.", "words", actor => writing.WriteWordsAsync(actor, Words.ToCommand(id), cancellation), cancellation);

    public Task<IActionResult> OnPostSharedAsync(Guid id, CancellationToken cancellation) =>
        DoAsync(id, nameof(Shared), "Saved, for both of you.", "notes", actor => writing.WriteSharedAsync(actor, Shared.ToCommand(id), cancellation), cancellation);

    public Task<IActionResult> OnPostPrivateAsync(Guid id, CancellationToken cancellation) =>
        DoAsync(id, nameof(Private), "Saved, for you alone.", "notes", actor => writing.WritePrivateAsync(actor, Private.ToCommand(id), cancellation), cancellation);

    public Task<IActionResult> OnPostItemAsync(Guid id, CancellationToken cancellation) =>
        DoAsync(id, nameof(Item), "On the agenda.", "agenda", actor => agenda.AddAsync(actor, Of.Session.RepId, Item.Text, AgendaSource.Words, cancellation, Item.Key), cancellation);

    /// <summary>Takes one of the proposals; what it says comes from the record, not from the form.</summary>
    public Task<IActionResult> OnPostTakeAsync(Guid id, AgendaSourceKind kind, string? key, CancellationToken cancellation) =>
        DoAsync(id, "", "On the agenda.", "agenda", async actor => Of.Proposals.FirstOrDefault(p => p.Source == new AgendaSource(kind, key ?? "")) is { } proposal
            ? await agenda.AddAsync(actor, Of.Session.RepId, proposal.Text, proposal.Source, cancellation)
            : Of.Agenda.Any(a => a.Item.Source == new AgendaSource(kind, key ?? "")) ? new AgendaAdded(id, true)
            : new Problem("", "The record does not propose this any more."), cancellation);

    public Task<IActionResult> OnPostSettleAsync(Guid id, Guid item, CancellationToken cancellation) =>
        DoAsync(id, "", "Talked about.", "agenda", actor => agenda.SettleAsync(actor, item, cancellation), cancellation);

    public Task<IActionResult> OnPostReopenAsync(Guid id, Guid item, CancellationToken cancellation) =>
        DoAsync(id, "", "Back on the agenda.", "agenda", actor => agenda.ReopenAsync(actor, item, cancellation), cancellation);

    public Task<IActionResult> OnPostAgreeAsync(Guid id, [FromServices] AgreedPromiseService promises, CancellationToken cancellation) =>
        DoAsync(id, nameof(Agree), "Promised: it stands on both ledgers.", "agreed", async actor => Agree.ByRep is null
            ? new Problem(nameof(Agree.ByRep), "Say who promises it.") : await promises.AgreeAsync(actor, Agree.ToCommand(id), cancellation), cancellation);

    public async Task<IActionResult> OnPostCloseAsync(Guid id, CancellationToken cancellation)
    {
        if (!await LoadAsync(id, cancellation) || await sessions.CloseAsync(this.Actor(), id, cancellation) is not { } closed)
            return NotFound();
        if (closed.Refused(out var problem, out var done))
            return Refuse(problem, "");
        TempData["Flash"] = done.Next is { } next ? $"Closed. The next one is planned {CoachingWords.On(next, viewer)}." : "Closed.";
        return RedirectToPage(new { id });
    }

    public Task<IActionResult> OnPostAcknowledgeAsync(Guid id, CancellationToken cancellation) =>
        DoAsync(id, nameof(Reply), "Acknowledged.", "closed", actor => writing.AcknowledgeAsync(actor, id, Reply.Reply, cancellation), cancellation);

    private async Task<IActionResult> DoAsync<T>(
        Guid id, string form, string done, string part, Func<Actor, Task<Result<T>?>> change, CancellationToken cancellation)
    {
        if (!await LoadAsync(id, cancellation))
            return NotFound();
        if (!ModelState.IsValid)
            return Refuse(null, form);
        if (await change(this.Actor()) is not { } changed)
            return Of.MayWrite ? NotFound() : Refuse(new("", CoachingWords.NotYours(Of)), form);
        if (changed.Refused(out var problem, out _))
        {
            await LoadAsync(id, cancellation);
            return Refuse(problem, form);
        }

        TempData["Flash"] = done;
        return RedirectToPage(null, null, new { id }, part);
    }

    private PageResult Refuse(Problem? problem, string form)
    {
        if (!IsLive)
            Typed = [.. Request.Form.Where(f => f.Key.Contains('.', StringComparison.Ordinal) && IsText(f.Key)).Select(f => f.Value.ToString().Trim()).Where(text => text.Length > 0)];
        return this.Refused(problem, form);
    }

    private static bool IsText(string name) => !name.EndsWith(".Version", StringComparison.Ordinal) && !name.EndsWith(".Key", StringComparison.Ordinal)
        && !name.EndsWith(".ByRep", StringComparison.Ordinal) && !name.EndsWith(".As", StringComparison.Ordinal) && !name.EndsWith(".Of", StringComparison.Ordinal);

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellation)
    {
        if (await query.RunAsync(this.Actor(), id, cancellation) is not { } of)
            return false;
        Of = of;
        Guid Key(Guid known) => known == Guid.Empty ? Guid.CreateVersion7(viewer.Now) : known;
        (Item.Key, Agree.Key) = (Key(Item.Key), Key(Agree.Key));
        var session = of.Session;
        if (Request.Method == HttpMethods.Get)
        {
            Words = new() { WentWell = session.WentWell, IsHard = session.IsHard, Wanted = session.Wanted };
            (Shared.Note, Private.Note) = (session.SharedNote, of.Private.Text);
        }

        return true;
    }
}
