using TrustCoach.Domain.Coaching;

namespace TrustCoach.Services.Coaching;

/// <summary>Plans a session with a rep one coaches.</summary>
/// <param name="EveryWeeks">1 to 4, or 0 for none.</param>
public sealed record PlanSession(Guid RepId, DateTimeOffset At, int EveryWeeks);

/// <summary>Moves a planned session, or changes how often they meet.</summary>
/// <param name="Version">The version the person had before their eyes.</param>
public sealed record MoveSession(Guid SessionId, DateTimeOffset At, int EveryWeeks, int Version);

/// <summary>What the rep writes before a session.</summary>
/// <param name="Version">The version of the words that was before their eyes.</param>
public sealed record WriteWords(Guid SessionId, SessionWords Words, int Version);

/// <summary>Writes the shared note, or the actor's private one.</summary>
/// <param name="Version">The version of that note that was before their eyes.</param>
public sealed record WriteNote(Guid SessionId, string? Note, int Version);

/// <summary>A session that was planned, opened or changed.</summary>
/// <param name="Already">It was so before: nothing changed.</param>
public sealed record SessionDone(Guid SessionId, bool Already = false)
{
    /// <summary>When the next one was planned, if closing this one did.</summary>
    public DateTimeOffset? Next { get; init; }
}
