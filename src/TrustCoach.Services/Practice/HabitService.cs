using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Npgsql;
using TrustCoach.Domain;
using TrustCoach.Domain.Practice;
using TrustCoach.Services.Data;
using TrustCoach.Services.People;

namespace TrustCoach.Services.Practice;

/// <summary>Picks and gives up one's own habit. It is private, so the audit does not tell of it.</summary>
public sealed partial class HabitService(TrustCoachDb db, TimeProvider clock, ILogger<HabitService> logger)
{
    /// <summary>Begins two weeks on a habit; one that runs makes room for it. The same habit again changes nothing.</summary>
    public async Task<Result<Habit>> PickAsync(Actor actor, Habit habit, CancellationToken cancellation)
    {
        if (!Enum.IsDefined(habit))
            return new Problem("Habit", "Pick one of the habits.");
        var (now, today) = (clock.GetUtcNow(), actor.Today(clock.GetUtcNow()));
        var last = await LastAsync(actor, cancellation);
        if (last is not null && last.Runs(today) && last.Habit == habit)
            return habit;
        if (last?.StartedOn == today)
        {
            last.ChangeTo(habit);
        }
        else
        {
            last?.Stop(today);
            db.HabitTrials.Add(new HabitTrial(actor.OrganizationId, Guid.CreateVersion7(now), actor.PersonId, habit, today));
        }

        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException twice) when (twice.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            return new Problem("", "A habit was picked at the same moment in another window. It is shown below; change it if it is not the one you want.");
        }

        LogChanged(actor.PersonId);
        return habit;
    }

    /// <summary>Gives up the habit that runs, if one does; its counts stay.</summary>
    public async Task GiveUpAsync(Actor actor, CancellationToken cancellation)
    {
        (await LastAsync(actor, cancellation))?.Stop(actor.Today(clock.GetUtcNow()));
        await db.SaveChangesAsync(cancellation);
        LogChanged(actor.PersonId);
    }

    private Task<HabitTrial?> LastAsync(Actor actor, CancellationToken cancellation) =>
        db.HabitTrials.Where(t => t.PersonId == actor.PersonId).OrderByDescending(t => t.StartedOn).FirstOrDefaultAsync(cancellation);

    [LoggerMessage(LogLevel.Information, "Person {PersonId} changed their habit.")]
    private partial void LogChanged(Guid personId);
}
