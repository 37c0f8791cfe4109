using TrustCoach.Domain;
using TrustCoach.Domain.Imports;
using TrustCoach.Domain.Promises;
using TrustCoach.Domain.Scoring;
using TrustCoach.Services.Audit;

namespace TrustCoach.Services.Imports;

internal sealed partial class ImportPlan
{
    private (RowVerdict Verdict, string? Before) Promise(RowValues values)
    {
        var due = values.Day(ImportField.Due) ?? throw new RowRefused(ImportField.Due, "The due date is missing.");
        var kept = values.Day(ImportField.KeptOn);
        if (kept > actor.Today(now))
            throw new RowRefused(ImportField.KeptOn, "It cannot have been kept in the future.");
        if (due > actor.Today(now).AddYears(5))
            throw new RowRefused(ImportField.Due, "It is due more than five years ahead. Check the year.");
        var text = TextOf(values);
        var direction = DirectionOf(values);
        if (known.Promise(values.Text(ImportField.ExternalId)) is { } found)
            return Update(found, text, due, kept);

        // A file that does not say when it was promised: at the latest on the day it was due or kept.
        var made = values.DayIfAny(ImportField.PromisedOn) is { } day && day <= due && !(kept < day) ? day : kept < due ? kept.Value : due;
        var repId = Rep(values);
        var customerId = CustomerOf(values, ImportField.Customer);
        var relationshipId = RelationshipOf(repId, customerId, Climate.Existing, made);
        var of = new PromiseOf(
            Organization, Guid.CreateVersion7(now), relationshipId, repId, customerId, actor.PersonId, Noon(made),
            ExternalId: values.Text(ImportField.ExternalId), ImportId: run.Id);
        var promise = Accepted(
            Domain.Promises.Promise.Make(of, new PromiseDetails(direction, text, due, Condition: values.Text(ImportField.Condition)), Calendar), ImportField.Text);
        Close(promise, kept);
        Batch.Promises.Add(promise);
        return (RowVerdict.Created, null);
    }

    private (RowVerdict Verdict, string? Before) Update(Promise promise, string text, DateOnly due, DateOnly? kept)
    {
        if (promise.Text != text || promise.DueDay != due)
            throw new RowRefused(ImportField.ExternalId, "This promise is here with other words or another date. Renegotiate or withdraw it on its page.");
        // Closed by people it stays as they closed it. What they owed us and the clock has closed since may still have come, late.
        var mayClose = promise.State == PromiseState.Open || (promise.Direction == Direction.Theirs && promise.Closing is { IsByClock: true });
        if (kept is null || !mayClose || Close(promise, kept) is not { } turn)
            return (RowVerdict.Unchanged, null);
        Batch.Turns.Add((promise, turn));
        return (RowVerdict.Updated, AuditTrail.Snapshot(new PromiseBefore(promise.Id, turn.Id)));
    }

    // The clock comes first for ours: what was delivered after the grace had already been broken. Theirs is kept late then, as on its page.
    private PromiseTurn? Close(Promise promise, DateOnly? kept)
    {
        if (promise.Direction == Direction.Ours && promise.CloseByClock(kept ?? actor.Today(now), Calendar) is { } broken)
            return broken;
        return kept is { } day ? Accepted(promise.Keep(Noon(day), false, EvidenceLevel.SelfReported, actor.PersonId, Calendar, $"Imported from {run.FileName}"), ImportField.KeptOn) : null;
    }

    private DateTimeOffset Noon(DateOnly day)
    {
        var noon = Days.At(day, new TimeOnly(12, 0), actor.OrganizationZone);
        return noon > now ? now : noon;
    }

    private static string TextOf(RowValues values)
    {
        var text = values.Required(ImportField.Text, "What was promised is missing.");
        var reference = values.Text(ImportField.Reference);
        return reference is null ? text : $"{text} ({reference})";
    }

    private static Direction DirectionOf(RowValues values) => values.Text(ImportField.Direction)?.ToUpperInvariant() switch
    {
        null or "OURS" or "US" or "WE" => Direction.Ours,
        "THEIRS" or "THEM" or "THEY" or "CUSTOMER" => Direction.Theirs,
        var other => throw new RowRefused(ImportField.Direction, $"'{RowValues.Short(other)}' is neither 'ours' nor 'theirs'."),
    };
}

/// <summary>A promise an import closed, and the turn that did it: taken back when the import is undone.</summary>
internal sealed record PromiseBefore(Guid Id, Guid TurnId);
