using System.Net;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using TrustCoach.Domain.TrustLists;
using TrustCoach.IntegrationTests.Infrastructure;
using TrustCoach.Services.Data;
using TrustCoach.Services.TrustLists;

namespace TrustCoach.IntegrationTests.TrustLists;

/// <summary>The app with everything it could say written into a log that a test can read.</summary>
public sealed class ListsFixture : WebFixture
{
    /// <summary>Logs, and whatever else the app writes to its data folder.</summary>
    public string Folder { get; } = Directory.CreateTempSubdirectory("trustcoach-lists").FullName;

    public string Written() => string.Concat(Directory.GetFiles(Folder, "*", SearchOption.AllDirectories).Select(ReadShared));

    /// <summary>A person's lists, opened as the app opens them.</summary>
    public async Task<T> AsAsync<T>(GivenPerson person, Func<IServiceProvider, Services.People.Actor, Task<T>> act)
    {
        var actor = await this.ActorAsync(person);
        await using var scope = Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<TrustCoachDb>().EnterAsync(person.Organization.Id, CancellationToken.None);
        return await act(scope.ServiceProvider, actor);
    }

    public async Task<TwoLists> ListsAsync(GivenPerson person) =>
        (await AsAsync(person, (services, actor) => services.GetRequiredService<TwoListsBook>().ReadAsync(actor, default))).Lists;

    /// <summary>Writes a name as the page does, and says what was answered.</summary>
    public static async Task<HttpStatusCode> AddAsync(HttpClient client, PaperSheet sheet, string name, string why = "")
    {
        using var answer = await client.SubmitToAsync("/lists", $"{sheet}", ($"{sheet}.Name", name), ($"{sheet}.Words", why));
        return answer.StatusCode;
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.UseSetting("TrustCoach:LogFolder", Folder).UseSetting("TrustCoach:DataFolder", Folder).UseSetting("Serilog:MinimumLevel", "Verbose")
            .UseSetting("Serilog:MinimumLevel:Default", "Verbose").UseSetting("Serilog:MinimumLevel:Override:Microsoft.EntityFrameworkCore", "Verbose");
    }

    // The app still holds them open.
    private static string ReadShared(string file)
    {
        using var reader = new StreamReader(new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete));
        return reader.ReadToEnd();
    }
}
