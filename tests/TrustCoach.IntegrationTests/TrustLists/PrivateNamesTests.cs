using System.Net;
using System.Text;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using TrustCoach.Domain.TrustLists;
using TrustCoach.IntegrationTests.Infrastructure;
using TrustCoach.Services.Confidences;

namespace TrustCoach.IntegrationTests.TrustLists;

/// <summary>Plants names and reasons that stand nowhere else, uses every function, and looks for them everywhere.</summary>
public sealed class PrivateNamesTests(ListsFixture web) : IClassFixture<ListsFixture>
{
    private const PaperSheet Trusted = PaperSheet.Trusted, Trusting = PaperSheet.Trusting;

    private static readonly string[] Knowing = ["SealedLists", "sealed_lists", "TwoListsBook", "SealedSecret", "sealed_secrets", "SecretService"];

    // Each begins a name or a reason, and is long enough that no token spells a part of it by chance; Ruth and the rest come and go in between.
    private static readonly string[] Secrets = ["Zwentibold", "Quorvaxling", "Ithylwendel", "Mossglimmer", "Uxoraptorix", "glumfestive", "wobblesworn", "brindlequick"];

    [Fact]
    public async Task No_name_and_no_reason_is_anywhere_but_on_the_authors_own_pages()
    {
        var organization = await web.GivenAnOrganizationAsync();
        var manager = await web.GivenAManagerAsync(organization);
        var team = await web.GivenATeamAsync(organization, manager);
        var (author, other) = (await web.GivenARepAsync(organization, team.Id), await web.GivenARepAsync(organization, team.Id));
        using var client = await web.SignedInAsAsync(author);

        await UseEverythingAsync(client, author);
        foreach (var page in new[] { "/lists", "/lists/result", "/lists/history", "/confidences" })
            Found(await client.GetStringAsync(new Uri(page, UriKind.Relative))).Should().NotBeEmpty("the author reads them on {0}", page);

        var problems = await DatabaseAsync();
        foreach (var person in new[] { manager, await web.GivenAnAdminAsync(organization), other, author })
            problems.AddRange(await PagesAsync(person, author, team.Id));
        problems.AddRange(Found(web.Written()).Select(secret => $"written by the app: {secret}"));
        problems.Should().BeEmpty();
        web.Written().Should().Contain("sealed_lists", "every statement is in the log");
    }

    [Fact]
    public void Nothing_but_their_own_code_knows_the_tables()
    {
        var root = Path.Combine(Repository.Root, "src");
        var knows = Directory.EnumerateFiles(root, "*.cs*", SearchOption.AllDirectories)
            .Where(file => !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/Migrations/", StringComparison.Ordinal))
            .Where(file => File.ReadAllText(file) is var text && Knowing.Any(word => text.Contains(word, StringComparison.Ordinal)))
            .Select(file => Path.GetRelativePath(root, file)).Where(file => !file.Contains("/TrustLists/", StringComparison.Ordinal) && !file.Contains("/Lists/", StringComparison.Ordinal) && !file.Contains("/Confidences/", StringComparison.Ordinal));
        knows.Should().BeEquivalentTo(
            "TrustCoach.Services/Data/TrustCoachDb.cs", "TrustCoach.Services/Data/Configurations/TrustListsConfiguration.cs", "TrustCoach.Services/Data/Configurations/ConfidencesConfiguration.cs", "TrustCoach.Services/Demo/DemoWriter.cs");
    }

    private async Task UseEverythingAsync(HttpClient client, GivenPerson author)
    {
        var cookies = new StringBuilder();
        async Task<HttpStatusCode> SendAsync(Task<HttpResponseMessage> sending)
        {
            using var answer = await sending;
            cookies.Append(answer.Headers);
            return answer.StatusCode;
        }

        foreach (var (sheet, name, why) in new[]
        {
            (Trusted, "Zwentibold Quorvaxling", "Honesty, glumfestive"), (Trusted, "Ithylwendel", "glumfestive, Calm"), (Trusted, "Uxoraptorix", "Calm"),
            (Trusting, "zwentibold quorvaxling", "wobblesworn"), (Trusting, "Mossglimmer", "glumfestive"), (Trusting, "Brindlequick", "glumfestive, Honesty"),
        })
        {
            (await SendAsync(client.SubmitToAsync("/lists", $"{sheet}", ($"{sheet}.Name", name), ($"{sheet}.Words", why)))).Should().Be(HttpStatusCode.Redirect);
        }

        foreach (var (name, why) in new[] { ("Ithylwendel", ""), (new string('x', 90) + "Quorvaxling", ""), ("", "wobblesworn"), ("Ithylwendel II", new string('y', 50)) })
            (await SendAsync(client.SubmitToAsync("/lists", "Trusted", ("Trusted.Name", name), ("Trusted.Words", why)))).Should().Be(HttpStatusCode.BadRequest);

        var lists = await web.ListsAsync(author);
        var (first, second, gone) = (lists.Trusted[0].Id, lists.Trusted[1].Id, lists.Trusted[2].Id);
        (await SendAsync(client.SubmitAsync($"/lists/{second}", ("Input.Name", "Ithylwendel the Elder"), ("Input.Words", "brindlequick")))).Should().Be(HttpStatusCode.Redirect);
        (await SendAsync(client.SubmitAsync($"/lists/{second}", ("Input.Name", "Zwentibold Quorvaxling")))).Should().Be(HttpStatusCode.BadRequest);
        (await SendAsync(client.SubmitToAsync("/lists/result", "Say"))).Should().Be(HttpStatusCode.Redirect);
        (await SendAsync(client.SubmitToAsync("/lists/result", "Habit"))).Should().Be(HttpStatusCode.Redirect);
        (await SendAsync(client.SubmitToAsync("/lists/result", "Share"))).Should().Be(HttpStatusCode.Redirect);
        (await SendAsync(client.SubmitToAsync("/lists/result", "Share", ("seen", "Zwentibold")))).Should().Be(HttpStatusCode.BadRequest);
        (await SendAsync(client.SubmitToAsync($"/lists/{gone}", "TakeOff"))).Should().Be(HttpStatusCode.Redirect);
        (await client.GetStringAsync(new Uri("/lists/history?at=3", UriKind.Relative))).Should().Contain("Uxoraptorix");
        (await SendAsync(client.SubmitToAsync($"/lists/erase?name={first}", "Name"))).Should().Be(HttpStatusCode.Redirect);
        foreach (var what in new[] { "Mossglimmer sells Uxoraptorix, wobblesworn", "glumfestive" })
            (await SendAsync(client.SubmitAsync("/confidences", ("Input.What", what), ("Input.From", "Zwentibold Quorvaxling"), ("Input.MayKnow", "Ithylwendel")))).Should().Be(HttpStatusCode.Redirect);
        (await SendAsync(client.SubmitAsync("/confidences", ("Input.What", "brindlequick"), ("Input.ToldOn", "Mossglimmer day"), ("Input.From", "Quorvaxling")))).Should().Be(HttpStatusCode.BadRequest);
        var confided = await web.AsAsync(author, (services, actor) => services.GetRequiredService<SecretService>().AllAsync(actor, default));
        (await SendAsync(client.SubmitAsync($"/confidences/{confided[0].Id}", ("Input.What", "Mossglimmer kept Uxoraptorix, wobblesworn")))).Should().Be(HttpStatusCode.Redirect);
        (await SendAsync(client.SubmitToAsync($"/confidences/{confided[1].Id}", "LetGo"))).Should().Be(HttpStatusCode.Redirect);
        using (var visitor = web.Visitor())
            (await SendAsync(visitor.PostAsync(new Uri("/lists?handler=Trusted", UriKind.Relative), new FormUrlEncodedContent([new("Trusted.Name", "Mossglimmer")])))).Should().NotBe(HttpStatusCode.OK);
        Found(cookies.ToString()).Should().BeEmpty("no header, address or cookie names anybody");
        Found(await client.GetStringAsync(new Uri("/lists/history?at=5", UriKind.Relative))).Should().NotContain(["Zwentibold", "Quorvaxling"], "erased is erased from the history too");
    }

    /// <summary>Every table, every column, as text: bytes are hexadecimal there.</summary>
    private async Task<List<string>> DatabaseAsync()
    {
        var found = new List<string>();
        await using var connection = new NpgsqlConnection(web.ConnectionString);
        await connection.OpenAsync();
        var tables = new List<string>();
        await using (var names = new NpgsqlCommand("select format('%I.%I', schemaname, tablename) from pg_tables where schemaname not in ('pg_catalog', 'information_schema')", connection))
        await using (var reader = await names.ExecuteReaderAsync())
        {
            while (await reader.ReadAsync())
                tables.Add(reader.GetString(0));
        }

        tables.Should().Contain(["public.sealed_lists", "public.sealed_secrets"]).And.Contain("public.audit_entries").And.HaveCountGreaterThan(40);
        foreach (var table in tables)
        {
            await using var rows = new NpgsqlCommand($"select coalesce(string_agg(t::text, chr(10)), '') from {table} t", connection);
            found.AddRange(Found((string)(await rows.ExecuteScalarAsync())!).Select(secret => $"{table}: {secret}"));
        }

        await using var states = new NpgsqlCommand("select count(*), count(distinct octet_length(sealed)) from sealed_lists", connection);
        await using var counted = await states.ExecuteReaderAsync();
        await counted.ReadAsync();
        counted.GetInt64(0).Should().BeGreaterThan(5);
        counted.GetInt64(1).Should().Be(1, "one length for all: it tells nothing");
        return found;
    }

    /// <summary>Every page somebody can ask for, with the ids of the author and of a name on the author's sheet.</summary>
    private async Task<List<string>> PagesAsync(GivenPerson person, GivenPerson author, Guid teamId)
    {
        var found = new List<string>();
        var name = (await web.ListsAsync(author)).Trusted[0].Id;
        var secret = (await web.AsAsync(author, (services, actor) => services.GetRequiredService<SecretService>().AllAsync(actor, default)))[0].Id;
        using var client = await web.SignedInAsAsync(person);
        foreach (var route in web.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<PageActionDescriptor>() is not null).Select(e => e.RoutePattern).Distinct())
        {
            var isLists = route.RawText!.TrimStart('/').StartsWith("lists", StringComparison.Ordinal);
            var isRegister = route.RawText!.TrimStart('/').StartsWith("confidences", StringComparison.Ordinal);
            if ((isLists || isRegister) && person.Id == author.Id)
                continue;
            var id = isLists ? name : isRegister ? secret : route.RawText!.Contains("team", StringComparison.Ordinal) && !route.RawText.Contains("reps", StringComparison.Ordinal) ? teamId : author.Id;
            var url = "/" + string.Join('/', route.PathSegments.Select(s => string.Concat(s.Parts.Select(p => p is RoutePatternLiteralPart literal ? literal.Content : $"{id}"))));
            using var answer = await client.GetAsync(new Uri(url, UriKind.Relative));
            found.AddRange(Found(await answer.Content.ReadAsStringAsync()).Select(secret => $"{person.Roles} {url}: {secret}"));
        }

        foreach (var part in new[] { "Zwent", "Ithyl", "Mossgl" })
            found.AddRange(Found(await client.GetStringAsync(new Uri($"/find?q={part}", UriKind.Relative))).Select(secret => $"{person.Roles} finds {secret}"));
        return found;
    }

    /// <summary>The secrets in a text: as they are, in hexadecimal, or in base64 at any place.</summary>
    private static List<string> Found(string text) => [.. Secrets.Where(secret => Spellings(secret).Any(s => text.Contains(s, StringComparison.OrdinalIgnoreCase)))];

    private static IEnumerable<string> Spellings(string secret)
    {
        yield return secret;
        foreach (var encoding in new[] { Encoding.UTF8, Encoding.Unicode })
        {
            var bytes = encoding.GetBytes(secret);
            yield return Convert.ToHexString(bytes);
            for (var before = 0; before < 3; before++)
            {
                // What comes before and after changes the letters at both ends.
                var padded = Convert.ToBase64String([.. new byte[before], .. bytes]);
                yield return padded[(before == 0 ? 0 : 4)..^4];
            }
        }
    }
}
