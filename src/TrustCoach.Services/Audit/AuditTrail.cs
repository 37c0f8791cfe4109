using System.Text.Json;
using System.Text.Json.Serialization;
using TrustCoach.Domain.Audit;
using TrustCoach.Domain.Promises;
using TrustCoach.Services.Data;
using TrustCoach.Services.People;

namespace TrustCoach.Services.Audit;

/// <summary>Writes the audit in the same unit of work as the change it tells of.</summary>
public static class AuditTrail
{
    private static readonly JsonSerializerOptions Json = new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter() },
    };

    /// <summary>A subject as the audit keeps it. Take it before the change and after.</summary>
    public static string Snapshot(object subject) => JsonSerializer.Serialize(subject, subject.GetType(), Json);

    /// <summary>A promise as the audit keeps it: its words never change, and each of its turns stays a row of its own.</summary>
    public static string Snapshot(Promise promise) =>
        Snapshot((object)new { promise.State, promise.DueAt, promise.ConditionMetAt, Turn = promise.Closing?.Kind });

    /// <summary>
    /// Records what a person did. What was made needs no snapshot: the row itself says what it was, and the first change keeps that as
    /// its "before". Logs are by far the most of the audit, so this is most of its size.
    /// </summary>
    /// <param name="act">One of <see cref="AuditActs"/>.</param>
    public static void Record(
        this TrustCoachDb db, Actor actor, DateTimeOffset now, string act, Guid subjectId,
        string? before = null, string? after = null, string? reason = null) =>
        db.Audit.Add(new AuditEntry(actor.OrganizationId, now, actor.PersonId, act, subjectId, before, after, reason));

    /// <summary>Records what the system's own clock did.</summary>
    public static void RecordByClock(this TrustCoachDb db, DateTimeOffset now, string act, Guid subjectId, string? after = null) =>
        db.Audit.Add(new AuditEntry(db.Organization.Id, now, null, act, subjectId, null, after));
}
