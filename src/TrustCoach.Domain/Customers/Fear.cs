namespace TrustCoach.Domain.Customers;

/// <summary>
/// Something a customer is afraid of when buying from us. It is answered only by naming the kept promise or the encounter that
/// answered it, and is open again when that no longer stands: whether it does is asked on each reading, so nothing has to follow.
/// </summary>
public sealed class Fear : IInOrganization
{
    public const int TextMaxLength = 300;

    /// <summary>So many a customer may have, answered ones included: a list nobody reads helps nobody.</summary>
    public const int MostOfACustomer = 50;

    private Fear() { }

    public Guid OrganizationId { get; private set; }

    public Guid Id { get; private set; }

    public Guid CustomerId { get; private set; }

    /// <summary>Who said it; null when nobody in particular did.</summary>
    public Guid? ContactId { get; private set; }

    /// <summary>What they are afraid of, in a sentence.</summary>
    public string Text { get; private set; } = "";

    /// <summary>The organization's day on which it was heard.</summary>
    public DateOnly NotedOn { get; private set; }

    public Guid NotedBy { get; private set; }

    /// <summary>The promise of ours that answered it by being kept.</summary>
    public Guid? PromiseId { get; private set; }

    /// <summary>The touchpoint that answered it by being met or exceeded.</summary>
    public Guid? TouchpointId { get; private set; }

    public DateTimeOffset? AnsweredAt { get; private set; }

    public Guid? AnsweredBy { get; private set; }

    public DateTimeOffset? WithdrawnAt { get; private set; }

    /// <summary>Counts the changes; one based on an older count is refused.</summary>
    public int Version { get; private set; } = 1;

    /// <summary>Notes it.</summary>
    /// <param name="notedOn">When it was heard; <paramref name="today"/> when null.</param>
    /// <param name="today">The organization's day.</param>
    public static Result<Fear> Note(
        Guid organizationId, Guid id, Guid customerId, string? text, Guid? contactId, DateOnly? notedOn, Guid by, DateOnly today)
    {
        if (notedOn > today)
            return new Problem(nameof(NotedOn), "They cannot have said it in the future.");
        if (notedOn < today.AddYears(-20))
            return new Problem(nameof(NotedOn), "This is more than twenty years ago. Check the year.");
        var fear = new Fear { OrganizationId = organizationId, Id = id, CustomerId = customerId, NotedOn = notedOn ?? today, NotedBy = by };
        return fear.Say(text, contactId) is { } problem ? problem : fear;
    }

    /// <summary>Puts it into other words, or into somebody else's mouth.</summary>
    public Problem? Change(string? text, Guid? contactId, int version) => Refused(version) ?? Say(text, contactId) ?? Changed();

    /// <summary>Names what answered it.</summary>
    /// <param name="promiseId">A kept promise of ours; or null, and a touchpoint answered it.</param>
    /// <param name="day">The day the promise was kept, or of the touchpoint.</param>
    public Problem? Answer(Guid? promiseId, Guid? touchpointId, DateOnly day, int version, Guid by, DateTimeOffset now)
    {
        if (Refused(version) is { } refused)
            return refused;
        if (day < NotedOn)
            return new Problem("AnswerId", "That was before they said it. Pick something that came after.");
        (PromiseId, TouchpointId, AnsweredBy, AnsweredAt) = (promiseId, touchpointId, by, now);
        return Changed();
    }

    /// <summary>Takes the answer back: it is open again.</summary>
    public Problem? Reopen(int version)
    {
        if (Refused(version) is { } refused)
            return refused;
        (PromiseId, TouchpointId, AnsweredBy, AnsweredAt) = (null, null, null, null);
        return Changed();
    }

    /// <summary>Withdraws one that was noted by mistake.</summary>
    public Problem? Withdraw(int version, DateTimeOffset now)
    {
        if (Refused(version) is { } refused)
            return refused;
        WithdrawnAt = now;
        return Changed();
    }

    private Problem? Refused(int version) =>
        WithdrawnAt is not null ? new Problem("", "This was withdrawn meanwhile.")
        : version != Version ? new Problem("", "Somebody changed this while you were reading. Compare, then try again.")
        : null;

    private Problem? Say(string? text, Guid? contactId)
    {
        if (TypedText.Need(text, nameof(Text), TextMaxLength, "Write what they are afraid of.").Refused(out var problem, out var words))
            return problem;
        (Text, ContactId) = (words, contactId);
        return null;
    }

    private Problem? Changed()
    {
        Version++;
        return null;
    }
}
