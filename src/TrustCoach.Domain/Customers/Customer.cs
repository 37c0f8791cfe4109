namespace TrustCoach.Domain.Customers;

/// <summary>A company the organization sells to.</summary>
public sealed class Customer : IInOrganization
{
    public const int NameMaxLength = 160;
    public const int NoteMaxLength = 2000;
    public const int ExternalIdMaxLength = 200;

    private Customer() { }

    public Guid OrganizationId { get; private set; }

    public Guid Id { get; private set; }

    public string Name { get; private set; } = "";

    /// <summary>True when a past vendor failed them; every relationship with them then starts a little lower.</summary>
    public bool BurnedBefore { get; private set; }

    /// <summary>What that vendor did, shown first in the briefing.</summary>
    public string? BurnedNote { get; private set; }

    /// <summary>The customer's key in the system a file came from; unique in the organization.</summary>
    public string? ExternalId { get; private set; }

    public Guid? ImportId { get; private set; }

    public DateTimeOffset? ArchivedAt { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>Counts the edits; an edit based on an older count is refused.</summary>
    public int Version { get; private set; }

    public static Result<Customer> Add(
        Guid organizationId, Guid id, string? name, bool burnedBefore, string? burnedNote, DateTimeOffset now)
    {
        var customer = new Customer { OrganizationId = organizationId, Id = id, CreatedAt = now };
        return customer.Change(name, burnedBefore, burnedNote) is { } problem ? problem : customer;
    }

    /// <summary>Notes where the customer came from.</summary>
    public Customer From(string? externalId, Guid importId)
    {
        (ExternalId, ImportId) = (externalId, importId);
        return this;
    }

    public Problem? Change(string? name, bool burnedBefore, string? burnedNote)
    {
        name = name?.Trim() ?? "";
        burnedNote = string.IsNullOrWhiteSpace(burnedNote) ? null : burnedNote.Trim();
        if (name.Length == 0)
            return new Problem(nameof(Name), "Write the customer's name.");
        if (name.Length > NameMaxLength)
            return new Problem(nameof(Name), $"Keep the name under {NameMaxLength} characters.");
        if (burnedNote?.Length > NoteMaxLength)
            return new Problem(nameof(BurnedNote), $"Keep the note under {NoteMaxLength} characters.");
        (Name, BurnedBefore, BurnedNote) = (name, burnedBefore, burnedNote);
        Version++;
        return null;
    }

    public void Archive(DateTimeOffset now) => (ArchivedAt, Version) = (ArchivedAt ?? now, Version + 1);

    public void Restore() => (ArchivedAt, Version) = (null, Version + 1);
}
