using Microsoft.EntityFrameworkCore;
using TrustCoach.Domain.Lessons;
using TrustCoach.Domain.People;
using TrustCoach.Domain.Scoring;
using TrustCoach.Services.Data;
using TrustCoach.Services.People;
using TrustCoach.Services.Scoring;

namespace TrustCoach.Services.Lessons;

/// <summary>Reads the part of one's own log that a lesson's exercise looks at: one statement each, whatever there is.</summary>
public sealed class LessonLookQuery(TrustCoachDb db, RuleBook rules, TimeProvider clock)
{
    /// <summary>Rows shown; the rest is counted.</summary>
    public const int Shown = 8;

    public async Task<LookReading> RunAsync(Actor actor, LessonLook look, CancellationToken cancellation)
    {
        // One's own record, whoever else's one may see besides; who works with no customer has none.
        var mine = db.RelationshipsFor(actor, Thing.Touchpoint, Act.See).Where(r => r.RepId == actor.PersonId).AsNoTracking();
        var book = look == LessonLook.OneSided ? await rules.OfAsync(db, actor.RulesVersion, cancellation) : ScoringRules.Default;
        var rows = new LookRows(db, mine, actor, clock.GetUtcNow(), book).Of(look);
        var found = await rows.Take(Shown).Select(row => new { Row = row, Total = rows.Count() }).ToListAsync(cancellation);
        return new(look, found.Count == 0 ? 0 : found[0].Total, found.ConvertAll(f => f.Row));
    }
}
