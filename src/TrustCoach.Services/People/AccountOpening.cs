using Microsoft.AspNetCore.Identity;
using TrustCoach.Domain;

namespace TrustCoach.Services.People;

/// <summary>Makes the account with which a new person signs in; the caller saves it together with the person.</summary>
public sealed class AccountOpening(UserManager<Account> accounts)
{
    /// <param name="isConfirmed">True when the address was proven by a link sent to it.</param>
    public Result<Account> Open(Guid organizationId, Guid personId, string email, string name, string password, bool isConfirmed)
    {
        if (PassphraseRules.Refusal(password, email, name) is { } refusal)
            return new Problem("Password", refusal);
        var account = new Account
        {
            OrganizationId = organizationId,
            Id = personId,
            UserName = email,
            NormalizedUserName = accounts.NormalizeName(email),
            Email = email,
            NormalizedEmail = accounts.NormalizeEmail(email),
            EmailConfirmed = isConfirmed,
            LockoutEnabled = true,
            SecurityStamp = Guid.NewGuid().ToString("n"),
        };
        account.PasswordHash = accounts.PasswordHasher.HashPassword(account, password);
        return account;
    }

    /// <summary>Whether an address belongs to an account already, of whatever organization.</summary>
    public async Task<bool> IsTakenAsync(string email) => await accounts.FindByEmailAsync(email.Trim()) is not null;
}
