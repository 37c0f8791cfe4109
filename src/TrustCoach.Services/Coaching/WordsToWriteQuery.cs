using Microsoft.EntityFrameworkCore;
using TrustCoach.Domain.Coaching;
using TrustCoach.Services.Data;
using TrustCoach.Services.Disputes;
using TrustCoach.Services.People;

namespace TrustCoach.Services.Coaching;

/// <summary>A session of one's own that waits for one's words.</summary>
public sealed record WordsToWrite(Guid SessionId, DateTimeOffset PlannedAt, string Manager);

/// <summary>Reads whether a session within days still waits for the rep's words: one statement.</summary>
public sealed class WordsToWriteQuery(TrustCoachDb db)
{
    private static readonly TimeSpan Ahead = TimeSpan.FromDays(3);

    /// <summary>Null when none does, and when nobody coaches the actor now.</summary>
    public Task<WordsToWrite?> RunAsync(Actor actor, DateTimeOffset now, CancellationToken cancellation)
    {
        var (me, until) = (actor.PersonId, now + Ahead);
        return (
            from s in db.CoachingSessions
            join coach in db.Coaching() on s.RepId equals coach.RepId
            where s.RepId == me && s.State == SessionState.Planned && s.WordsAt == null && s.PlannedAt < until
            select new WordsToWrite(s.Id, s.PlannedAt, coach.Manager)).FirstOrDefaultAsync(cancellation);
    }
}
