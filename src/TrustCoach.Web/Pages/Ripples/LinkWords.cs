using Microsoft.AspNetCore.Mvc.Rendering;
using TrustCoach.Domain.Ripples;
using TrustCoach.Services.Customers;
using TrustCoach.Services.Ripples;

namespace TrustCoach.Web.Pages.Ripples;

/// <summary>Links between customers in words.</summary>
public static class LinkWords
{
    /// <summary>Stands where the name of a customer stands whom the reader may not see.</summary>
    public const string Unseen = "A customer of a colleague";

    public static string Of(LinkRole role) => role switch
    {
        LinkRole.ReferredThem => "Referred them to us",
        LinkRole.CameThroughThem => "Came to us through them",
        LinkRole.FormerColleagues => "Former colleagues",
        _ => "Same group of companies",
    };

    /// <summary>Who referred whom, or what they have in common.</summary>
    /// <param name="role">What <paramref name="other"/> is to <paramref name="customer"/>.</param>
    public static string Sentence(LinkRole role, string customer, string other) => role switch
    {
        LinkRole.ReferredThem => $"{other} referred {customer} to us.",
        LinkRole.CameThroughThem => $"{customer} referred {other} to us.",
        LinkRole.FormerColleagues => "People there worked together once.",
        _ => "Both belong to one group of companies.",
    };

    /// <summary>What another customer is to this one, as choices.</summary>
    public static IReadOnlyList<SelectListItem> Roles(string customer, string other) =>
    [
        Choice($"{other} referred {customer} to us", LinkRole.ReferredThem, "They gave their name for us."),
        Choice($"{customer} referred {other} to us", LinkRole.CameThroughThem, "They came on the word of somebody they trust."),
        Choice("Former colleagues", LinkRole.FormerColleagues, "They worked together once: name at least one of the two."),
        Choice("Same group of companies", LinkRole.SameGroup, "Companies are linked, not people: nobody is named."),
    ];

    /// <summary>People at a customer, as choices.</summary>
    public static IReadOnlyList<SelectListItem> People(IEnumerable<ContactFacts> contacts) =>
        [.. contacts.OrderBy(c => c.LeftAt is not null).Select(c => new SelectListItem(c.LeftAt is null ? c.Name : $"{c.Name} (left)", c.Id.ToString()))];

    /// <summary>Who looks after a customer.</summary>
    /// <param name="me">The reader.</param>
    public static string LookedAfter(LinkedCustomer customer, Guid me) =>
        customer.Archived ? "archived"
        : customer.Reps.Count == 0 ? "nobody looks after them now"
        : customer.Reps.Any(rep => rep.Id == me) ? "you look after them"
        : $"with {string.Join(" and ", customer.Reps.Select(rep => rep.Name))}";

    /// <summary>"Ilse Brandt here, Dana Reed there"; null when nobody is named.</summary>
    public static string? Who(LinkRow link) => (link.Contact, link.Other?.Person) switch
    {
        ({ } here, { } there) => $"{here} here, {there} there",
        ({ } here, null) => $"{here} here",
        (null, { } there) => $"{there} there",
        _ => null,
    };

    private static SelectListItem Choice(string text, LinkRole role, string hint) => new(text, role.ToString()) { Group = new() { Name = hint } };
}
