using System.Globalization;
using System.Text.RegularExpressions;

namespace TrustCoach.IntegrationTests.Design;

public sealed partial class TokenTests
{
    private const double Text = 4.5, Edge = 3;

    public static TheoryData<string, string, double> Pairs()
    {
        var pairs = new TheoryData<string, string, double>();
        foreach (var ground in (string[])["paper", "surface", "line-2"])
        {
            foreach (var ink in (string[])["ink", "ink-2", "ink-3", "accent", "exceeded", "met", "missed", "broken"])
                pairs.Add(ink, ground, Text);
        }

        foreach (var ink in (string[])["ink", "ink-2", "accent", "exceeded", "met"])
            pairs.Add(ink, "accent-soft", Text);
        foreach (var (ink, ground) in ((string, string)[])[("missed", "missed-soft"), ("broken", "broken-soft"), ("ink", "missed-soft"), ("ink", "broken-soft")])
            pairs.Add(ink, ground, Text);
        foreach (var ground in (string[])["accent", "accent-strong", "broken"])
            pairs.Add("on-accent", ground, Text);
        foreach (var step in Enumerable.Range(1, 6))
            pairs.Add("ink", $"heat-{step}", Text);
        foreach (var ground in (string[])["paper", "surface"])
            pairs.Add("edge", ground, Edge);
        return pairs;
    }

    [Theory, MemberData(nameof(Pairs))]
    public void Every_pair_can_be_read_in_both_themes(string ink, string ground, double least)
    {
        var tokens = Tokens();
        Contrast(tokens[ink].Light, tokens[ground].Light).Should().BeGreaterThanOrEqualTo(least, "in the light theme");
        Contrast(tokens[ink].Dark, tokens[ground].Dark).Should().BeGreaterThanOrEqualTo(least, "in the dark theme");
    }

    [Fact]
    public void Colours_are_named_in_the_tokens_alone()
    {
        var strays = Sources.Files("*.css", "assets")
            .Where(file => Path.GetFileName(file) != "tokens.css")
            .Where(file => Hex().IsMatch(File.ReadAllText(file)))
            .Select(Path.GetFileName);
        strays.Should().BeEmpty();
    }

    [Fact]
    public void No_page_carries_a_style_or_a_script_of_its_own()
    {
        var strays = Sources.Files("*.cshtml", "Pages").Concat(Sources.Files("*.cs", "TagHelpers"))
            .Where(file => Inline().IsMatch(File.ReadAllText(file)))
            .Select(Path.GetFileName);
        strays.Should().BeEmpty("the policy forbids inline style and script");
    }

    private static Dictionary<string, (string Light, string Dark)> Tokens() => Token()
        .Matches(File.ReadAllText(Path.Combine(Sources.Web, "assets", "css", "tokens.css")))
        .ToDictionary(match => match.Groups[1].Value, match => (match.Groups[2].Value, match.Groups[3].Value));

    private static double Contrast(string one, string other)
    {
        var (a, b) = (Luminance(one), Luminance(other));
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    private static double Luminance(string hex) =>
        (0.2126 * Channel(hex, 0)) + (0.7152 * Channel(hex, 2)) + (0.0722 * Channel(hex, 4));

    private static double Channel(string hex, int at)
    {
        var value = int.Parse(hex.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255d;
        return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
    }

    [GeneratedRegex(@"--([a-z0-9-]+): light-dark\(#([0-9A-F]{6}), #([0-9A-F]{6})\)")]
    private static partial Regex Token();

    [GeneratedRegex(@"#[0-9a-fA-F]{3,8}\b|\brgba?\(|\bhsla?\(|\boklch\(")]
    private static partial Regex Hex();

    [GeneratedRegex("\\sstyle=\"|\\son[a-z]+=\"|<script(?![^>]*\\bsrc=)|<style")]
    private static partial Regex Inline();
}
