namespace TrustCoach.Domain.People;

/// <summary>A company that uses TrustCoach. Its time zone decides which calendar day an event belongs to.</summary>
public sealed class Organization : IInOrganization
{
    public const int NameMaxLength = 120;

    private Organization() { }

    /// <summary>The same as <see cref="Id"/>, so that one isolation rule fits every table.</summary>
    public Guid OrganizationId => Id;

    public Guid Id { get; private set; }

    public string Name { get; private set; } = "";

    /// <summary>IANA name of the zone in which days begin and end for scoring.</summary>
    public string TimeZone { get; private set; } = "";

    /// <summary>Version of the scoring rules in force; see <see cref="Rules.RuleVersion"/>.</summary>
    public int RulesVersion { get; private set; }

    /// <summary>The published version for which all numbers are being rebuilt; null while none is. Who reads meanwhile looks twice.</summary>
    public int? NextRulesVersion { get; private set; }

    /// <summary>Managers and admins sign in with a second factor when true.</summary>
    public bool RequiresSecondFactor { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public static Result<Organization> Found(Guid id, string? name, string? timeZone, DateTimeOffset now)
    {
        var organization = new Organization { Id = id, RulesVersion = 1, CreatedAt = now };
        return organization.Change(name, timeZone, requiresSecondFactor: false) is { } problem ? problem : organization;
    }

    /// <summary>Changes the settings; the problem when one of them cannot be, and then nothing has changed.</summary>
    public Problem? Change(string? name, string? timeZone, bool requiresSecondFactor)
    {
        name = name?.Trim() ?? "";
        if (name.Length == 0)
            return new Problem(nameof(Name), "Give the organization a name.");
        if (name.Length > NameMaxLength)
            return new Problem(nameof(Name), $"Keep the name under {NameMaxLength} characters.");
        if (!Person.IsKnownZone(timeZone))
            return new Problem(nameof(TimeZone), "Pick a time zone from the list.");
        (Name, TimeZone, RequiresSecondFactor) = (name, timeZone!, requiresSecondFactor);
        return null;
    }

    /// <summary>Announces a published version; it comes into force when all numbers are rebuilt.</summary>
    public void Await(int rulesVersion) => NextRulesVersion = rulesVersion;

    /// <summary>Awaits no version any more: the one announced was taken back.</summary>
    public void StopAwaiting() => NextRulesVersion = null;

    /// <summary>Puts a published version of the rules in force.</summary>
    public void Follow(int rulesVersion) => (RulesVersion, NextRulesVersion) = (rulesVersion, null);
}
