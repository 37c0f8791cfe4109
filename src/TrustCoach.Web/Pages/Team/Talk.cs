using TrustCoach.Domain.Coaching;

namespace TrustCoach.Web.Pages.Team;

/// <summary>Something seen on a team page that may be put on the agenda of the rep it concerns.</summary>
/// <param name="Text">What the agenda says of it.</param>
public sealed record Talk(Guid RepId, AgendaSourceKind Kind, Guid Key, string Text)
{
    /// <summary>As long as an agenda takes.</summary>
    public string Line => Text.Length <= AgendaItem.TextMaxLength ? Text : Text[..(AgendaItem.TextMaxLength - 1)] + "…";
}
