using System.Globalization;

namespace TrustCoach.Domain.People;

/// <summary>Somebody in an organization. Signing in needs an account of the same id besides; an imported person may have none.</summary>
public sealed class Person : IInOrganization
{
    public const int NameMaxLength = 120;
    public const int ExternalIdMaxLength = 200;

    private Person() { }

    public Guid OrganizationId { get; private set; }

    public Guid Id { get; private set; }

    public string Name { get; private set; } = "";

    public Roles Roles { get; private set; }

    /// <summary>The team whose manager coaches this person; null for those in no team.</summary>
    public Guid? TeamId { get; private set; }

    /// <summary>IANA name of the zone in which this person reads and types times.</summary>
    public string TimeZone { get; private set; } = "";

    /// <summary>Name of the culture that formats this person's dates and numbers, such as en-GB.</summary>
    public string Culture { get; private set; } = "";

    /// <summary>The person's key in the system a file came from; unique in the organization.</summary>
    public string? ExternalId { get; private set; }

    /// <summary>The import that brought this person in, so that it can be undone.</summary>
    public Guid? ImportId { get; private set; }

    /// <summary>When the person was switched off: no sign-in, the history stays.</summary>
    public DateTimeOffset? DeactivatedAt { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public static Result<Person> Join(
        Guid organizationId, Guid id, string? name, Roles roles, Guid? teamId, string? timeZone, string? culture, DateTimeOffset now)
    {
        var person = new Person { OrganizationId = organizationId, Id = id, TeamId = teamId, CreatedAt = now };
        if (person.Assign(roles, teamId) is { } noRole)
            return noRole;
        return person.Change(name, timeZone, culture) is { } problem ? problem : person;
    }

    /// <summary>Notes where the person came from.</summary>
    public Person From(string? externalId, Guid importId)
    {
        (ExternalId, ImportId) = (externalId, importId);
        return this;
    }

    public Problem? Change(string? name, string? timeZone, string? culture)
    {
        name = name?.Trim() ?? "";
        if (name.Length == 0)
            return new Problem(nameof(Name), "Write the name.");
        if (name.Length > NameMaxLength)
            return new Problem(nameof(Name), $"Keep the name under {NameMaxLength} characters.");
        if (!IsKnownZone(timeZone))
            return new Problem(nameof(TimeZone), "Pick a time zone from the list.");
        if (!IsKnownCulture(culture))
            return new Problem(nameof(Culture), "Pick a language format from the list.");
        (Name, TimeZone, Culture) = (name, timeZone!, culture!);
        return null;
    }

    public Problem? Assign(Roles roles, Guid? teamId)
    {
        if (roles == Roles.None)
            return new Problem(nameof(Roles), "Pick at least one role.");
        (Roles, TeamId) = (roles, teamId);
        return null;
    }

    public void Deactivate(DateTimeOffset now) => DeactivatedAt ??= now;

    public void Reactivate() => DeactivatedAt = null;

    internal static bool IsKnownZone(string? zone) =>
        !string.IsNullOrEmpty(zone) && TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _);

    private static bool IsKnownCulture(string? culture)
    {
        if (string.IsNullOrEmpty(culture))
            return false;
        try
        {
            return !CultureInfo.GetCultureInfo(culture, predefinedOnly: true).IsNeutralCulture;
        }
        catch (CultureNotFoundException)
        {
            return false;
        }
    }
}
