using System.Text.Encodings.Web;
using TrustCoach.Services.Mail;

namespace TrustCoach.Services.Digests;

/// <summary>A digest as a mail, in plain text and as HTML: the same sentences in the same order.</summary>
/// <param name="address">The app's own address, without a slash at the end.</param>
/// <param name="stop">Where the digest is stopped without signing in.</param>
internal sealed class DigestMail(Digest digest, string address, string stop)
{
    private const string Why = "You chose this mail in your profile; it comes once a week.";

    private const string Heading = "font-size:17px;margin:28px 0 8px";

    public OutgoingMail To(Guid organizationId, string recipient, DateTimeOffset now) =>
        new(organizationId, recipient, $"{digest.Title} (TrustCoach)", Text(), now) { Html = Html(), StopUrl = stop };

    private string Text() =>
        $"""
        {digest.Title}

        {string.Join("\n\n", digest.Sections.Select(Text))}

        ONE THING TO DO
        {Text(digest.ToDo)}

        {Why}
        Another day or hour: {address}/account/digest
        No more of it: {stop}

        """;

    private string Text(DigestSection section) =>
        $"{section.Title.ToUpperInvariant()}\n{string.Join('\n', section.Told.Select(line => $"- {Text(line)}"))}";

    private string Text(DigestLine line) => line.Path is null ? line.Text : $"{line.Text}\n  {address}{line.Path}";

    // No colours: a mail program in the dark then shows it as well as one in the light. Styles stand on the elements, because many
    // programs take sheets out.
    private string Html() =>
        $"""
        <!doctype html>
        <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><title>{Safe(digest.Title)}</title></head>
        <body style="margin:0;padding:24px;font-family:system-ui,'Segoe UI',Helvetica,Arial,sans-serif;font-size:16px;line-height:1.5">
        <div style="max-width:560px;margin:0 auto">
        <h1 style="font-family:Georgia,serif;font-weight:500;font-size:26px;line-height:1.2">{Safe(digest.Title)}</h1>
        {string.Join('\n', digest.Sections.Select(Html))}
        <h2 style="{Heading}">One thing to do</h2>
        <p style="font-family:Georgia,serif;font-size:19px;margin:0 0 28px">{Html(digest.ToDo)}</p>
        <p style="font-size:13px">{Why} <a href="{Safe(address)}/account/digest">Another day or hour</a> · <a href="{Safe(stop)}">No more of it</a></p>
        </div></body></html>
        """;

    private string Html(DigestSection section) =>
        $"""
        <h2 style="{Heading}">{Safe(section.Title)}</h2>
        <ul style="margin:0;padding-left:20px">{string.Concat(section.Told.Select(line => $"<li style=\"margin:0 0 6px\">{Html(line)}</li>"))}</ul>
        """;

    private string Html(DigestLine line) =>
        line.Path is null ? Safe(line.Text) : $"<a href=\"{Safe(address + line.Path)}\" style=\"color:inherit\">{Safe(line.Text)}</a>";

    private static string Safe(string text) => HtmlEncoder.Default.Encode(text);
}
