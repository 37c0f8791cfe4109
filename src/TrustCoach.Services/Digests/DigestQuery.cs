using TrustCoach.Domain;
using TrustCoach.Domain.People;
using TrustCoach.Services.Lessons;
using TrustCoach.Services.People;

namespace TrustCoach.Services.Digests;

/// <summary>Puts a person's digest together: the team first for who coaches one, then what is their own.</summary>
public sealed class DigestQuery(ManagerDigestQuery teams, RepDigestQuery reps, CoachingDigestQuery coaching, LessonOrderQuery lessons, TimeProvider clock)
{
    // When nothing asks for anything, this always helps.
    private static readonly DigestLine Always = new("Ask one customer what they expect of you next week, and write it down.", "/log");

    private static readonly DigestLine AlwaysCoach = new("Nothing stands out. Ask each rep what went well, and why.", "/team");

    /// <summary>The digest as it would be mailed now; null for somebody who neither coaches nor has customers to look after.</summary>
    public async Task<Digest?> RunAsync(Actor actor, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var team = actor.May(Thing.TeamCredibility, Act.See) ? await teams.RunAsync(actor, now, cancellation) : null;
        var own = actor.Roles.HasFlag(Roles.Rep) ? await reps.RunAsync(actor, now, cancellation) : null;
        if (team is null && own is null)
            return null;
        var sessions = await coaching.RunAsync(actor, now, cancellation);
        (team, own) = (team?.Owing(sessions), team is null ? own?.Owing(sessions) : own);
        var lesson = (await lessons.RunAsync(actor, cancellation)).Of(actor.Today(now));
        var to = Days.Of(now, actor.Zone);
        return new(
            $"Your week, {DigestWords.Span(to.AddDays(1 - DigestWords.Days), to)}",
            [.. new[] { team?.Changed, team?.Owed, own?.Changed, own?.Owed }.OfType<DigestSection>(), new("This week's lesson", [new($"{lesson.Title}. Five minutes.", "/lessons")], "")],
            team?.ToDo ?? own?.ToDo ?? (own is null ? AlwaysCoach : Always));
    }
}
