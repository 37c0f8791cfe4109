using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using AngleSharp.Dom;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using TrustCoach.Domain.Imports;
using TrustCoach.IntegrationTests.Infrastructure;
using TrustCoach.Services.Imports;

namespace TrustCoach.IntegrationTests.Imports;

/// <summary>Uploads as a browser does, and the background work done at once.</summary>
internal static class Uploads
{
    public const string Url = "/settings/imports";

    public static Task<HttpResponseMessage> UploadAsync(this HttpClient client, ImportKind kind, string text, string name = "file.csv") =>
        client.UploadAsync(kind.ToString(), Encoding.UTF8.GetBytes(text), name);

    public static async Task<HttpResponseMessage> UploadAsync(this HttpClient client, string kind, byte[] content, string name = "file.csv")
    {
        using var page = await client.GetPageAsync(Url);
        using var file = new ByteArrayContent(content);
        file.Headers.ContentType = new MediaTypeHeaderValue("text/csv");
        using var form = new MultipartFormDataContent
        {
            { new StringContent(page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!), "__RequestVerificationToken" },
            { new StringContent(kind), "Input.Kind" },
            { file, "Input.File", name },
        };
        return await client.PostAsync(new Uri(Url, UriKind.Relative), form);
    }

    /// <summary>Uploads, accepts the guessed mapping with what is given, and waits for the dry run.</summary>
    public static async Task<string> CheckAsync(this HttpClient client, WebFixture web, ImportKind kind, byte[] content, params (string Name, string Value)[] choices)
    {
        using var uploaded = await client.UploadAsync(kind.ToString(), content);
        uploaded.StatusCode.Should().Be(HttpStatusCode.Redirect, await uploaded.Content.ReadAsStringAsync());
        var url = uploaded.Headers.Location!.ToString();
        using var asked = await client.SubmitToAsync(url, "Check", choices);
        asked.StatusCode.Should().Be(HttpStatusCode.Redirect, await asked.Content.ReadAsStringAsync());
        await web.RunImportsAsync();
        return url;
    }

    public static async Task PressAsync(this HttpClient client, WebFixture web, string url, string handler)
    {
        using var pressed = await client.SubmitToAsync(url, handler);
        pressed.StatusCode.Should().Be(HttpStatusCode.Redirect);
        await web.RunImportsAsync();
    }

    public static async Task RunImportsAsync(this WebFixture web)
    {
        var worker = web.Services.GetRequiredService<ImportWorker>();
        await worker.RunDueAsync(CancellationToken.None);
        // The app's own worker may have claimed it a moment before: then it is done soon.
        await using var source = NpgsqlDataSource.Create(web.ConnectionString);
        await using var busy = source.CreateCommand($"""
            select exists (select from imports where state in ({(int)ImportState.Checking}, {(int)ImportState.Applying}, {(int)ImportState.Undoing}))
            """);
        for (var tries = 0; tries < 300 && (bool)(await busy.ExecuteScalarAsync())!; tries++)
            await Task.Delay(100);
    }

    /// <summary>The four counts of the report: created, updated, unchanged, refused. Waits while the import is at work.</summary>
    public static async Task<int[]> CountsAsync(this HttpClient client, string url)
    {
        for (var tries = 0; tries < 300; tries++)
        {
            using var page = await client.GetPageAsync(url);
            var counts = page.QuerySelectorAll("main dl.facts dd").Select(d => int.Parse(d.Text(), NumberStyles.AllowThousands, new CultureInfo("en-GB"))).ToArray();
            if (counts.Length == 4)
                return counts;
            if (page.QuerySelector("main .notice.stop") is { } stopped)
                throw new InvalidOperationException(stopped.Text());
            await Task.Delay(200);
        }

        throw new TimeoutException("The import did not end.");
    }
}
