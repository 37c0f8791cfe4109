using System.Linq.Expressions;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using TrustCoach.Services.Data;

namespace TrustCoach.Services.People;

/// <summary>
/// Keeps Identity's accounts. Looking one up reads the directory across organizations, because an address is unique among
/// all; afterwards the scope works for the organization it worked for, or for the account's when it worked for nobody.
/// </summary>
public sealed class AccountStore(TrustCoachDb db, IdentityErrorDescriber? describer = null)
    : UserOnlyStore<Account, TrustCoachDb, Guid, IdentityUserClaim<Guid>, IdentityUserLogin<Guid>, AccountToken>(db, describer)
{
    public override Task<Account?> FindByIdAsync(string userId, CancellationToken cancellationToken = default) =>
        Guid.TryParse(userId, out var id) ? LookUpAsync(a => a.Id == id, cancellationToken) : Task.FromResult<Account?>(null);

    public override Task<Account?> FindByNameAsync(string normalizedUserName, CancellationToken cancellationToken = default) =>
        LookUpAsync(a => a.NormalizedUserName == normalizedUserName, cancellationToken);

    public override Task<Account?> FindByEmailAsync(string normalizedEmail, CancellationToken cancellationToken = default) =>
        LookUpAsync(a => a.NormalizedEmail == normalizedEmail, cancellationToken);

    protected override AccountToken CreateUserToken(Account user, string loginProvider, string name, string? value) =>
        new() { OrganizationId = user.OrganizationId, UserId = user.Id, LoginProvider = loginProvider, Name = name, Value = value };

    protected override Task<AccountToken?> FindTokenAsync(Account user, string loginProvider, string name, CancellationToken cancellationToken) =>
        Context.AccountTokens.SingleOrDefaultAsync(t => t.UserId == user.Id && t.LoginProvider == loginProvider && t.Name == name, cancellationToken);

    private async Task<Account?> LookUpAsync(Expression<Func<Account, bool>> wanted, CancellationToken cancellation)
    {
        var organizationId = Context.Organization.Id;
        await Context.EnterDirectoryAsync(cancellation);
        var account = await Context.Accounts.IgnoreQueryFilters([TrustCoachDb.OrganizationFilter]).FirstOrDefaultAsync(wanted, cancellation);
        await Context.EnterAsync(organizationId == Guid.Empty && account is not null ? account.OrganizationId : organizationId, cancellation);
        return account;
    }
}
