using System.Globalization;
using Npgsql;

namespace TrustCoach.IntegrationTests.Platform;

/// <summary>A data folder that several runs of the app share, one after the other; the first makes its cluster.</summary>
public sealed class PrivateCluster : IDisposable
{
    public string Folder { get; } = Directory.CreateTempSubdirectory("trustcoach data ").FullName;

    public string PidFile => Path.Combine(Folder, "cluster", "postmaster.pid");

    public string Postmaster => File.ReadLines(PidFile).First();

    public int Port => int.Parse(File.ReadLines(PidFile).ElementAt(3), CultureInfo.InvariantCulture);

    /// <summary>Adds a row and tells how many there are: one more than before, if none was lost.</summary>
    public async Task<long> AddRowAsync()
    {
        await using var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder
        {
            Host = "127.0.0.1",
            Port = Port,
            Username = "trustcoach",
            Password = (await File.ReadAllTextAsync(Path.Combine(Folder, "password"))).Trim(),
            Database = "trustcoach",
            Pooling = false,
        });
        await using var add = source.CreateCommand("create table if not exists kept (id int generated always as identity); insert into kept default values");
        await add.ExecuteNonQueryAsync();
        await using var count = source.CreateCommand("select count(*) from kept");
        return (long)(await count.ExecuteScalarAsync())!;
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
