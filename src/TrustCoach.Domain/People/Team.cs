namespace TrustCoach.Domain.People;

/// <summary>A group of reps coached by one manager. It may be part of another team, whose manager then reaches its reps too.</summary>
public sealed class Team : IInOrganization
{
    public const int NameMaxLength = 80;

    /// <summary>How many teams may stand above each other.</summary>
    public const int MostLevels = 6;

    private Team() { }

    public Guid OrganizationId { get; private set; }

    public Guid Id { get; private set; }

    public string Name { get; private set; } = "";

    /// <summary>The person who coaches the team; null until one is named.</summary>
    public Guid? ManagerId { get; private set; }

    /// <summary>The team this one is part of; null for one that stands alone.</summary>
    public Guid? PartOfId { get; private set; }

    /// <summary>This team and those above it, the nearest first. Kept, so that who reaches whom is asked without a walk.</summary>
    public List<Guid> Path { get; private set; } = [];

    public DateTimeOffset? ArchivedAt { get; private set; }

    public static Result<Team> Form(Guid organizationId, Guid id, string? name)
    {
        var team = new Team { OrganizationId = organizationId, Id = id, Path = [id] };
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

    /// <summary>Makes it part of another team, or lets it stand alone again. The teams beneath it <see cref="Follow"/>.</summary>
    /// <param name="levels">Teams above each other from this one downward, itself included.</param>
    public Problem? PutInto(Team? upper, int levels = 1)
    {
        if (upper?.Id == Id)
            return new Problem(nameof(PartOfId), "A team cannot be part of itself. Pick another one.");
        if (upper?.Path.Contains(Id) == true)
            return new Problem(nameof(PartOfId), $"{upper.Name} is part of {Name} already, so {Name} cannot be part of it. Take it out of {Name} first.");
        if (upper?.Path.Count + levels > MostLevels)
            return new Problem(nameof(PartOfId), $"Teams stand at most {MostLevels} deep. Pick one further up.");
        PartOfId = upper?.Id;
        Path = [Id, .. upper?.Path ?? []];
        return null;
    }

    /// <summary>Stands beneath the team it is part of, after that one has moved.</summary>
    public void Follow(Team upper)
    {
        ArgumentNullException.ThrowIfNull(upper);
        Path = [Id, .. upper.Path];
    }

    public void Archive(DateTimeOffset now) => ArchivedAt ??= now;

    public void Restore() => ArchivedAt = null;
}
