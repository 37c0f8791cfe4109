using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using TrustCoach.Domain;
using TrustCoach.Domain.People;
using TrustCoach.Services.People;

namespace TrustCoach.Web.Infrastructure.Identity;

/// <summary>What may be chosen for a person: zones, formats, teams.</summary>
public static class PersonChoices
{
    public const string UsualCulture = "en-GB";

    // Those that write days by the Gregorian calendar, which forms and scores are in.
    private static readonly string[] CultureNames =
        ["en-GB", "en-US", "en-AU", "en-CA", "en-IE", "en-IN", "de-DE", "de-AT", "de-CH", "fr-FR", "fr-CH", "nl-NL", "es-ES", "es-MX", "it-IT", "pt-PT", "pt-BR", "pl-PL", "cs-CZ", "da-DK", "nb-NO", "sv-SE", "fi-FI", "ja-JP"];

    public static IReadOnlyList<SelectListItem> Zones { get; } =
        [.. TimeZoneInfo.GetSystemTimeZones().Select(z => z.Id).Where(id => id.Contains('/') || id == "UTC")
            .Where(id => !id.StartsWith("Etc/", StringComparison.Ordinal)).Order(StringComparer.Ordinal).Select(id => new SelectListItem(id.Replace('_', ' '), id))];

    public static IReadOnlyList<SelectListItem> Cultures { get; } =
        [.. CultureNames.Select(CultureInfo.GetCultureInfo).Select(c => new SelectListItem($"{c.EnglishName}: {new DateOnly(2026, 9, 2).ToString("d", c)}, {1234.5.ToString("N1", c)}", c.Name))];

    public static IReadOnlyList<SelectListItem> Of(IEnumerable<Named> rows) => [.. rows.Select(row => new SelectListItem(row.Name, row.Id.ToString()))];
}

/// <summary>The three roles as boxes to tick.</summary>
public sealed class RoleBoxes
{
    public bool Rep { get; set; }

    public bool Manager { get; set; }

    public bool Admin { get; set; }

    public static RoleBoxes Of(Roles roles) =>
        new() { Rep = roles.HasFlag(Roles.Rep), Manager = roles.HasFlag(Roles.Manager), Admin = roles.HasFlag(Roles.Admin) };

    public Roles Ticked() => (Rep ? Roles.Rep : 0) | (Manager ? Roles.Manager : 0) | (Admin ? Roles.Admin : 0);

    /// <summary>Puts a problem with the roles beside the first box.</summary>
    public static Problem Beside(Problem problem) => problem.Field == "Roles" ? problem with { Field = "Roles.Rep" } : problem;

    /// <summary>"Rep, Manager".</summary>
    public static string Words(Roles roles) => string.Join(", ", Enum.GetValues<Roles>().Where(r => r != Roles.None && roles.HasFlag(r)));
}
