using Microsoft.EntityFrameworkCore;
using TrustCoach.Domain.Scoring;
using TrustCoach.IntegrationTests.Infrastructure;
using TrustCoach.IntegrationTests.Touchpoints;
using TrustCoach.Services.Data;
using TrustCoach.Services.People;
using TrustCoach.Services.Scoring;

namespace TrustCoach.IntegrationTests.Why;

/// <summary>Asks the questions of the why pages as one request would: with a context of its own.</summary>
internal static class Asked
{
    public static Task<WhyPage?> WhyAsync(
        this Scene scene, GivenPerson by, ScoreKind score = ScoreKind.Credibility, DateOnly? on = null, bool then = false, int page = 1, CommandCounter? counter = null) =>
        scene.AskAsync(by, (db, moments, actor) => new WhyQuery(db, Ledger(db, scene), moments, scene.Web.Clock)
            .RunAsync(actor, new(scene.CustomerId, by.Id == scene.Rep.Id ? null : scene.Rep.Id, score, on, then, page), default), counter);

    public static Task<ChangesPage?> ChangesAsync(this Scene scene, string? span = null, DateOnly? from = null, DateOnly? to = null, CommandCounter? counter = null) =>
        scene.AskAsync(scene.Rep, (db, moments, actor) => new ChangesQuery(db, Ledger(db, scene), moments, scene.Web.Clock)
            .RunAsync(actor, new(scene.CustomerId, null, span, from, to), default), counter);

    public static Task<WhatIfPage?> WhatIfAsync(this Scene scene, DateOnly? by = null, IReadOnlySet<Guid>? kept = null, int? met = null, CommandCounter? counter = null) =>
        scene.AskAsync(scene.Rep, (db, moments, actor) => new WhatIfQuery(db, Ledger(db, scene), moments, scene.Web.Clock)
            .RunAsync(actor, new(scene.CustomerId, null, ScoreKind.Credibility, by, kept, met), default), counter);

    public static Task<RelationshipHistory?> HistoryAsync(this Scene scene, string weeks = "all", CommandCounter? counter = null) =>
        scene.AskAsync(scene.Rep, (db, moments, actor) => new RelationshipHistoryQuery(db, Ledger(db, scene), moments, scene.Web.Clock)
            .RunAsync(actor, scene.CustomerId, null, weeks, default), counter);

    public static async Task<T> AskAsync<T>(this Scene scene, GivenPerson by, Func<TrustCoachDb, RelationshipMoments, Actor, Task<T>> ask, CommandCounter? counter = null)
    {
        var actor = await scene.Web.ActorAsync(by);
        var options = new DbContextOptionsBuilder<TrustCoachDb>().UseNpgsql(scene.Web.ConnectionString);
        if (counter is not null)
            options.AddInterceptors(counter);
        await using var db = new TrustCoachDb(options.Options, CurrentOrganization.Of(scene.Organization.Id));
        var rules = new RuleBook();
        // Rules are read once in the life of an app.
        await rules.OfAsync(db, 1, default);
        counter?.Reset();
        return await ask(db, new RelationshipMoments(db, rules, new ReputationQuery(db, rules), new ReputationThenQuery(db), scene.Web.Clock), actor);
    }

    private static RelationshipLedgerQuery Ledger(TrustCoachDb db, Scene scene) => new(db, scene.Web.Clock);
}
