using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace TrustCoach.Web.Pages.Dev;

/// <summary>Every shared component in every state, in Development only; read by the accessibility test and by eye.</summary>
[AllowAnonymous]
public sealed class GalleryModel : PageModel
{
    [BindProperty] public Form Input { get; set; } = new();

    public IReadOnlyList<SelectListItem> People { get; } =
        [new("Dana Reyes", "dana"), new("Ilse Brandt", "ilse"), new("Tom Adeyemi", "tom"), new("Blue Quay", "quay")];

    public IReadOnlyList<SelectListItem> Channels { get; } =
        [new("Call", "Call"), new("Meeting", "Meeting"), new("Email", "Email"), new("Visit", "Visit")];

    public void OnGet(bool refused = false)
    {
        TempData["Flash"] = "Touchpoint logged for Ilse Brandt.";
        TempData["UndoUrl"] = "/dev/gallery";
        Input.Channel = "Meeting";
        if (refused)
        {
            ModelState.AddModelError("Input.Outcome", "Say how it went: missed, met or exceeded.");
            ModelState.AddModelError("Input.PromiseDue", "25 December 2025 is past. Promises fall due today or later.");
            ModelState.AddModelError("Input.Who", "Pick one of your own customers.");
            Input.Promise = "Send the revised SLA wording";
        }
    }

    public IActionResult OnPost() => RedirectToPage();

    public sealed class Form
    {
        public string? Who { get; set; } = "ilse";

        public string? Channel { get; set; }

        public string? Outcome { get; set; }

        [StringLength(300)] public string? Promise { get; set; }

        public DateOnly? PromiseDue { get; set; }

        public string? DueWords { get; set; }

        public DateTime? At { get; set; }

        [EmailAddress] public string Email { get; set; } = "maya@example.com";

        [DataType(DataType.MultilineText)] public string? Note { get; set; }

        public string? Team { get; set; }

        public int? MinutesLate { get; set; } = 25;

        public bool OwnedUp { get; set; } = true;

        public bool Referral { get; set; }

        public string? Theme { get; set; } = "system";
    }
}
