using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Razor.TagHelpers;
using TrustCoach.Web.Charts;
using TrustCoach.Web.TagHelpers;

namespace TrustCoach.IntegrationTests.Design;

public sealed class SpreadTests
{
    [Fact]
    public async Task A_dot_is_a_link_that_says_whose_it_is()
    {
        var svg = await DrawAsync(new() { Label = "Maya", Typical = 70, Dots = [new("Kestrel <Foods>", 48.2, "/customers/1", IsAtRisk: true), new("Lumen", 71, "/customers/2")] });
        svg.QuerySelectorAll("a").Select(a => a.GetAttribute("aria-label")).Should().Equal("Kestrel <Foods>, 48, at risk", "Lumen, 71");
        svg.QuerySelectorAll("path.risk").Should().ContainSingle("risk has its own shape");
        svg.GetAttribute("aria-label").Should().Be("Maya: 2 relationships, typical credibility 70, 1 at risk");
    }

    [Fact]
    public async Task Many_dots_are_one_path_and_one_sentence()
    {
        var svg = await DrawAsync(new() { Label = "Maya", Dots = [.. Enumerable.Range(0, 100).Select(i => new SpreadDot($"Customer {i}", i, "/"))] });
        svg.QuerySelectorAll("a").Should().BeEmpty();
        svg.GetAttribute("role").Should().Be("img");
        svg.OuterHtml.Length.Should().BeLessThan(3000);
    }

    private static async Task<IElement> DrawAsync(SpreadTagHelper spread)
    {
        var output = new TagHelperOutput("spread", [], (_, _) => Task.FromResult<TagHelperContent>(new DefaultTagHelperContent()));
        await spread.ProcessAsync(new([], new Dictionary<object, object>(), "1"), output);
        using var writer = new StringWriter();
        output.WriteTo(writer, System.Text.Encodings.Web.HtmlEncoder.Default);
        return new HtmlParser().ParseDocument(writer.ToString()).QuerySelector("svg")!;
    }
}
