using Microsoft.EntityFrameworkCore;
using TrustCoach.Domain.Customers;
using TrustCoach.Domain.Imports;
using TrustCoach.Domain.People;
using TrustCoach.Domain.Promises;
using TrustCoach.Domain.Touchpoints;
using TrustCoach.Services.Data;

namespace TrustCoach.Services.Imports;

/// <summary>What the organization has already, found by external id, e-mail or name.</summary>
internal sealed class ImportKnown
{
    private readonly Dictionary<string, Guid> _people = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, Customer> _customers = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, Customer> _customersById = new(StringComparer.Ordinal);
    private readonly Dictionary<(Guid Rep, Guid Customer), Guid> _relationships = [];
    private readonly Dictionary<string, Promise> _promises = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Touchpoint> _touchpoints = new(StringComparer.Ordinal);

    private ImportKnown() { }

    /// <summary>Loads what rows of this file may meet. Promises and touchpoints come tracked, for updates.</summary>
    public static async Task<ImportKnown> LoadAsync(TrustCoachDb db, ImportRun run, CsvTable table, CancellationToken cancellation)
    {
        var known = new ImportKnown();
        var people = await db.People.AsNoTracking().Where(p => p.DeactivatedAt == null)
            .Select(p => new { p.Id, p.Name, p.ExternalId, Email = db.Accounts.Where(a => a.Id == p.Id).Select(a => a.Email).FirstOrDefault() })
            .ToListAsync(cancellation);
        foreach (var key in people.SelectMany(p => new[] { (p.ExternalId, p.Id), (p.Email, p.Id), (p.Name, p.Id) }))
        {
            if (key.Item1 is { } name)
                known._people.TryAdd(name, key.Id);
        }

        foreach (var customer in await db.Customers.OrderBy(c => c.Id).ToListAsync(cancellation))
            known.Add(customer);
        foreach (var relationship in await db.Relationships.AsNoTracking().Where(r => r.EndedOn == null).ToListAsync(cancellation))
            known.Add(relationship);

        if (run.Mapping.Columns.TryGetValue(ImportField.ExternalId, out var heading))
            await known.LoadByExternalIdAsync(db, run.Kind, table.Rows.Select(r => table.Cell(r, heading)).Where(id => id.Length > 0).Distinct().ToList(), cancellation);
        return known;
    }

    public Guid? Rep(string name) => _people.TryGetValue(name, out var id) ? id : null;

    public Customer? Customer(string name) => _customersById.GetValueOrDefault(name) ?? _customers.GetValueOrDefault(name);

    public Customer? CustomerByExternalId(string? externalId) => externalId is null ? null : _customersById.GetValueOrDefault(externalId);

    public Guid? Relationship(Guid repId, Guid customerId) => _relationships.TryGetValue((repId, customerId), out var id) ? id : null;

    public Promise? Promise(string? externalId) => externalId is null ? null : _promises.GetValueOrDefault(externalId);

    public Touchpoint? Touchpoint(string? externalId) => externalId is null ? null : _touchpoints.GetValueOrDefault(externalId);

    public void Add(Person person) => _people.TryAdd(person.Name, person.Id);

    public void Add(Customer customer)
    {
        _customers.TryAdd(customer.Name, customer);
        if (customer.ExternalId is { } id)
            _customersById[id] = customer;
    }

    public void Add(Relationship relationship) => _relationships[(relationship.RepId, relationship.CustomerId)] = relationship.Id;

    /// <summary>Forgets what a row brought that was then left out.</summary>
    public void Remove(Person person) => _people.Remove(person.Name);

    /// <summary>Forgets what a row brought that was then left out.</summary>
    public void Remove(Customer customer)
    {
        if (_customers.GetValueOrDefault(customer.Name) == customer)
            _customers.Remove(customer.Name);
        if (customer.ExternalId is { } id)
            _customersById.Remove(id);
    }

    /// <summary>Forgets what a row brought that was then left out.</summary>
    public void Remove(Relationship relationship) => _relationships.Remove((relationship.RepId, relationship.CustomerId));

    private async Task LoadByExternalIdAsync(TrustCoachDb db, ImportKind kind, List<string> ids, CancellationToken cancellation)
    {
        if (kind == ImportKind.Promises)
        {
            foreach (var promise in await db.Promises.Include(p => p.Turns).Where(p => ids.Contains(p.ExternalId!)).ToListAsync(cancellation))
                _promises[promise.ExternalId!] = promise;
        }
        else if (kind == ImportKind.Touchpoints)
        {
            foreach (var touchpoint in await db.Touchpoints.Include(t => t.Breakers).Include(t => t.Repairs).Where(t => ids.Contains(t.ExternalId!)).ToListAsync(cancellation))
                _touchpoints[touchpoint.ExternalId!] = touchpoint;
        }
    }
}
