using Microsoft.AspNetCore.Razor.TagHelpers;

namespace TrustCoach.Web.TagHelpers;

/// <summary>A score with its band, or "too early to say". The tag names the score.</summary>
[HtmlTargetElement("credibility", TagStructure = TagStructure.NormalOrSelfClosing)]
[HtmlTargetElement("trust", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ScoreTagHelper : TagHelper
{
    /// <summary>0 to 100; null when it is too early to say.</summary>
    public double? Value { get; set; }

    /// <summary>Half of the 80 % band, points.</summary>
    public double? Band { get; set; }

    /// <summary>Too few judged encounters: words instead of a number, whatever the value is.</summary>
    public bool TooEarly { get; set; }

    /// <summary>The head of a page: a large serif number under its name.</summary>
    public bool Large { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var kind = context.TagName;
        var isEarly = TooEarly || Value is null;
        (output.TagName, output.TagMode) = ("span", TagMode.StartTagAndEndTag);
        output.Attributes.SetAttribute("class", $"score {kind}{(Large ? " large" : "")}{(isEarly ? " early" : "")}");
        if (Large)
        {
            output.Content.AppendHtml($"""<span class="score-name">{(kind == "trust" ? "Trust" : "Credibility")}</span>""");
        }

        output.Content.AppendHtml($"""<span class="score-value">{(isEarly ? "too early to say" : Points.Whole(Value!.Value))}</span>""");
        if (!isEarly && Band is { } band)
        {
            output.Content.AppendHtml($"""<span class="score-band" title="In eight of ten cases within this band"><span aria-hidden="true">±</span><span class="visually-hidden">plus or minus </span>{Points.Whole(band)}</span>""");
        }
    }
}
