namespace TrustCoach.Domain.Ripples;

/// <summary>How two customers, or people there, are linked. The numbers are stored.</summary>
public enum LinkKind : short
{
    /// <summary>The first end told the second about us.</summary>
    Referral = 1,

    /// <summary>Somebody at one end worked with the other before.</summary>
    FormerColleague = 2,

    /// <summary>Both companies belong to one group.</summary>
    SameGroup = 3,
}

/// <summary>One end of a link: a customer and, where it is known, the person there.</summary>
public sealed record LinkEnd(Guid CustomerId, Guid? ContactId = null);

/// <summary>
/// Two customers between whom word goes round, so that after a breach one knows who may hear of it. It tells who knows whom and
/// nothing else: no score is computed from it.
/// </summary>
public sealed class CustomerLink : IInOrganization
{
    public const int NoteMaxLength = 300;

    /// <summary>So many a customer may have.</summary>
    public const int MostOfACustomer = 50;

    private CustomerLink() { }

    public Guid OrganizationId { get; private set; }

    public Guid Id { get; private set; }

    public LinkKind Kind { get; private set; }

    /// <summary>Who referred; of a link without direction, the end with the lower id, so that both ways round are one link.</summary>
    public Guid FromCustomerId { get; private set; }

    public Guid? FromContactId { get; private set; }

    public Guid ToCustomerId { get; private set; }

    public Guid? ToContactId { get; private set; }

    /// <summary>Where they know each other from, in a sentence.</summary>
    public string? Note { get; private set; }

    public Guid NotedBy { get; private set; }

    public DateTimeOffset NotedAt { get; private set; }

    public DateTimeOffset? RemovedAt { get; private set; }

    /// <summary>Counts the changes; one based on an older count is refused.</summary>
    public int Version { get; private set; } = 1;

    /// <summary>Links two ends. That each contact is one of its customer's is for the caller to know; one who has left may be named.</summary>
    /// <param name="first">Who referred, where somebody did.</param>
    public static Result<CustomerLink> Between(
        Guid organizationId, Guid id, LinkKind kind, LinkEnd first, LinkEnd second, string? note, Guid by, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        if (!Enum.IsDefined(kind))
            return new Problem(nameof(Kind), "Say how they are linked.");
        if (first.CustomerId == second.CustomerId)
            return new Problem("", "A customer is not linked with itself. Pick another one.");
        if (kind == LinkKind.FormerColleague && (first.ContactId ?? second.ContactId) is null)
            return new Problem(nameof(Kind), "People are colleagues, not companies: name at least one of the two.");
        if (kind == LinkKind.SameGroup)
            (first, second) = (first with { ContactId = null }, second with { ContactId = null });
        if (kind != LinkKind.Referral && first.CustomerId.CompareTo(second.CustomerId) > 0)
            (first, second) = (second, first);
        var link = new CustomerLink
        {
            OrganizationId = organizationId,
            Id = id,
            Kind = kind,
            FromCustomerId = first.CustomerId,
            FromContactId = first.ContactId,
            ToCustomerId = second.CustomerId,
            ToContactId = second.ContactId,
            NotedBy = by,
            NotedAt = now.ToUniversalTime(),
        };
        return link.Say(note) is { } problem ? problem : link;
    }

    /// <summary>Whether both say the same: same kind, same ends.</summary>
    public bool Repeats(CustomerLink other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return (Kind, FromCustomerId, FromContactId, ToCustomerId, ToContactId)
            == (other.Kind, other.FromCustomerId, other.FromContactId, other.ToCustomerId, other.ToContactId);
    }

    /// <summary>Puts the note into other words.</summary>
    public Problem? Change(string? note, int version) => Refused(version) ?? Say(note) ?? Changed();

    /// <summary>Takes it away; it can be put back.</summary>
    public Problem? Remove(int version, DateTimeOffset now)
    {
        if (Refused(version) is { } refused)
            return refused;
        RemovedAt = now.ToUniversalTime();
        return Changed();
    }

    /// <summary>Puts back what was removed; nothing happens when it is there.</summary>
    public void PutBack()
    {
        if (RemovedAt is null)
            return;
        RemovedAt = null;
        Version++;
    }

    private Problem? Refused(int version) =>
        RemovedAt is not null ? new Problem("", "This link was removed meanwhile.")
        : version != Version ? new Problem("", "Somebody changed this while you were reading. Compare, then try again.")
        : null;

    private Problem? Say(string? note)
    {
        var words = TypedText.Clean(note);
        if (words?.Length > NoteMaxLength)
            return new Problem(nameof(Note), $"Keep the note to {NoteMaxLength} characters.");
        Note = words;
        return null;
    }

    private Problem? Changed()
    {
        Version++;
        return null;
    }
}
