using Microsoft.EntityFrameworkCore;
using TrustCoach.Domain;
using TrustCoach.Domain.People;
using TrustCoach.Services.Data;
using TrustCoach.Services.People;

namespace TrustCoach.Services.Audit;

/// <param name="Person">Who did it; null for anybody.</param>
/// <param name="Act">One of <see cref="AuditActs"/>, or its beginning such as 'person.'; null for all.</param>
/// <param name="From">First day, on the reader's calendar.</param>
/// <param name="To">Last day, on the reader's calendar.</param>
/// <param name="Before">Only entries before this one: the end of the page above.</param>
public sealed record AuditFilter(Guid? Person = null, string? Act = null, Guid? Subject = null, DateOnly? From = null, DateOnly? To = null, Guid? Before = null);

/// <param name="Person">Who did it; null when the system's own clock did.</param>
public sealed record AuditRow(
    Guid Id, DateTimeOffset At, Guid? PersonId, string? Person, string Act, Guid SubjectId, string? Before, string? After, string? Reason);

/// <summary>Reads the audit, the newest first.</summary>
public sealed class AuditQuery(TrustCoachDb db)
{
    public const int PageSize = 50;

    public async Task<(IReadOnlyList<AuditRow> Rows, bool HasMore)> RunAsync(Actor actor, AuditFilter filter, CancellationToken cancellation)
    {
        if (!actor.May(Thing.Audit, Domain.People.Act.See))
            return ([], false);
        var entries = db.Audit.AsNoTracking();
        if (filter.Person is { } person)
            entries = entries.Where(e => e.PersonId == person);
        if (filter.Act is { Length: > 0 } act)
            entries = entries.Where(e => e.Act.StartsWith(act));
        if (filter.Subject is { } subject)
            entries = entries.Where(e => e.SubjectId == subject);
        if (filter.From is { Year: > 1 } from)
            entries = entries.Where(e => e.At >= Days.At(from, TimeOnly.MinValue, actor.Zone));
        if (filter.To is { Year: < 9999 } to)
            entries = entries.Where(e => e.At < Days.EndOf(to, actor.Zone));
        if (filter.Before is { } before)
            entries = entries.Where(e => e.Id.CompareTo(before) < 0);
        var rows = await entries.OrderByDescending(e => e.Id).Take(PageSize + 1)
            .Select(e => new AuditRow(
                e.Id, e.At, e.PersonId, db.People.Where(p => p.Id == e.PersonId).Select(p => p.Name).FirstOrDefault(),
                e.Act, e.SubjectId, e.Before, e.After, e.Reason))
            .ToListAsync(cancellation);
        return (rows.Take(PageSize).ToList(), rows.Count > PageSize);
    }

    /// <summary>Everybody who may have done something, to choose from.</summary>
    public async Task<IReadOnlyList<Named>> PeopleAsync(CancellationToken cancellation) => await db.People
        .OrderBy(p => p.Name).Take(500).Select(p => new Named(p.Id, p.Name)).ToListAsync(cancellation);

    /// <summary>The names of what entries point to by id; what is gone has none.</summary>
    public async Task<IReadOnlyDictionary<Guid, string>> NamesAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellation)
    {
        List<Named> names =
        [
            .. await db.People.Where(p => ids.Contains(p.Id)).Select(p => new Named(p.Id, p.Name)).ToListAsync(cancellation),
            .. await db.Teams.Where(t => ids.Contains(t.Id)).Select(t => new Named(t.Id, t.Name)).ToListAsync(cancellation),
            .. await db.Customers.Where(c => ids.Contains(c.Id)).Select(c => new Named(c.Id, c.Name)).ToListAsync(cancellation),
            .. await db.Contacts.Where(c => ids.Contains(c.Id)).Select(c => new Named(c.Id, c.Name)).ToListAsync(cancellation),
        ];
        return names.ToDictionary(n => n.Id, n => n.Name);
    }
}
