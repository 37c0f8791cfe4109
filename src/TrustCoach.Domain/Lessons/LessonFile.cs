using System.Text.RegularExpressions;
using TrustCoach.Domain.Coaching;
using TrustCoach.Domain.Scoring;

namespace TrustCoach.Domain.Lessons;

/// <summary>Something wrong in a lesson's file, said so that it can be mended.</summary>
/// <param name="Line">From 1.</param>
public sealed record LessonFault(string File, int Line, string Message)
{
    public override string ToString() => $"lessons/{File}, line {Line}: {Message}";
}

/// <summary>
/// Reads a lesson from its Markdown file, "07-own-up-first.md": between two lines of three dashes its facts, one a line; then the idea, the
/// headings "## Poor" and "## Good" in either order, and "## Your week".
/// </summary>
public static partial class LessonFile
{
    /// <summary>Words of a lesson: what is read and thought through in five minutes.</summary>
    public const int FewestWords = 230;

    /// <inheritdoc cref="FewestWords"/>
    public const int MostWords = 430;

    private const int TitleMaxLength = 60;

    private static readonly string[] Known = ["title", "idea", "trait", "look", "answers", "source"];

    private static readonly string[] Needed = ["title", "idea", "look"];

    private static readonly string[] Headings = ["Poor", "Good", "Your week"];

    /// <summary>The lesson, or all that is wrong with it.</summary>
    /// <param name="file">The file's name, without a folder.</param>
    public static (Lesson? Lesson, IReadOnlyList<LessonFault> Faults) Read(string file, string content)
    {
        ArgumentNullException.ThrowIfNull(content);
        var faults = new List<LessonFault>();
        void Fault(int line, string message) => faults.Add(new(file, line, message));

        var lines = content.Replace("\r\n", "\n", StringComparison.Ordinal).Split('\n');
        if (FileName().Match(file) is not { Success: true } name)
        {
            Fault(1, "Name the file by its number and its words, such as 07-own-up-first.md.");
            return (null, faults);
        }

        var end = lines[0] == "---" ? Array.IndexOf(lines, "---", 1) : -1;
        if (end < 0)
        {
            Fault(1, "The facts stand first, between two lines of three dashes.");
            return (null, faults);
        }

        var facts = Facts(lines.AsSpan(1, end - 1), Fault);
        foreach (var missing in Needed.Where(key => !facts.ContainsKey(key)))
            Fault(1, $"Say its {missing}.");
        if (facts.TryGetValue("title", out var title) && title.Value.Length > TitleMaxLength)
            Fault(title.Line, $"Keep the title to {TitleMaxLength} characters.");
        var idea = Named<LessonIdea>(facts, "idea", Fault);
        var look = Named<LessonLook>(facts, "look", Fault);
        var trait = Named<Trait>(facts, "trait", Fault);
        var answers = Answers(facts, Fault);
        var parts = Parts(lines, end + 1, Fault);
        Check(lines, end + 1, Fault);
        var text = string.Join("\n\n", parts.Values);
        var words = ReadingEase.Words(text).Count;
        if (words is < FewestWords or > MostWords)
            Fault(end + 2, $"It has {words} words; a lesson has {FewestWords} to {MostWords}.");
        else if (ReadingEase.Of(text) is var ease and < ReadingEase.Least)
            Fault(end + 2, FormattableString.Invariant($"It reads hard ({ease:0} by Flesch; at least {ReadingEase.Least:0}). Use shorter sentences and words."));
        if (faults.Count > 0)
            return (null, faults);
        return (new Lesson(
            int.Parse(name.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture), name.Groups[2].Value, facts["title"].Value, idea!.Value, trait,
            look!.Value, answers, facts.TryGetValue("source", out var source) ? source.Value : null, parts[""], parts["Poor"], parts["Good"], parts["Your week"],
            parts.Keys.ToList().IndexOf("Poor") < parts.Keys.ToList().IndexOf("Good"), words), []);
    }

    /// <summary>Where a lesson's links lead, in its order.</summary>
    public static IReadOnlyList<string> Links(string text) => [.. Link().Matches(text).Select(m => m.Groups[1].Value)];

    private static Dictionary<string, (string Value, int Line)> Facts(ReadOnlySpan<string> lines, Action<int, string> fault)
    {
        var facts = new Dictionary<string, (string, int)>(StringComparer.Ordinal);
        for (var i = 0; i < lines.Length; i++)
        {
            var (at, colon) = (i + 2, lines[i].IndexOf(':', StringComparison.Ordinal));
            var (key, value) = colon < 0 ? (lines[i], "") : (lines[i][..colon], lines[i][(colon + 1)..].Trim());
            if (!Known.Contains(key))
                fault(at, $"There is no fact '{key}'; there are {string.Join(", ", Known)}.");
            else if (value.Length == 0)
                fault(at, $"The {key} is empty. Fill it in or take the line out.");
            else if (!facts.TryAdd(key, (value, at)))
                fault(at, $"The {key} is said twice.");
        }

        return facts;
    }

    private static T? Named<T>(Dictionary<string, (string Value, int Line)> facts, string key, Action<int, string> fault)
        where T : struct, Enum
    {
        if (!facts.TryGetValue(key, out var said))
            return null;
        foreach (var value in Enum.GetValues<T>())
        {
            if (SlugOf(value) == said.Value)
                return value;
        }

        fault(said.Line, $"There is no {key} '{said.Value}'; there are {string.Join(", ", Enum.GetValues<T>().Select(v => SlugOf(v)))}.");
        return null;
    }

    private static List<Breach> Answers(Dictionary<string, (string Value, int Line)> facts, Action<int, string> fault)
    {
        var answers = new List<Breach>();
        if (!facts.TryGetValue("answers", out var said))
            return answers;
        foreach (var slug in said.Value.Split(',', StringSplitOptions.TrimEntries))
        {
            if (Breaches.Of(slug) is { } breach)
                answers.Add(breach);
            else
                fault(said.Line, $"There is no breach '{slug}'; there are {string.Join(", ", Enum.GetValues<Breach>().Select(b => b.Slug()))}.");
        }

        return answers;
    }

    private static Dictionary<string, string> Parts(string[] lines, int from, Action<int, string> fault)
    {
        var parts = new Dictionary<string, string>(StringComparer.Ordinal);
        var (heading, at, body) = ("", from + 1, new List<string>());
        void Close()
        {
            var text = string.Join('\n', body).Trim();
            if (text.Length == 0)
                fault(at, heading.Length == 0 ? "The idea is missing before the first heading." : $"Nothing stands under '{heading}'.");
            if (!parts.TryAdd(heading, text))
                fault(at, $"The heading '{heading}' stands there twice.");
        }

        for (var i = from; i < lines.Length; i++)
        {
            if (!lines[i].StartsWith('#'))
            {
                body.Add(lines[i]);
                continue;
            }

            Close();
            (heading, at, body) = (lines[i].TrimStart('#').Trim(), i + 1, []);
            if (lines[i] is not ("## Poor" or "## Good" or "## Your week"))
                fault(i + 1, $"'{lines[i]}' is no heading of a lesson. There are '## Poor', '## Good' and last '## Your week'.");
        }

        Close();
        foreach (var missing in Headings.Where(part => !parts.ContainsKey(part)))
            fault(from + 1, $"The heading '## {missing}' is missing.");
        if (parts.ContainsKey("Your week") && parts.Keys.Last() != "Your week")
            fault(at, "'## Your week' stands last.");
        return parts;
    }

    private static void Check(string[] lines, int from, Action<int, string> fault)
    {
        for (var i = from; i < lines.Length; i++)
        {
            if (lines[i].Contains('!', StringComparison.Ordinal))
                fault(i + 1, "No exclamation marks.");
            if (Tag().IsMatch(lines[i]))
                fault(i + 1, "No HTML: Markdown alone.");
            foreach (var link in Links(lines[i]).Where(link => !link.StartsWith('/')))
                fault(i + 1, $"'{link}' leads out of the app. Name a work under 'source' instead.");
        }
    }

    // "NewRelationships" as "new-relationships".
    private static string SlugOf<T>(T value)
        where T : struct, Enum => Hump().Replace(value.ToString(), "-$0").ToLowerInvariant();

    [GeneratedRegex("^([0-9]{2})-([a-z0-9]+(?:-[a-z0-9]+)*)\\.md$")]
    private static partial Regex FileName();

    [GeneratedRegex(@"\[[^\]]*\]\(([^)\s]*)\)")]
    private static partial Regex Link();

    [GeneratedRegex("</?[A-Za-z]")]
    private static partial Regex Tag();

    [GeneratedRegex("(?<=[a-z])[A-Z]")]
    private static partial Regex Hump();
}
