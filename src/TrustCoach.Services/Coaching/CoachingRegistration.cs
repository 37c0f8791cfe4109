using Microsoft.Extensions.DependencyInjection;

namespace TrustCoach.Services.Coaching;

internal static class CoachingRegistration
{
    /// <summary>What the team pages call, and the worker that closes weeks.</summary>
    public static IServiceCollection AddCoaching(this IServiceCollection services)
    {
        services.AddSingleton<RepFiguresBook>();
        services.AddScoped<TeamCredibilityQuery>().AddScoped<AtRiskQuery>().AddScoped<TeamEventsQuery>();
        services.AddScoped<WithoutOutcomeQuery>().AddScoped<TeamRelationshipsQuery>().AddScoped<SignalsQuery>();
        services.AddScoped<RepPageQuery>().AddScoped<TraitEventsQuery>().AddScoped<RepNeedsQuery>();
        services.AddSingleton<NoteSeal>().AddScoped<CoachingSessionService>().AddScoped<SessionWritingService>().AddScoped<AgendaService>().AddScoped<AgreedPromiseService>();
        services.AddScoped<SessionQuery>().AddScoped<ProposalsQuery>().AddScoped<CoachingListQuery>().AddScoped<CoachedRepsQuery>()
            .AddScoped<AgendaItemQuery>().AddScoped<AgreedPromiseQuery>();
        return services.AddScoped<WeeklyPointsService>().AddHostedService<WeeklyPointsWorker>();
    }
}
