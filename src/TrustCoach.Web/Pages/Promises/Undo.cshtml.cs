using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using TrustCoach.Domain.People;
using TrustCoach.Domain.Promises;
using TrustCoach.Services.Promises;
using TrustCoach.Web.Infrastructure;
using TrustCoach.Web.Infrastructure.Identity;

namespace TrustCoach.Web.Pages.Promises;

/// <summary>Takes a closing back: at once from the message, later with a reason from here.</summary>
[Needs(Thing.Promise, Act.Edit)]
public sealed class UndoModel(PromiseQuery query, PromiseService promises) : PromisePage(query)
{
    /// <summary>The closing to take back; the one in force when null.</summary>
    [BindProperty(SupportsGet = true)] public Guid? Turn { get; set; }

    [BindProperty] public Form Input { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await FindAsync(true, cancellation) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!ModelState.IsValid)
            return await FindAsync(true, cancellation) ? this.Refused() : NotFound();
        return await AnswerAsync(await promises.UndoAsync(this.Actor(), new(Id, Turn, Input.Reason), cancellation), cancellation, "Open again");
    }

    public sealed class Form
    {
        [StringLength(Promise.ReasonMaxLength, ErrorMessage = "Keep the reason to {1} characters.")]
        public string? Reason { get; set; }
    }
}
