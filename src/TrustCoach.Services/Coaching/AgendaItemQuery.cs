using Microsoft.EntityFrameworkCore;
using TrustCoach.Domain.Coaching;
using TrustCoach.Services.Data;
using TrustCoach.Services.People;

namespace TrustCoach.Services.Coaching;

/// <summary>One agenda item to change.</summary>
/// <param name="SessionId">The planned session it stands on the agenda of; null while none is planned.</param>
public sealed record AgendaItemPage(AgendaItem Item, string RaisedBy, Guid? SessionId);

/// <summary>Reads one agenda item; null for all but the rep and who coaches them now.</summary>
public sealed class AgendaItemQuery(TrustCoachDb db)
{
    public async Task<AgendaItemPage?> RunAsync(Actor actor, Guid id, CancellationToken cancellation)
    {
        var found = await (
            from i in db.AgendaItems.AsNoTracking()
            join person in db.People on i.RaisedBy equals person.Id
            where i.Id == id
            select new AgendaItemPage(i, person.Name, db.CoachingSessions
                .Where(s => s.RepId == i.RepId && s.State == SessionState.Planned).Select(s => (Guid?)s.Id).FirstOrDefault())).SingleOrDefaultAsync(cancellation);
        return found is not null && await db.MayCoachAsync(actor, found.Item.RepId, cancellation) ? found : null;
    }
}
