using TrustCoach.Services.Coaching;
using TrustCoach.Web.Infrastructure;
using TrustCoach.Web.Pages.Repairs;
using TrustCoach.Web.TagHelpers;

namespace TrustCoach.Web.Pages.Team.Reps;

/// <summary>The changes of a rep's record as sentences.</summary>
public static class RepChangeWords
{
    private const int Longest = 160;

    // An item of an agenda is no longer.
    private const int LongestItem = 280;

    public static string Day(DateOnly day, Viewer viewer) => RepairWords.Day(day, viewer);

    /// <summary>What happened, in the words it was logged with.</summary>
    public static string Sentence(EvidenceLine line) => Shortened(line.Text ?? "Nothing was written down.", Longest);

    /// <summary>"Kestrel Foods: promise broken. Send the brochure".</summary>
    public static string Agenda(EvidenceLine line) =>
        Shortened($"{line.Customer}: {Sign.Of(line.Kind.ToString()).Word.ToLowerInvariant()}{(line.Text is null ? "" : $". {line.Text}")}", LongestItem);

    private static string Shortened(string text, int most)
    {
        text = text.ReplaceLineEndings(" ");
        return text.Length <= most ? text : $"{text[..most].TrimEnd()}…";
    }
}
