using Microsoft.Extensions.DependencyInjection;

namespace TrustCoach.Services.Customers;

internal static class CustomersRegistration
{
    public static IServiceCollection AddCustomers(this IServiceCollection services) => services
        .AddScoped<ContactService>().AddScoped<CustomerService>().AddScoped<RelationshipService>().AddScoped<FearService>().AddScoped<FearsQuery>()
        .AddScoped<NeedService>().AddScoped<NeedsQuery>()
        .AddScoped<CustomerFormsQuery>().AddScoped<CustomerPageQuery>().AddScoped<CustomersQuery>().AddScoped<RepChoicesQuery>()
        .AddSingleton<VisitBook>().AddHostedService<VisitWorker>();
}
