using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using TrustCoach.Domain.Dates;
using TrustCoach.Domain.People;
using TrustCoach.Domain.Promises;
using TrustCoach.Services.Promises;
using TrustCoach.Web.Infrastructure;
using TrustCoach.Web.Infrastructure.Identity;

namespace TrustCoach.Web.Pages.Promises;

/// <summary>Says that a promise was kept: at once from a list, or with a day, more than promised, or a reason from here.</summary>
[Needs(Thing.Promise, Act.Edit)]
public sealed class KeptModel(PromiseQuery query, PromiseService promises) : PromisePage(query)
{
    [BindProperty] public Form Input { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await FindAsync(true, cancellation) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!ModelState.IsValid)
            return await FindAsync(true, cancellation) ? this.Refused() : NotFound();
        var kept = await promises.KeepAsync(this.Actor(), Input.ToCommand(Id, this.Actor().Zone), cancellation);
        return await AnswerAsync(kept, cancellation);
    }

    public sealed class Form
    {
        [AskedFor(DateUse.Past)] public TypedDate? At { get; set; }

        public bool Exceeded { get; set; }

        [StringLength(Promise.ReasonMaxLength, ErrorMessage = "Keep the reason to {1} characters.")]
        public string? Reason { get; set; }

        /// <summary>A day without an hour is its noon: neither midnight can move it to another day.</summary>
        public KeepPromise ToCommand(Guid id, TimeZoneInfo zone) =>
            new(id, Exceeded, At?.Meant?.At(zone, new(12, 0)), Reason);
    }
}
