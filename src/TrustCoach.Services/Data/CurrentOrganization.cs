namespace TrustCoach.Services.Data;

/// <summary>
/// Which organization this scope works for. Every connection tells Postgres, whose row-level security then hides all
/// other rows; every query is filtered by it besides. Nobody is the start: then every table looks empty.
/// </summary>
public sealed class CurrentOrganization
{
    /// <summary>The organization, or the empty id for nobody.</summary>
    public Guid Id { get; private set; }

    /// <summary>True while the directory of accounts and organizations may be read across organizations: signing in, first run, background work.</summary>
    public bool ReadsDirectory { get; private set; }

    /// <summary>True for the owner of the tables, who migrates them: no stepping down to the application role.</summary>
    internal bool IsOwner { get; private init; }

    internal static CurrentOrganization Owner { get; } = new() { IsOwner = true };

    public static CurrentOrganization Of(Guid id)
    {
        var current = new CurrentOrganization();
        current.Set(id, false);
        return current;
    }

    internal void Set(Guid id, bool readsDirectory) => (Id, ReadsDirectory) = (id, readsDirectory);
}
