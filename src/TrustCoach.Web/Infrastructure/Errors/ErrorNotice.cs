namespace TrustCoach.Web.Infrastructure.Errors;

/// <summary>What an error page says: what happened, what was kept, what to do.</summary>
/// <param name="Status">The HTTP status.</param>
public sealed record ErrorNotice(int Status, string Title, string Happened, string Kept, string Do)
{
    /// <summary>Finds the request in the log; shown where somebody may ask for help.</summary>
    public string? TraceId { get; init; }

    /// <summary>What the visitor had typed, field by field, to copy it from; empty for none.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Typed { get; init; } = [];

    /// <summary>The way on; to the first page unless there is a better one.</summary>
    public (string Text, string Url) Way { get; init; } = ("To the first page", "/");

    /// <summary>A form sent without scripts after the session had ended.</summary>
    /// <param name="signIn">The sign-in page, which leads back to the form.</param>
    public static ErrorNotice SessionEnded(string signIn) => new(401,
        "Your session had ended",
        "You were signed out before this was sent: after a long pause, or in another window.",
        "Nothing was saved by it. What you typed stands below.",
        "Copy it, sign in, and send the form again.")
    { Way = ("Sign in", signIn) };

    /// <summary>A refused form token: the page was open for too long, or somebody signed in or out in another window.</summary>
    public static ErrorNotice StaleForm { get; } = new(400,
        "This form is out of date",
        "It was open for a long time, or you signed in or out in another window meanwhile, so it was not accepted.",
        "Nothing was saved by it.",
        "Open the form again and send it once more.");

    /// <summary>A form the server refuses to read, such as one with a character of the value zero.</summary>
    public static ErrorNotice UnreadableForm { get; } = new(400,
        "This form could not be read",
        "Something in it is no text, such as a hidden character that came along with a paste, or it is far too long.",
        "Nothing was saved by it.",
        "Go back: what you typed is still there. Remove what was pasted, type it, and send the form again.");

    public static ErrorNotice For(int status) => status switch
    {
        403 => new(status,
            "You may not see this",
            "This page or action is not open to your role.",
            "Nothing was changed.",
            "Go back to where you came from. If you need it for your work, ask an admin of your organization."),
        404 => new(status,
            "There is nothing here",
            "The page does not exist, was removed, or belongs to somebody else.",
            "Nothing was changed.",
            "Check the address, or start again from the first page."),
        429 => new(status,
            "Too many attempts",
            "More requests came from your address than the app answers in a minute.",
            "The last one was not carried out; everything before it is safe.",
            "Wait a minute, then go back and try again."),
        503 => new(status,
            "The database does not answer just now",
            "TrustCoach is running, but cannot reach its data. It keeps trying by itself.",
            "Everything that was saved is safe. What you sent just now may not have been saved.",
            "Wait half a minute and try again. If you were saving something, look whether it is there before you send it once more."),
        >= 500 => new(status,
            "Something went wrong on our side",
            "An error that we did not foresee. It is in the log.",
            "Everything that was saved is safe. What you sent just now may not have been saved.",
            "Go back and try again. If it happens again, tell an admin the number below."),
        _ => new(status,
            "This request could not be understood",
            "Something in it was missing or malformed.",
            "Nothing was saved by it.",
            "Go back, reload the page and try again."),
    };
}
