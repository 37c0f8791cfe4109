namespace TrustCoach.Domain.Touchpoints;

/// <summary>A give without a promise: time, a number, a referral, in either direction.</summary>
public sealed class Gesture : IInOrganization
{
    public const int TextMaxLength = 300;

    private Gesture() { }

    public Guid OrganizationId { get; private set; }

    public Guid Id { get; private set; }

    public Guid RelationshipId { get; private set; }

    public Guid? TouchpointId { get; private set; }

    public DateOnly Day { get; private set; }

    /// <summary>True when we gave, false when they did.</summary>
    public bool Given { get; private set; }

    /// <summary>1 small, 2 medium, 3 large.</summary>
    public short Value { get; private set; }

    public string Text { get; private set; } = "";

    public DateTimeOffset? VoidedAt { get; private set; }

    public static Result<Gesture> Of(
        Guid organizationId, Guid id, Guid relationshipId, Guid? touchpointId, DateOnly day, bool given, short value, string? text)
    {
        text = text?.Trim() ?? "";
        if (text.Length == 0)
            return new Problem(nameof(Text), "Write what was given.");
        if (text.Length > TextMaxLength)
            return new Problem(nameof(Text), $"Keep it to {TextMaxLength} characters.");
        if (value is < 1 or > 3)
            return new Problem(nameof(Value), "Pick small, medium or large.");
        return new Gesture
        {
            OrganizationId = organizationId,
            Id = id,
            RelationshipId = relationshipId,
            TouchpointId = touchpointId,
            Day = day,
            Given = given,
            Value = value,
            Text = text,
        };
    }

    /// <summary>Follows its touchpoint to another day.</summary>
    public void MoveTo(DateOnly day) => Day = day;

    public void Void(DateTimeOffset now) => VoidedAt ??= now;
}
