using System.Net;
using TrustCoach.Domain.People;
using TrustCoach.IntegrationTests.Infrastructure;

namespace TrustCoach.IntegrationTests.People;

/// <summary>An authenticator app that holds the key of one person.</summary>
public sealed class Authenticator(byte[] key, TimeProvider clock)
{
    public const string SetUpUrl = "/account/second-factor/set-up";

    public string Key { get; } = OneTimeCode.Text(key);

    /// <summary>What the app shows, now or some half minutes away.</summary>
    public string Code(int away = 0) => OneTimeCode.At(key, OneTimeCode.StepAt(clock.GetUtcNow()) + away);

    /// <summary>Six digits the app shows at none of the moments that count.</summary>
    public string WrongCode() =>
        Enumerable.Range(0, 10).Select(i => $"{i}{i}{i}{i}{i}{i}").First(code => !Enumerable.Range(-3, 7).Select(Code).Contains(code));

    /// <summary>Takes the key from the page as it stands there for typing.</summary>
    public static async Task<Authenticator> ReadAsync(HttpClient browser, TimeProvider clock)
    {
        using var page = await browser.GetPageAsync(SetUpUrl);
        return new(Bytes(page.QuerySelector("code.key")!.TextContent), clock);
    }

    /// <summary>Sets up a second factor; what the app and the paper are worth then.</summary>
    public static async Task<(Authenticator App, IReadOnlyList<string> Codes)> SetUpAsync(HttpClient browser, TimeProvider clock)
    {
        var app = await ReadAsync(browser, clock);
        using var done = await browser.SubmitAsync(SetUpUrl, ("Input.Code", app.Code()));
        done.StatusCode.Should().Be(HttpStatusCode.OK, await done.Content.ReadAsStringAsync());
        return (app, await CodesAsync(done));
    }

    public static async Task<IReadOnlyList<string>> CodesAsync(HttpResponseMessage answer)
    {
        using var page = await answer.ReadPageAsync();
        return [.. page.QuerySelectorAll(".recovery-codes code").Select(code => code.TextContent)];
    }

    private static byte[] Bytes(string text)
    {
        var bits = string.Concat(text.Where(char.IsAsciiLetterOrDigit).Select(c => Convert.ToString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(c), 2).PadLeft(5, '0')));
        return [.. bits.Chunk(8).Where(part => part.Length == 8).Select(part => Convert.ToByte(new string(part), 2))];
    }
}
