using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using TrustCoach.Benchmarks.Generate;

namespace TrustCoach.Benchmarks.Load;

/// <summary>A browser at a server: its cookies, and the token its forms are sent with.</summary>
internal sealed partial class Visitor(Uri server)
{
    private readonly CookieContainer _cookies = new();
    private string _token = "";

    public int Port => server.Port;

    /// <summary>Signs in through the page, as everybody does.</summary>
    public static async Task<Visitor> SignInAsync(Uri server, string who)
    {
        var visitor = new Visitor(server);
        using var client = visitor.Client();
        await visitor.OpenAsync(client, "/account/sign-in");
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["__RequestVerificationToken"] = visitor._token,
            ["Input.Email"] = GenerateCommand.EmailOf(who),
            ["Input.Password"] = GenerateCommand.Passphrase,
        });
        using var answer = await client.PostAsync("/account/sign-in", form);
        if (answer.StatusCode != HttpStatusCode.Found)
            throw new InvalidOperationException($"{who} could not sign in: {(int)answer.StatusCode}.");
        return visitor;
    }

    /// <summary>Opens a page with a form, so that the form can be sent.</summary>
    public async Task<Visitor> OpenAsync(string path)
    {
        using var client = Client();
        await OpenAsync(client, path);
        return this;
    }

    public byte[] Get(string path) => Encoding.ASCII.GetBytes($"GET {path} HTTP/1.1\r\nHost: {server.Authority}\r\nAccept: text/html\r\n{CookieLine}\r\n");

    public byte[] Post(string path, string body)
    {
        body = $"__RequestVerificationToken={Uri.EscapeDataString(_token)}&{body}";
        return Encoding.ASCII.GetBytes(
            $"POST {path} HTTP/1.1\r\nHost: {server.Authority}\r\nAccept: text/html\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: {body.Length}\r\n{CookieLine}\r\n{body}");
    }

    private string CookieLine => _cookies.GetCookieHeader(server) is { Length: > 0 } cookies ? $"Cookie: {cookies}\r\n" : "";

    private async Task OpenAsync(HttpClient client, string path)
    {
        var page = await client.GetStringAsync(path);
        _token = Token().Match(page) is { Success: true } found ? WebUtility.HtmlDecode(found.Groups[1].Value) : throw new InvalidOperationException($"{path} has no form.");
    }

    private HttpClient Client() => new(new SocketsHttpHandler { CookieContainer = _cookies, AllowAutoRedirect = false }) { BaseAddress = server };

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
