using TrustCoach.Domain.Customers;
using TrustCoach.Domain.Imports;
using TrustCoach.Domain.Scoring;
using TrustCoach.Services.Audit;

namespace TrustCoach.Services.Imports;

internal sealed partial class ImportPlan
{
    private (RowVerdict Verdict, string? Before) Customer(RowValues values)
    {
        var name = values.Required(ImportField.CustomerName, "The name is missing.");
        var externalId = values.Text(ImportField.ExternalId);
        var (burned, note, climate) = (BurnedOf(values), values.Text(ImportField.BurnedNote), ClimateOf(values));
        var repId = values.Text(ImportField.Rep) is null ? (Guid?)null : Rep(values);
        var (verdict, before) = (RowVerdict.Created, (string?)null);
        var found = known.CustomerByExternalId(externalId) ?? (externalId is null ? known.Customer(name) : null);
        if (found is null)
        {
            found = Add(Accepted(Domain.Customers.Customer.Add(Organization, Guid.CreateVersion7(now), name, burned ?? false, note, now), ImportField.CustomerName)
                .From(externalId, run.Id));
            AddContact(values, found);
        }
        else
        {
            var old = new CustomerBefore(found.Id, found.Name, found.BurnedBefore, found.BurnedNote);
            var (isBurned, itsNote) = (burned ?? found.BurnedBefore, note ?? found.BurnedNote);
            verdict = (found.Name, found.BurnedBefore, found.BurnedNote) == (name, isBurned, itsNote) ? RowVerdict.Unchanged : RowVerdict.Updated;
            if (verdict == RowVerdict.Updated)
            {
                before = AuditTrail.Snapshot(old);
                if (found.Change(name, isBurned, itsNote) is { } problem)
                    throw new RowRefused(ImportField.CustomerName, problem.Message);
            }
        }

        if (repId is { } rep && known.Relationship(rep, found.Id) is null)
        {
            RelationshipOf(rep, found.Id, climate ?? Climate.Cold, actor.Today(now));
            verdict = verdict == RowVerdict.Unchanged ? RowVerdict.Updated : verdict;
        }

        return (verdict, before);
    }

    private void AddContact(RowValues values, Customer customer)
    {
        if (values.Text(ImportField.ContactName) is not { } name)
            return;
        Batch.Contacts.Add(Accepted(
            Contact.Add(Organization, Guid.CreateVersion7(now), customer.Id, name,
                values.Text(ImportField.ContactTitle), values.Text(ImportField.ContactEmail), values.Text(ImportField.ContactPhone)),
            ImportField.ContactName));
    }

    private static bool? BurnedOf(RowValues values) => values.Text(ImportField.Burned)?.ToUpperInvariant() switch
    {
        null => null,
        "YES" or "Y" or "TRUE" or "1" => true,
        "NO" or "N" or "FALSE" or "0" => false,
        var other => throw new RowRefused(ImportField.Burned, $"'{RowValues.Short(other)}' is neither yes nor no."),
    };

    private static Climate? ClimateOf(RowValues values) => values.Text(ImportField.Climate)?.ToUpperInvariant() switch
    {
        null => null,
        "COLD" or "COLD CALL" => Climate.Cold,
        "INBOUND" => Climate.Inbound,
        "REFERRAL" => Climate.Referral,
        "EXISTING" => Climate.Existing,
        var other => throw new RowRefused(ImportField.Climate, $"'{RowValues.Short(other)}' is none of cold, inbound, referral, existing."),
    };
}

/// <summary>A customer as it stood before an import changed it.</summary>
internal sealed record CustomerBefore(Guid Id, string Name, bool BurnedBefore, string? BurnedNote);
