using TrustCoach.Domain;
using TrustCoach.Domain.Customers;
using TrustCoach.Domain.Imports;
using TrustCoach.Domain.People;
using TrustCoach.Domain.Promises;
using TrustCoach.Domain.Scoring;
using TrustCoach.Services.People;
using TrustCoach.Services.Scoring;

namespace TrustCoach.Services.Imports;

/// <summary>
/// Reads rows into what would be written. The dry run stops here; applying writes it down. Both run this same code on the
/// organization as it is, so they differ only when something changed in between.
/// </summary>
internal sealed partial class ImportPlan(Actor actor, ImportRun run, CsvTable table, ImportKnown known, ScoringRules rules, DateTimeOffset now)
{
    private readonly HashSet<string> _externalIds = [];

    public HistoryBatch Batch { get; } = new();

    public List<ImportRow> Report { get; } = [];

    public ImportCounts Counts => ImportCounts.Of(Report.Select(r => r.Verdict));

    private Guid Organization => actor.OrganizationId;

    private PromiseCalendar Calendar { get; } = new(now, actor.OrganizationZone, actor.OrganizationZone, rules.GraceDays);

    /// <summary>Reads row <paramref name="index"/>, counted from zero below the headings.</summary>
    public void Read(int index)
    {
        var values = new RowValues(table, run.Mapping, table.Rows[index], actor.OrganizationZone);
        var (verdict, field, message, before) = (RowVerdict.Refused, (string?)null, (string?)null, (string?)null);
        var (people, customers, relationships) = (Batch.People.Count, Batch.Customers.Count, Batch.Relationships.Count);
        try
        {
            RefuseTwice(values.Text(ImportField.ExternalId));
            (verdict, before) = run.Kind switch
            {
                ImportKind.Customers => Customer(values),
                ImportKind.Touchpoints => Touchpoint(values),
                _ => Promise(values),
            };
        }
        catch (RowRefused refused)
        {
            (field, message) = (refused.Field, refused.Message);
            TakeBack(people, customers, relationships);
        }

        Report.Add(new ImportRow(Organization, run.Id, index + 2, verdict, field, message, before));
    }

    // A row that is left out leaves nothing behind: neither the rep nor the customer it would have brought along.
    private void TakeBack(int people, int customers, int relationships)
    {
        Batch.People.Skip(people).ToList().ForEach(known.Remove);
        Batch.Customers.Skip(customers).ToList().ForEach(known.Remove);
        Batch.Relationships.Skip(relationships).ToList().ForEach(known.Remove);
        Batch.People.RemoveRange(people, Batch.People.Count - people);
        Batch.Customers.RemoveRange(customers, Batch.Customers.Count - customers);
        Batch.Relationships.RemoveRange(relationships, Batch.Relationships.Count - relationships);
    }

    private void RefuseTwice(string? externalId)
    {
        if (externalId is null)
            return;
        if (externalId.Length > Domain.Customers.Customer.ExternalIdMaxLength)
            throw new RowRefused(ImportField.ExternalId, $"Keep the external id under {Domain.Customers.Customer.ExternalIdMaxLength} characters.");
        if (!_externalIds.Add(externalId))
            throw new RowRefused(ImportField.ExternalId, $"'{RowValues.Short(externalId)}' stands in an earlier row too.");
    }

    private Guid Rep(RowValues values)
    {
        var name = values.Required(ImportField.Rep, "The rep is missing.");
        if (known.Rep(name) is { } found)
            return found;
        if (!run.Mapping.AddsPeople)
            throw new RowRefused(ImportField.Rep, $"Nobody here is called '{RowValues.Short(name)}'. Invite them first, or let the import add people.");
        var person = Accepted(
            Domain.People.Person.Join(Organization, Guid.CreateVersion7(now), name, Roles.Rep, run.Mapping.TeamId, actor.OrganizationZone.Id, actor.Culture.Name, now),
            ImportField.Rep).From(name.Length > Domain.People.Person.ExternalIdMaxLength ? null : name, run.Id);
        Batch.People.Add(person);
        known.Add(person);
        return person.Id;
    }

    private Guid CustomerOf(RowValues values, string field)
    {
        var name = values.Required(field, "The customer is missing.");
        if (known.Customer(name) is { } found)
            return found.Id;
        if (!run.Mapping.AddsCustomers)
            throw new RowRefused(field, $"There is no customer '{RowValues.Short(name)}'. Import customers first, or let this import add them.");
        return Add(Accepted(Domain.Customers.Customer.Add(Organization, Guid.CreateVersion7(now), name, false, null, now), field).From(null, run.Id)).Id;
    }

    private Customer Add(Customer customer)
    {
        Batch.Customers.Add(customer);
        known.Add(customer);
        return customer;
    }

    private Guid RelationshipOf(Guid repId, Guid customerId, Climate climate, DateOnly openedOn)
    {
        if (known.Relationship(repId, customerId) is { } found)
            return found;
        var relationship = Relationship.Open(Organization, Guid.CreateVersion7(now), repId, customerId, climate, openedOn, run.Id);
        Batch.Relationships.Add(relationship);
        known.Add(relationship);
        return relationship.Id;
    }

    // A domain field and an import field rarely share a name: the column that was being read says where it hurts.
    private static T Accepted<T>(Result<T> result, string field) =>
        result.Refused(out var problem, out var value) ? throw new RowRefused(field, problem.Message) : value;
}
