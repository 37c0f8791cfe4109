using System.Globalization;
using TrustCoach.Domain.Scoring;
using TrustCoach.Services.Numbers;
using TrustCoach.Web.Pages.Team;
using TrustCoach.Web.TagHelpers;

namespace TrustCoach.Web.Pages.Reps;

/// <summary>Words and addresses of the pages that take a rep's numbers apart.</summary>
public static class RepWords
{
    public static string Url(Guid repId, string part) => $"/reps/{repId}/{part}";

    public static string Trait(Guid repId, Trait trait) => Url(repId, $"traits/{TeamWords.Slug(trait)}");

    /// <summary>The way here: from the rep's page for who coaches them, from the customers for the rep.</summary>
    public static IReadOnlyList<Crumb> Trail(SeenRep rep) =>
        rep.IsOwn ? [new Crumb("Customers", "/customers")] : [new Crumb("Team", "/team"), new Crumb(rep.Name, TeamWords.Rep(rep.Id))];

    /// <summary>Where a relationship stands, as this reader opens it.</summary>
    public static string Customer(SeenRep rep, Guid customerId) => rep.IsOwn ? $"/customers/{customerId}" : TeamWords.Customer(customerId, rep.Id);

    /// <summary>"0.66".</summary>
    public static string N(double number) => number.ToString("0.00", CultureInfo.CurrentCulture);

    /// <summary>"66.2".</summary>
    public static string Tenth(double points) => points.ToString("F1", CultureInfo.CurrentCulture);

    /// <summary>"66 %", rounded to whole percents.</summary>
    public static string Percent(double share) => share.ToString("P0", CultureInfo.CurrentCulture);
}
