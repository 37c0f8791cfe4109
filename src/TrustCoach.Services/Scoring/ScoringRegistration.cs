using Microsoft.Extensions.DependencyInjection;

namespace TrustCoach.Services.Scoring;

internal static class ScoringRegistration
{
    public static IServiceCollection AddScoring(this IServiceCollection services) => services
        .AddSingleton<RuleBook>()
        .AddScoped<LedgerWriter>().AddScoped<HistoryWriter>().AddScoped<RebuildService>()
        .AddScoped<ReadingsQuery>().AddScoped<FewReadingsQuery>().AddScoped<ReputationQuery>().AddScoped<ReputationThenQuery>()
        .AddScoped<RelationshipLedgerQuery>().AddScoped<RelationshipMoments>()
        .AddScoped<WhyQuery>().AddScoped<ChangesQuery>().AddScoped<WhatIfQuery>()
        .AddScoped<RelationshipHistoryQuery>().AddScoped<GroupHistoryQuery>();
}
