using System.Globalization;
using TrustCoach.Domain.Imports;
using TrustCoach.Domain.Scoring;
using TrustCoach.Domain.Touchpoints;

namespace TrustCoach.Services.Imports;

internal sealed partial class ImportPlan
{
    private (RowVerdict Verdict, string? Before) Touchpoint(RowValues values)
    {
        var happenedAt = values.Instant(ImportField.HappenedAt) ?? throw new RowRefused(ImportField.HappenedAt, "The date is missing.");
        // Today at noon is still to come in the morning; a file of what happened does not mean the future.
        if (happenedAt > now && Domain.Days.Of(happenedAt, actor.OrganizationZone) == actor.Today(now))
            happenedAt = now;
        var details = new TouchpointDetails(
            OutcomeOf(values), happenedAt, ChannelOf(values), null, values.Text(ImportField.Summary), values.Text(ImportField.Expectation), SeverityOf(values));
        if (known.Touchpoint(values.Text(ImportField.ExternalId)) is { } found)
        {
            var same = (found.Outcome, found.HappenedAt, found.Channel, found.Summary, found.Expectation, found.MissSeverity)
                == (details.Outcome!.Value, details.HappenedAt.ToUniversalTime(), details.Channel, details.Summary?.Trim(), details.Expectation?.Trim(), details.MissSeverity);
            return same
                ? (RowVerdict.Unchanged, null)
                : throw new RowRefused(ImportField.ExternalId, "This touchpoint is here with other words. Correct it on its page: a correction needs a reason.");
        }

        var repId = Rep(values);
        var customerId = CustomerOf(values, ImportField.Customer);
        var relationshipId = RelationshipOf(repId, customerId, Climate.Existing, Domain.Days.Of(happenedAt, actor.OrganizationZone));
        var of = new TouchpointOf(
            Organization, Guid.CreateVersion7(now), relationshipId, repId, customerId, actor.PersonId, EvidenceLevel.SelfReported, Guid.NewGuid(),
            values.Text(ImportField.ExternalId), run.Id);
        Batch.Touchpoints.Add(Accepted(Domain.Touchpoints.Touchpoint.Log(of, details, actor.OrganizationZone, now), ImportField.Outcome));
        return (RowVerdict.Created, null);
    }

    private static Outcome OutcomeOf(RowValues values) =>
        values.Required(ImportField.Outcome, "The outcome is missing.").ToUpperInvariant() switch
        {
            "MISSED" or "BELOW" => Outcome.Missed,
            "MET" or "AS EXPECTED" => Outcome.Met,
            "EXCEEDED" or "ABOVE" => Outcome.Exceeded,
            "COURTESY" or "CONTACT" or "CONTACT ONLY" or "COURTESY ONLY" => Outcome.Courtesy,
            "PENDING" or "PLANNED" => Outcome.Pending,
            var other => throw new RowRefused(ImportField.Outcome, $"'{RowValues.Short(other)}' is none of missed, met, exceeded, courtesy, planned."),
        };

    private static Channel? ChannelOf(RowValues values)
    {
        if (values.Text(ImportField.Channel) is not { } text)
            return null;
        return Enum.TryParse<Channel>(text, ignoreCase: true, out var channel) && Enum.IsDefined(channel) && !char.IsDigit(text[0])
            ? channel
            : throw new RowRefused(ImportField.Channel, $"'{RowValues.Short(text)}' is none of {string.Join(", ", Enum.GetNames<Channel>()).ToLowerInvariant()}.");
    }

    private static short SeverityOf(RowValues values)
    {
        if (values.Text(ImportField.Severity) is not { } text)
            return Severity.Normal;
        return short.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var severity) && Severity.IsKnown(severity)
            ? severity
            : throw new RowRefused(ImportField.Severity, $"'{RowValues.Short(text)}' is none of 1, 2, 3.");
    }
}
