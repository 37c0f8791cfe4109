using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace TrustCoach.Services.People;

/// <summary>Identity as this app uses it: accounts, password hashes and tokens; sessions and lockout are our own.</summary>
internal static class IdentitySetup
{
    public static void AddAccounts(this IServiceCollection services)
    {
        // Before Identity's own, which takes its place only where there is none.
        services.AddSingleton<ILookupNormalizer, AccountNormalizer>();
        services.AddIdentityCore<Account>(options =>
            {
                options.User.RequireUniqueEmail = true;
                options.User.AllowedUserNameCharacters = "";   // the user name is the address, whose form is checked as such
                options.Password.RequiredLength = PassphraseRules.MinLength;
                options.Password.RequireDigit = false;
                options.Password.RequireLowercase = false;
                options.Password.RequireUppercase = false;
                options.Password.RequireNonAlphanumeric = false;
                options.Password.RequiredUniqueChars = 0;
            })
            .AddUserStore<AccountStore>()
            .AddPasswordValidator<PassphraseRules>()
            .AddDefaultTokenProviders();
        services.AddScoped<MenuCounts>();
        services.AddScoped<SessionBook>();
        services.AddScoped<SessionService>();
        services.AddScoped<SignInService>();
        services.AddSingleton<SecondFactorSeal>();
        services.AddScoped<SecondFactorCheck>().AddScoped<SecondFactorService>().AddScoped<SecondFactorReset>();
        services.AddScoped<AccountOpening>().AddScoped<FirstRun>();
        services.AddScoped<InvitationService>().AddScoped<JoinService>();
        services.AddScoped<PasswordService>().AddScoped<ProfileService>();
        services.AddScoped<PersonService>().AddScoped<PeopleQuery>();
        services.AddScoped<TeamService>().AddScoped<TeamsQuery>().AddScoped<OrganizationService>();
    }
}
