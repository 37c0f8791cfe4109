using Microsoft.EntityFrameworkCore;
using TrustCoach.Domain.People;
using TrustCoach.Services.Data;
using TrustCoach.Services.People;

namespace TrustCoach.Services.Touchpoints;

/// <summary>A customer as a device knows it that has no network.</summary>
/// <param name="Id">The actor's own relationship with it.</param>
/// <param name="People">Names of contacts, to be found by.</param>
public sealed record DeviceCustomer(Guid Id, Guid Customer, string Name, IReadOnlyList<string> People);

/// <summary>Reads what a person's device keeps to log without a network: names, nothing else.</summary>
public sealed class DeviceCustomersQuery(TrustCoachDb db)
{
    /// <summary>So many are kept, the recent ones first: more than anybody meets in the days a network can be away.</summary>
    public const int Most = 200;

    public async Task<IReadOnlyList<DeviceCustomer>> RunAsync(Actor actor, CancellationToken cancellation)
    {
        var me = actor.PersonId;
        return await (
            from r in db.RelationshipsFor(actor, Thing.Touchpoint, Act.Log)
            join c in db.Customers on r.CustomerId equals c.Id
            join s in db.Standings on r.Id equals s.RelationshipId
            where r.RepId == me && r.EndedOn == null && c.ArchivedAt == null
            orderby s.LastContactAt ?? DateTimeOffset.MinValue descending, c.Name, r.Id
            select new DeviceCustomer(
                r.Id, c.Id, c.Name, db.Contacts.Where(x => x.CustomerId == c.Id && x.LeftAt == null).OrderBy(x => x.Id).Select(x => x.Name).ToList()))
            .Take(Most).AsSingleQuery().ToListAsync(cancellation);
    }
}
