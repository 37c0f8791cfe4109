using TrustCoach.Domain.Favours;

namespace TrustCoach.Domain.Touchpoints;

/// <summary>A give without a promise: time, a number, a referral, in either direction.</summary>
public sealed class Gesture : IInOrganization
{
    public const int TextMaxLength = 300;

    /// <summary>Days for which a thank-you is asked for.</summary>
    public const int ThanksDays = 30;

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

    /// <summary>The rung it stands on; only what they gave has one.</summary>
    public Commitment? Commitment { get; private set; }

    /// <summary>The day they were thanked for it; null while they were not, and for what we gave.</summary>
    public DateOnly? ThankedOn { get; private set; }

    public DateTimeOffset? VoidedAt { get; private set; }

    /// <param name="thanked">They were thanked for it the same day.</param>
    public static Result<Gesture> Of(
        Guid organizationId, Guid id, Guid relationshipId, Guid? touchpointId, DateOnly day, bool given, short value, string? text,
        Commitment? commitment = null, bool thanked = false)
    {
        if (TypedText.Need(text, nameof(Text), TextMaxLength, "Write what was given.").Refused(out var wrong, out var words))
            return wrong;
        if (value is < 1 or > 3)
            return new Problem(nameof(Value), "Pick small, medium or large.");
        var gesture = new Gesture
        {
            OrganizationId = organizationId,
            Id = id,
            RelationshipId = relationshipId,
            TouchpointId = touchpointId,
            Day = day,
            Given = given,
            Value = value,
            Text = words,
        };
        if (gesture.StandOn(commitment) is { } problem)
            return problem;
        gesture.Thank(thanked ? day : null);
        return gesture;
    }

    /// <summary>Says which rung it stands on, or none.</summary>
    public Problem? StandOn(Commitment? commitment)
    {
        if (commitment is { } rung && !Enum.IsDefined(rung))
            return new Problem(nameof(Commitment), "Pick one of the rungs.");
        if (commitment is not null && Given)
            return new Problem(nameof(Commitment), "The ladder is theirs: only what they gave stands on it.");
        Commitment = commitment;
        return null;
    }

    /// <summary>Notes that they were thanked; null takes it back. What we gave is thanked by them, not here.</summary>
    public void Thank(DateOnly? on) => ThankedOn = Given ? null : on;

    /// <summary>Whether a thank-you is still owed: given by them within <see cref="ThanksDays"/>, and not thanked yet.</summary>
    public bool WantsThanks(DateOnly today) => !Given && VoidedAt is null && ThankedOn is null && today.DayNumber - Day.DayNumber is >= 0 and <= ThanksDays;

    /// <summary>Follows its touchpoint to another day.</summary>
    public void MoveTo(DateOnly day) => Day = day;

    public void Void(DateTimeOffset now) => VoidedAt ??= now;

    /// <summary>Takes a withdrawal back.</summary>
    public void Restore() => VoidedAt = null;
}
