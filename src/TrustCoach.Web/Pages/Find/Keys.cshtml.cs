using Microsoft.AspNetCore.Mvc.RazorPages;
using TrustCoach.Domain.People;
using TrustCoach.Web.Infrastructure.Identity;

namespace TrustCoach.Web.Pages.Find;

/// <summary>The keys, for those who look before they press.</summary>
[Needs(Thing.Profile, Act.Edit)]
public sealed class KeysModel : PageModel;
