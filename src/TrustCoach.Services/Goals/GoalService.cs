using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using TrustCoach.Domain;
using TrustCoach.Domain.Goals;
using TrustCoach.Domain.People;
using TrustCoach.Services.Audit;
using TrustCoach.Services.Customers;
using TrustCoach.Services.Data;
using TrustCoach.Services.People;

namespace TrustCoach.Services.Goals;

/// <summary>Proposes a goal to a rep, or to oneself.</summary>
/// <param name="Key">Made with the form: sent twice, it proposes one.</param>
public sealed record ProposeGoal(Guid Key, Guid RepId, GoalTarget Target);

/// <summary>What people do with goals. Null where the actor has no such rep or goal; a refusal where it cannot be done.</summary>
public sealed partial class GoalService(TrustCoachDb db, TimeProvider clock, ILogger<GoalService> logger)
{
    /// <summary>Proposes one; its id. A rep's own runs at once.</summary>
    public async Task<Result<Guid>?> ProposeAsync(Actor actor, ProposeGoal command, CancellationToken cancellation)
    {
        var (now, today) = (clock.GetUtcNow(), actor.Today(clock.GetUtcNow()));
        await using var unit = await db.Database.BeginTransactionAsync(cancellation);
        await db.PassOneAtATimeAsync($"goals {command.RepId}", cancellation);
        if (!await db.PeopleFor(actor, Thing.Goal, Act.Log).WhoAim().AnyAsync(p => p.Id == command.RepId, cancellation))
            return null;
        var id = command.Key == Guid.Empty ? Guid.CreateVersion7(now) : command.Key;
        if (await db.Goals.AnyAsync(g => g.Id == id, cancellation))
            return id;
        if (await db.Goals.OfRep(command.RepId).NotOverBefore(today).CountAsync(cancellation) >= Goal.MostAtATime)
            return new Problem("", "Three goals at a time are enough: more are none. Let one end, or take one back, then propose this one.");
        if (Goal.Propose(new(actor.OrganizationId, id, command.RepId, actor.PersonId), command.Target, now, today).Refused(out var problem, out var goal))
            return problem;
        db.Add(goal);
        return await SaveAsync(actor, goal, AuditActs.GoalProposed, unit, cancellation);
    }

    /// <summary>The rep agrees: it runs from today.</summary>
    public Task<Result<Guid>?> AgreeAsync(Actor actor, Guid id, int version, CancellationToken cancellation) =>
        ChangeAsync(actor, id, Act.Edit, AuditActs.GoalAgreed, (goal, today) => goal.Agree(version, today), cancellation);

    /// <summary>The rep asks for another, in words.</summary>
    public Task<Result<Guid>?> DeclineAsync(Actor actor, Guid id, int version, string? words, CancellationToken cancellation) =>
        ChangeAsync(actor, id, Act.Edit, AuditActs.GoalDeclined, (goal, today) => goal.Decline(words, version, today), cancellation);

    /// <summary>The rep gives it up, with a reason.</summary>
    public Task<Result<Guid>?> GiveUpAsync(Actor actor, Guid id, int version, string? words, CancellationToken cancellation) =>
        ChangeAsync(actor, id, Act.Edit, AuditActs.GoalGivenUp, (goal, today) => goal.GiveUp(words, version, today), cancellation);

    /// <summary>The rep takes more weeks.</summary>
    public Task<Result<Guid>?> ProlongAsync(Actor actor, Guid id, int version, int? weeks, CancellationToken cancellation) =>
        ChangeAsync(actor, id, Act.Edit, AuditActs.GoalProlonged, (goal, today) => goal.Prolong(weeks, version, today), cancellation);

    /// <summary>The rep says what they make of it.</summary>
    public Task<Result<Guid>?> ReflectAsync(Actor actor, Guid id, int version, string? words, CancellationToken cancellation) =>
        ChangeAsync(actor, id, Act.Edit, AuditActs.GoalReflected, (goal, today) => goal.Reflect(words, version, today), cancellation);

    /// <summary>Whoever coaches the rep takes a proposal back that was not answered.</summary>
    public Task<Result<Guid>?> WithdrawAsync(Actor actor, Guid id, int version, CancellationToken cancellation) =>
        ChangeAsync(actor, id, Act.Void, AuditActs.GoalWithdrawn, (goal, today) => goal.Withdraw(version, today), cancellation);

    private async Task<Result<Guid>?> ChangeAsync(
        Actor actor, Guid id, Act act, string tells, Func<Goal, DateOnly, Problem?> change, CancellationToken cancellation)
    {
        var reached = db.PeopleFor(actor, Thing.Goal, act);
        await using var unit = await db.Database.BeginTransactionAsync(cancellation);
        var repId = await db.Goals.Where(g => g.Id == id && reached.Any(p => p.Id == g.RepId)).Select(g => (Guid?)g.RepId).SingleOrDefaultAsync(cancellation);
        if (repId is not { } of)
            return null;
        await db.PassOneAtATimeAsync($"goals {of}", cancellation);
        var goal = await db.Goals.SingleAsync(g => g.Id == id, cancellation);
        if (change(goal, actor.Today(clock.GetUtcNow())) is { } problem)
            return problem;
        return await SaveAsync(actor, goal, tells, unit, cancellation);
    }

    // What was written into a goal stays with it: the audit says who did what and when.
    private async Task<Result<Guid>> SaveAsync(
        Actor actor, Goal goal, string tells, Microsoft.EntityFrameworkCore.Storage.IDbContextTransaction unit, CancellationToken cancellation)
    {
        db.Record(actor, clock.GetUtcNow(), tells, goal.Id);
        await db.SaveChangesAsync(cancellation);
        await unit.CommitAsync(cancellation);
        LogChanged(goal.Id, goal.State);
        return goal.Id;
    }

    [LoggerMessage(LogLevel.Information, "Goal {GoalId} is {State}.")]
    private partial void LogChanged(Guid goalId, GoalState state);
}
