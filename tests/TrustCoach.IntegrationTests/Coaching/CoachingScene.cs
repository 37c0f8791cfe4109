using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TrustCoach.Domain.Coaching;
using TrustCoach.Domain.People;
using TrustCoach.Domain.Promises;
using TrustCoach.IntegrationTests.Infrastructure;
using TrustCoach.Services.Coaching;
using TrustCoach.Services.Data;
using TrustCoach.Services.People;
using TrustCoach.Services.Promises;

namespace TrustCoach.IntegrationTests.Coaching;

/// <summary>A rep, who coaches them, and another manager with a team of their own.</summary>
internal sealed record CoachingScene(
    WebFixture Web, GivenOrganization Organization, GivenPerson Manager, GivenPerson Other, Team Team, Team OtherTeam, GivenPerson Rep)
{
    public static async Task<CoachingScene> SetAsync(WebFixture web)
    {
        var organization = await web.GivenAnOrganizationAsync();
        var (manager, other) = (await web.GivenAManagerAsync(organization, "Ingrid Solberg"), await web.GivenAManagerAsync(organization, "Marcus Adeyemi"));
        var team = await web.GivenATeamAsync(organization, manager, "North");
        return new(web, organization, manager, other, team, await web.GivenATeamAsync(organization, other, "South"), await web.GivenARepAsync(organization, team.Id, "Hanna Lindqvist"));
    }

    public DateTimeOffset Now => Web.Clock.GetUtcNow();

    public TrustCoachDb Db() => Web.Db(Organization);

    /// <summary>A planned session of the rep and the manager, opened by the manager.</summary>
    public async Task<Guid> OpenAsync()
    {
        var opened = await RunAsync<CoachingSessionService, Domain.Result<SessionDone>?>(Manager, (sessions, actor) => sessions.OpenAsync(actor, Rep.Id, default));
        return opened!.Value.Value.SessionId;
    }

    /// <summary>Plans it for some days ahead, at ten in Berlin.</summary>
    public async Task<Guid> PlanAsync(int days, int everyWeeks = 0)
    {
        var planned = await RunAsync<CoachingSessionService, Domain.Result<SessionDone>?>(
            Manager, (sessions, actor) => sessions.PlanAsync(actor, new(Rep.Id, Now.Date.AddDays(days).AddHours(8), everyWeeks), default));
        return planned!.Value.Value.SessionId;
    }

    /// <summary>Calls a service as somebody, in a scope of its own.</summary>
    public async Task<T> RunAsync<TService, T>(GivenPerson person, Func<TService, Actor, Task<T>> call)
        where TService : notnull
    {
        var actor = await Web.ActorAsync(person);
        await using var scope = Web.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TrustCoachDb>();
        await db.EnterAsync(Organization.Id, default);
        return await call(scope.ServiceProvider.GetRequiredService<TService>(), actor);
    }

    public async Task MoveRepToOtherTeamAsync()
    {
        await using var db = Db();
        var rep = await db.People.SingleAsync(p => p.Id == Rep.Id);
        rep.Assign(rep.Roles, OtherTeam.Id);
        await db.SaveChangesAsync();
    }

    public async Task<CoachingPromise> OwedAsync(Guid sessionId)
    {
        await using var db = Db();
        return await db.CoachingPromises.OrderByDescending(p => p.MadeAt).FirstAsync(p => p.SessionId == sessionId && p.Kind == CoachingPromiseKind.BeThere);
    }

    public async Task<CoachingSession> SessionAsync(Guid id)
    {
        await using var db = Db();
        return await db.CoachingSessions.SingleAsync(s => s.Id == id);
    }

    public async Task LetTheClockBookAsync()
    {
        await using var scope = Web.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<ClockService>().RunAsync(default);
    }

    /// <summary>A promise agreed on in a session.</summary>
    public async Task<Guid> AgreeAsync(Guid sessionId, bool byRep, string text, int days)
    {
        var key = Guid.CreateVersion7();
        var day = DateOnly.FromDateTime(Now.UtcDateTime).AddDays(days);
        var agreed = await RunAsync<AgreedPromiseService, Domain.Result<AgreedDone>?>(
            Manager, (promises, actor) => promises.AgreeAsync(actor, new(sessionId, byRep, text, day, key), default));
        agreed!.Value.Refused(out var problem, out _).Should().BeFalse(problem?.Message);
        return key;
    }

    public async Task<PromiseState> StateAsync(Guid promiseId)
    {
        await using var db = Db();
        return (await db.CoachingPromises.SingleAsync(p => p.Id == promiseId)).State;
    }
}
