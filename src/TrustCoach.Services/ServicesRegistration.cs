using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using TrustCoach.Services.Audit;
using TrustCoach.Services.Briefings;
using TrustCoach.Services.Coaching;
using TrustCoach.Services.Confidences;
using TrustCoach.Services.Customers;
using TrustCoach.Services.Data;
using TrustCoach.Services.Demo;
using TrustCoach.Services.Digests;
using TrustCoach.Services.Disputes;
using TrustCoach.Services.Favours;
using TrustCoach.Services.Goals;
using TrustCoach.Services.Imports;
using TrustCoach.Services.Lessons;
using TrustCoach.Services.Mail;
using TrustCoach.Services.Method;
using TrustCoach.Services.Numbers;
using TrustCoach.Services.Opportunities;
using TrustCoach.Services.People;
using TrustCoach.Services.Practice;
using TrustCoach.Services.Promises;
using TrustCoach.Services.Records;
using TrustCoach.Services.Repairs;
using TrustCoach.Services.Ripples;
using TrustCoach.Services.Rules;
using TrustCoach.Services.Scoring;
using TrustCoach.Services.Touchpoints;
using TrustCoach.Services.TrustLists;

namespace TrustCoach.Services;

/// <summary>Registers what the pages call.</summary>
public static class ServicesRegistration
{
    /// <param name="connectionString">Of the one database.</param>
    public static IServiceCollection AddTrustCoachServices(this IServiceCollection services, string connectionString)
    {
        // Prepared after a few uses: the same few statements make up nearly all the work.
        var settings = new NpgsqlConnectionStringBuilder(connectionString) { MaxAutoPrepare = 100 };
        services.AddSingleton(_ => NpgsqlDataSource.Create(settings));
        services.AddSingleton(TimeProvider.System);
        services.AddCustomers();
        services.AddScoped<CurrentOrganization>();
        services.AddAccounts();
        services.AddCoaching();
        services.AddScoped<Find.FindQuery>();
        services.AddScoring();
        services.AddMail();
        services.AddScoped<AuditQuery>();
        services.AddImports();
        services.AddPromises();
        services.AddDisputes();
        services.AddOpportunities();
        services.AddBriefings();
        services.AddRules();
        services.AddNumbers();
        services.AddRepairs();
        services.AddRipples();
        services.AddPractice();
        services.AddTrustLists();
        services.AddConfidences();
        services.AddFavours();
        services.AddGoals();
        services.AddDigests();
        services.AddMethod();
        services.AddRecords();
        services.AddLessons();
        services.AddScoped<DemoWriter>().AddScoped<DemoOrganization>();
        services.AddScoped<TouchpointBook>().AddScoped<TouchpointService>().AddScoped<LogChoicesQuery>().AddScoped<DeviceCustomersQuery>().AddScoped<TouchpointQuery>().AddScoped<PlansQuery>();
        // The options are the same for every request, so they are made once.
        services.AddDbContext<TrustCoachDb>(
            (_, options) => options.UseNpgsql().AddInterceptors(OrganizationConnection.Instance),
            ServiceLifetime.Scoped, ServiceLifetime.Singleton);
        return services;
    }
}
