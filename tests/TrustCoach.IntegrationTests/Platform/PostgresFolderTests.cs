using TrustCoach.IntegrationTests.Infrastructure;
using TrustCoach.Web.Infrastructure;
using TrustCoach.Web.Infrastructure.Postgres;

namespace TrustCoach.IntegrationTests.Platform;

public sealed class PostgresFolderTests : IDisposable
{
    private readonly string _home = Directory.CreateTempSubdirectory("trustcoach").FullName;

    [Fact]
    public void A_first_start_names_the_folder_after_the_version()
    {
        var folder = PostgresFolder.Choose(null, _home, Repository.Web);

        folder.Root.Should().Be(Path.Combine(_home, "data", $"pg{folder.Binaries.Major}"));
    }

    [Fact]
    public void Data_of_a_version_that_is_gone_is_refused_with_the_remedy()
    {
        var cluster = Directory.CreateDirectory(Path.Combine(_home, "data", "pg9", "cluster")).FullName;
        File.WriteAllText(Path.Combine(cluster, "PG_VERSION"), "9\n");

        var choosing = () => PostgresFolder.Choose(null, _home, Repository.Web);

        choosing.Should().Throw<StartupException>().WithMessage("The data in * was made by PostgreSQL 9, which is not on this machine: install PostgreSQL 9, or *");
    }

    public void Dispose() => Directory.Delete(_home, recursive: true);
}
