namespace TrustCoach.Domain.Coaching;

/// <summary>What an agenda item was raised from. The numbers are stored.</summary>
public enum AgendaSourceKind : short
{
    /// <summary>Somebody's own words.</summary>
    Words = 0,

    /// <summary>A ledger entry, by its id: a win or a breaker.</summary>
    Evidence = 1,

    /// <summary>A promise to a customer, by its id.</summary>
    Promise = 2,

    /// <summary>A trait, by its number.</summary>
    Trait = 3,

    /// <summary>A relationship at risk, by its id.</summary>
    Relationship = 4,

    /// <summary>A dispute, by its id.</summary>
    Dispute = 5,

    /// <summary>A goal, by its id.</summary>
    Goal = 6,

    /// <summary>A breach as coaches count them, by its slug.</summary>
    Breach = 7,
}

/// <summary>Where an agenda item comes from, so that it opens what it is about and is not raised twice.</summary>
/// <param name="Key">Which one of its kind, as the kind says; empty for words.</param>
public sealed record AgendaSource(AgendaSourceKind Kind, string Key = "")
{
    public const int KeyMaxLength = 64;

    public static AgendaSource Words { get; } = new(AgendaSourceKind.Words);

    /// <summary>The id it names; null where it names none.</summary>
    public Guid? Id => Guid.TryParse(Key, out var id) ? id : null;

    public static AgendaSource Of(AgendaSourceKind kind, Guid id) => new(kind, id.ToString());
}

/// <summary>
/// Something to talk about with a rep. It belongs to the rep's coaching and not to one session: what is not settled stands on the next
/// agenda by itself, whatever became of the session it was raised in.
/// </summary>
public sealed class AgendaItem : IInOrganization
{
    public const int TextMaxLength = 300;

    /// <summary>So many stand open at most; more than that nobody talks about.</summary>
    public const int MostOpen = 50;

    private AgendaItem() { }

    public Guid OrganizationId { get; private set; }

    public Guid Id { get; private set; }

    /// <summary>Whose coaching it belongs to.</summary>
    public Guid RepId { get; private set; }

    public Guid RaisedBy { get; private set; }

    public DateTimeOffset RaisedAt { get; private set; }

    public string Text { get; private set; } = "";

    public AgendaSourceKind SourceKind { get; private set; }

    public string SourceKey { get; private set; } = "";

    /// <summary>The session it was talked about in; null while it is open, and for one taken off.</summary>
    public Guid? SettledIn { get; private set; }

    public DateTimeOffset? SettledAt { get; private set; }

    /// <summary>Counts changes of its text; one based on an older count is refused.</summary>
    public int Version { get; private set; } = 1;

    public bool IsOpen => SettledAt is null;

    public AgendaSource Source => new(SourceKind, SourceKey);

    /// <param name="id">Made with the form: sent twice, it is one item.</param>
    public static Result<AgendaItem> Raise(Guid organizationId, Guid id, Guid repId, Guid by, string? text, AgendaSource source, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(source);
        if (!Enum.IsDefined(source.Kind) || source.Key.Length > AgendaSource.KeyMaxLength)
            return new Problem("", "That cannot be put on an agenda.");
        if (Worded(text).Refused(out var problem, out var words))
            return problem;
        return new AgendaItem
        {
            OrganizationId = organizationId,
            Id = id,
            RepId = repId,
            RaisedBy = by,
            RaisedAt = now.ToUniversalTime(),
            Text = words,
            SourceKind = source.Kind,
            SourceKey = source.Key,
        };
    }

    /// <summary>Says it otherwise.</summary>
    /// <param name="version">The version the person had before their eyes.</param>
    public Problem? Reword(string? text, int version)
    {
        if (Worded(text).Refused(out var problem, out var words))
            return problem;
        if (words == Text)
            return null;
        if (version != Version)
            return new Problem(nameof(Text), "This was changed meanwhile. Both texts are below: put them together, then save.");
        (Text, Version) = (words, Version + 1);
        return null;
    }

    /// <summary>It was talked about in a session; null takes it off without one. What is settled stays so.</summary>
    public void Settle(Guid? sessionId, DateTimeOffset now)
    {
        if (IsOpen)
            (SettledIn, SettledAt) = (sessionId, now.ToUniversalTime());
    }

    /// <summary>It is open again, and stands on the next agenda.</summary>
    public void Reopen() => (SettledIn, SettledAt) = (null, null);

    private static Result<string> Worded(string? text) => TypedText.Need(text, nameof(Text), TextMaxLength, "Say in a few words what to talk about.");
}
