using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Npgsql;
using TrustCoach.Domain;
using TrustCoach.Domain.Method;
using TrustCoach.Services.Audit;
using TrustCoach.Services.Data;
using TrustCoach.Services.People;

namespace TrustCoach.Services.Method;

/// <summary>Publishes a version of a team's card.</summary>
/// <param name="BasedOn">The number of the version the manager had before their eyes; another one than stands is refused.</param>
public sealed record PublishCard(Guid TeamId, int BasedOn, IReadOnlyList<StepDraft> Steps);

/// <summary>Publishes versions of a team's method card.</summary>
public sealed partial class MethodCardService(TrustCoachDb db, TimeProvider clock, ILogger<MethodCardService> logger)
{
    private static readonly Problem Overtaken = new(
        "", "Somebody published another version while you were writing. Your steps are kept below: compare, then publish again.");

    /// <summary>The number of the version that stands now; the same as before when nothing differs. Null when the actor coaches no such team.</summary>
    public async Task<Result<int>?> PublishAsync(Actor actor, PublishCard command, CancellationToken cancellation)
    {
        if (!await db.CoachedTeam(actor, command.TeamId).AnyAsync(cancellation))
            return null;
        var newest = await db.MethodCards.AsNoTracking().Where(c => c.TeamId == command.TeamId).OrderByDescending(c => c.Number).FirstOrDefaultAsync(cancellation);
        var (before, now) = (newest?.ToCard() ?? StepCard.Default, clock.GetUtcNow());
        if (MethodCard.Publish(actor.OrganizationId, Guid.CreateVersion7(now), command.TeamId, before, command.Steps, actor.PersonId, now)
            .Refused(out var problem, out var card))
        {
            return problem;
        }

        if (before.Steps.SequenceEqual(card.Steps))
            return before.Number;
        if (command.BasedOn != before.Number)
            return Overtaken;
        db.MethodCards.Add(card);
        db.Record(actor, now, AuditActs.MethodPublished, card.Id);
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException twice) when (twice.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            db.ChangeTracker.Clear();
            return Overtaken;
        }

        LogPublished(card.TeamId, card.Number);
        return card.Number;
    }

    [LoggerMessage(LogLevel.Information, "Published the method card of team {TeamId}, version {Number}.")]
    private partial void LogPublished(Guid teamId, int number);
}
