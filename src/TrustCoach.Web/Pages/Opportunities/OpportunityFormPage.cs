using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using TrustCoach.Domain.Opportunities;

namespace TrustCoach.Web.Pages.Opportunities;

/// <summary>A page with the form about one opportunity.</summary>
public abstract class OpportunityFormPage : PageModel
{
    [BindProperty] public Form Input { get; set; } = new();

    [BindProperty(SupportsGet = true)] public string? ReturnUrl { get; set; }

    /// <summary>What may have cost the trust.</summary>
    public IReadOnlyList<SelectListItem> Causes { get; protected set; } = [];

    public sealed class Form
    {
        /// <summary>Made with the form: sent twice, it opens one opportunity.</summary>
        public Guid Key { get; set; }

        public Guid? RelationshipId { get; set; }

        public int Version { get; set; }

        [StringLength(Opportunity.NameMaxLength, ErrorMessage = "Keep it to {1} characters.")] public string? Name { get; set; }

        public decimal? Value { get; set; }

        public OpportunityStage? Stage { get; set; }

        public DateOnly? OpenedOn { get; set; }

        public DateOnly? OfferedOn { get; set; }

        public DateOnly? ClosedOn { get; set; }

        public DecidedBy? DecidedBy { get; set; }

        [StringLength(Opportunity.WordsMaxLength, ErrorMessage = "Keep it to {1} characters.")] public string? Words { get; set; }

        public Guid? CauseId { get; set; }

        public OpportunityDetails ToDetails() => new(Name, Value, Stage, OpenedOn, OfferedOn, ClosedOn, DecidedBy, Words, CauseId);
    }
}
