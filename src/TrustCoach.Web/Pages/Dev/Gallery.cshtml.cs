using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using TrustCoach.Web.Charts;

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

    public static IReadOnlyList<string> Traits { get; } = ["Honesty", "Punctuality", "Sincerity", "Accountability", "Keeps word"];

    public IReadOnlyList<Rep> Reps { get; } =
    [
        ARep("Maya Okafor", 78, 24, [82, 88, 74, 90, 71]),
        ARep("Jonas Weber", 74, 20, [80, 69, 77, 84, 78]),
        ARep("Luis Ortega", 66, 60, [71, 48, 70, 66, 73]),
        ARep("Hanna Lind", 63, 12, [70, 77, 64, 61, null]),
        ARep("Theo Marsh", 52, 18, [58, 61, 44, 55, 39]),
        new("Nia Newcomer", [], null, [], [null, null, null, null, null]),
    ];

    public IReadOnlyList<CourseStep> Course { get; } =
        [new("Week from 2 November", 2, 5, "#"), new("Week from 9 November", 4, 6, "#"), new("Week from 16 November", 0, 0, "#"), new("Week from 23 November", 5, 5, "#")];

    public IReadOnlyList<HistoryPoint> History { get; } =
        [.. Enumerable.Range(0, 29).Select(week => new HistoryPoint(
            new DateOnly(2026, 4, 27).AddDays(week * 7),
            43 + (week * 1.1) + (2 * Math.Sin(week)) - (week > 21 ? 14 - (1.2 * (week - 21)) : 0),
            Math.Max(3, 17 - (week * 0.8)),
            11 + (week * 1.7) + Math.Sin(week) - (week > 21 ? 16 - (week - 21) : 0),
            TooEarly: week < 3))];

    public IReadOnlyList<HistoryMark> Marks { get; } =
        [.. "MEMEMmMEMBMEM".Select((letter, i) => new HistoryMark(
            new DateOnly(2026, 5, 4).AddDays(i * 15),
            letter switch { 'E' => "Exceeded", 'm' => "Missed", 'B' => "PromiseBroken", _ => "Met" },
            letter == 'B' ? "audit not delivered" : "Depot numbers, as asked",
            $"#event-{i}")),
            new(new DateOnly(2026, 9, 17), "Apology", "Said it before they asked"), new(new DateOnly(2026, 9, 18), "Late", "12 minutes")];

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

    // Waves instead of chance: the pictures are the same on every machine.
    private static Rep ARep(string name, double typical, int count, IReadOnlyList<double?> traits) => new(
        name,
        [.. Enumerable.Range(0, count).Select(i => typical + (22 * Math.Sin(i * 2.4)) - (i % 7 == 6 ? 18 : 0))
            .Select((value, i) => new SpreadDot($"Customer {i + 1}", value, $"/customers/{i + 1}", value < 50))],
        typical,
        [.. Enumerable.Range(0, 24).Select(i => typical + (4 * Math.Sin(i * 0.9)) + ((typical - 65) * i / 40))],
        traits);

    public sealed record Rep(string Name, IReadOnlyList<SpreadDot> Dots, double? Typical, IReadOnlyList<double> Trend, IReadOnlyList<double?> Traits);

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
