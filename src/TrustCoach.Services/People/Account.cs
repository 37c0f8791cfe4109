using Microsoft.AspNetCore.Identity;
using TrustCoach.Domain;

namespace TrustCoach.Services.People;

/// <summary>
/// How a person signs in. Its id is the person's. Accounts form the directory across organizations, because an e-mail
/// address has to be found before it is known whose it is; everything else about a person lies in their organization.
/// </summary>
public sealed class Account : IdentityUser<Guid>, IInOrganization
{
    public Guid OrganizationId { get; set; }
}

/// <summary>A secret that goes with an account, such as the key of its authenticator app.</summary>
public sealed class AccountToken : IdentityUserToken<Guid>, IInOrganization
{
    public Guid OrganizationId { get; set; }
}
