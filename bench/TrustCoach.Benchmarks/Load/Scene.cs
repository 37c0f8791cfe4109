using TrustCoach.Benchmarks.Generate;

namespace TrustCoach.Benchmarks.Load;

/// <summary>A relationship to log in or to open.</summary>
/// <param name="Judged">Events with evidence.</param>
internal sealed record Target(Guid RelationshipId, Guid CustomerId, int Judged);

/// <summary>What of the generated organization is measured.</summary>
internal sealed class Scene
{
    private Scene(Guid organizationId, IReadOnlyList<IReadOnlyList<Target>> loggers, Target middle) =>
        (OrganizationId, Loggers, Middle) = (organizationId, loggers, middle);

    public Guid OrganizationId { get; }

    /// <summary>The relationships of each rep who logs, the shortest history first.</summary>
    public IReadOnlyList<IReadOnlyList<Target>> Loggers { get; }

    /// <summary>One with about five hundred events.</summary>
    public Target Middle { get; }

    /// <summary>Of ordinary length.</summary>
    public IReadOnlyList<Target> Ordinary(int logger) => [.. Loggers[logger].Skip(Size.ShortOnes).SkipLast(1)];

    public IReadOnlyList<Target> Short(int logger) => [.. Loggers[logger].Take(Size.ShortOnes)];

    public IReadOnlyList<Target> Long(int logger) => [Loggers[logger][^1]];

    public static async Task<Scene> OfAsync(Database database)
    {
        var organization = await database.ScalarAsync<Guid>("select id from organizations");
        var loggers = new List<IReadOnlyList<Target>>();
        for (var number = 1; number <= Size.Loggers; number++)
        {
            var rows = await database.RowsAsync("""
                select s.relationship_id, r.customer_id, s.judged
                  from accounts a join standings s on s.organization_id = a.organization_id and s.rep_id = a.id
                  join relationships r on r.organization_id = s.organization_id and r.id = s.relationship_id
                 where a.email = $1 order by s.judged, s.relationship_id
                """, GenerateCommand.EmailOf(FormattableString.Invariant($"rep{number}")));
            loggers.Add(rows.ConvertAll(Of));
        }

        var middle = await database.RowsAsync("""
            select s.relationship_id, r.customer_id, s.judged
              from standings s join relationships r on r.organization_id = s.organization_id and r.id = s.relationship_id
             order by abs(s.judged - $1), s.relationship_id limit 1
            """, Size.MiddleHistory);
        return new Scene(organization, loggers, Of(middle[0]));
    }

    private static Target Of(object[] row) => new((Guid)row[0], (Guid)row[1], (int)row[2]);
}
