using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace TrustCoach.IntegrationTests.Infrastructure;

/// <summary>Fills in and sends forms as a browser without JavaScript does: real token, hidden fields and defaults.</summary>
public static class Forms
{
    /// <summary>The page as a document.</summary>
    public static async Task<IDocument> GetPageAsync(this HttpClient client, string url)
    {
        using var response = await client.GetAsync(new Uri(url, UriKind.Relative));
        response.EnsureSuccessStatusCode();
        return await response.ReadPageAsync();
    }

    /// <summary>The body as a document.</summary>
    public static async Task<IDocument> ReadPageAsync(this HttpResponseMessage response)
    {
        var html = await response.Content.ReadAsStringAsync();
        return await BrowsingContext.New(Configuration.Default).OpenAsync(request => request.Content(html).Address("http://localhost/"));
    }

    /// <summary>Opens the page, fills in the form that has the first field (or the only one) and sends it.</summary>
    public static Task<HttpResponseMessage> SubmitAsync(this HttpClient client, string url, params (string Name, string Value)[] fields) =>
        SubmitAsync(client, url, form => fields.Length == 0 || Controls(form).Any(control => control.GetAttribute("name") == fields[0].Name), fields);

    /// <summary>Opens the page, fills in the form of one handler ("?handler=Kept") and sends it.</summary>
    public static Task<HttpResponseMessage> SubmitToAsync(this HttpClient client, string url, string handler, params (string Name, string Value)[] fields) =>
        SubmitAsync(client, url, form => form.GetAttribute("action")?.Contains("handler=" + handler, StringComparison.OrdinalIgnoreCase) == true, fields);

    /// <summary>Opens the page, fills in the first form that fits and sends it.</summary>
    public static async Task<HttpResponseMessage> SubmitAsync(
        this HttpClient client, string url, Func<IElement, bool> fits, params (string Name, string Value)[] fields)
    {
        using var page = await client.GetPageAsync(url);
        var form = page.QuerySelectorAll("main form, form").FirstOrDefault(form => IsPost(form) && fits(form))
            ?? throw new InvalidOperationException($"{url} has no such form.");
        var sent = Defaults(form).Where(known => !Array.Exists(fields, field => field.Name == known.Key))
            .Concat(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        using var content = new FormUrlEncodedContent(sent);
        var action = form.GetAttribute("action") is { Length: > 0 } given ? given : url;
        return await client.PostAsync(new Uri(action, UriKind.RelativeOrAbsolute), content);
    }

    private static bool IsPost(IElement form) => string.Equals(form.GetAttribute("method"), "post", StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<IElement> Controls(IElement form) => ((IHtmlFormElement)form).Elements;

    /// <summary>What would be sent if nothing was filled in.</summary>
    private static IEnumerable<KeyValuePair<string, string>> Defaults(IElement form) =>
        from control in Controls(form)
        let name = control.GetAttribute("name")
        where !string.IsNullOrEmpty(name) && !control.HasAttribute("disabled")
        from value in Values(control)
        select KeyValuePair.Create(name, value);

    private static string[] Values(IElement control) => control switch
    {
        IHtmlInputElement { Type: "checkbox" or "radio" } choice => choice.IsChecked ? [choice.Value] : [],
        IHtmlInputElement { Type: "submit" or "button" or "image" or "reset" or "file" } => [],
        IHtmlInputElement input => [input.Value],
        IHtmlTextAreaElement text => [text.Value],
        IHtmlSelectElement select => [.. select.Options.Where(option => option.IsSelected).Select(option => option.Value)],
        _ => [],
    };
}
