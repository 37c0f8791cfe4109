using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TrustCoach.Domain.TrustLists;

namespace TrustCoach.Web.Pages.Lists;

/// <summary>
/// A page of the two lists. No browser and no proxy keeps it, its forms keep no drafts on the device, its addresses and messages name
/// nobody.
/// </summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public abstract class ListsPage : PageModel
{
    /// <summary>A name and its reasons, as the forms ask for them.</summary>
    public sealed class NameForm
    {
        public string? Name { get; set; }

        /// <summary>Reasons chosen.</summary>
        public List<string> Traits { get; set; } = [];

        /// <summary>Reasons typed.</summary>
        public string? Words { get; set; }

        /// <summary>Made with the form: sent twice, it is one name.</summary>
        public Guid Id { get; set; }

        /// <summary>What the author had before their eyes; for a change.</summary>
        public int Version { get; set; }

        public WrittenName Written => new(Name, Traits, Words);

        public static NameForm Of(ListedName name) => new()
        {
            Name = name.Name,
            Traits = [.. name.Traits.Where(t => TraitWords.Of(t) is not null)],
            Words = string.Join(", ", name.Traits.Where(t => TraitWords.Of(t) is null)),
            Version = name.Version,
        };
    }
}
