namespace TrustCoach.Domain.People;

/// <summary>A group of reps coached by one manager.</summary>
public sealed class Team : IInOrganization
{
    public const int NameMaxLength = 80;

    private Team() { }

    public Guid OrganizationId { get; private set; }

    public Guid Id { get; private set; }

    public string Name { get; private set; } = "";

    /// <summary>The person who coaches the team; null until one is named.</summary>
    public Guid? ManagerId { get; private set; }

    public DateTimeOffset? ArchivedAt { get; private set; }

    public static Result<Team> Form(Guid organizationId, Guid id, string? name)
    {
        var team = new Team { OrganizationId = organizationId, Id = id };
        return team.Rename(name) is { } problem ? problem : team;
    }

    public Problem? Rename(string? name)
    {
        name = name?.Trim() ?? "";
        if (name.Length == 0)
            return new Problem(nameof(Name), "Give the team a name.");
        if (name.Length > NameMaxLength)
            return new Problem(nameof(Name), $"Keep the name under {NameMaxLength} characters.");
        Name = name;
        return null;
    }

    /// <summary>Hands the team to a manager, or to nobody yet.</summary>
    public Problem? GiveTo(Person? manager)
    {
        if (manager is not null && !manager.Roles.HasFlag(Roles.Manager))
            return new Problem(nameof(ManagerId), $"{manager.Name} is not a manager yet. Give them the role first.");
        ManagerId = manager?.Id;
        return null;
    }

    public void Archive(DateTimeOffset now) => ArchivedAt ??= now;

    public void Restore() => ArchivedAt = null;
}
