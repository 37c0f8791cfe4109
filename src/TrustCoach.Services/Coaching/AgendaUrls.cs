using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TrustCoach.Domain.Coaching;
using TrustCoach.Domain.Scoring;
using TrustCoach.Services.Data;

namespace TrustCoach.Services.Coaching;

/// <summary>Where agenda items can be read in full: at most two statements, whatever their number. What is gone since has no address.</summary>
internal sealed class AgendaUrls(TrustCoachDb db)
{
    public async Task<Dictionary<AgendaSource, string>> OfAsync(Guid repId, IReadOnlyCollection<AgendaSource> sources, CancellationToken cancellation)
    {
        var entries = IdsOf(sources, AgendaSourceKind.Evidence);
        // A promise that the clock has broken and nobody has booked stands for its own event.
        List<Guid> named = [.. IdsOf(sources, AgendaSourceKind.Promise), .. entries];
        var promises = named.Count == 0 ? [] : await db.Promises.Where(p => named.Contains(p.Id)).Select(p => p.Id).ToListAsync(cancellation);
        var events = entries.Count == 0 ? [] : await db.Ledger.Where(e => entries.Contains(e.Id))
            .Select(e => new { e.Id, e.TouchpointId, e.PromiseId }).ToDictionaryAsync(e => e.Id, cancellation);
        var urls = new Dictionary<AgendaSource, string>();
        foreach (var source in sources.Distinct())
        {
            var url = source.Kind switch
            {
                AgendaSourceKind.Promise when source.Id is { } id && promises.Contains(id) => $"/promises/{id}",
                AgendaSourceKind.Evidence when source.Id is { } id && events.GetValueOrDefault(id) is { } e =>
                    e.PromiseId is { } promise ? $"/promises/{promise}" : $"/touchpoints/{e.TouchpointId}",
                AgendaSourceKind.Evidence when source.Id is { } id && promises.Contains(id) => $"/promises/{id}",
                AgendaSourceKind.Trait when int.TryParse(source.Key, NumberStyles.None, CultureInfo.InvariantCulture, out var t) && Enum.IsDefined((Trait)t) =>
                    $"/reps/{repId}/traits/{((Trait)t == Trait.KeepingWord ? "keeping-word" : ((Trait)t).ToString().ToLowerInvariant())}",
                AgendaSourceKind.Dispute when source.Id is { } id => $"/disputes/{id}",
                _ => null,
            };
            if (url is not null)
                urls[source] = url;
        }

        return urls;
    }

    private static List<Guid> IdsOf(IReadOnlyCollection<AgendaSource> sources, AgendaSourceKind kind) =>
        [.. sources.Where(s => s.Kind == kind).Select(s => s.Id).OfType<Guid>()];
}
