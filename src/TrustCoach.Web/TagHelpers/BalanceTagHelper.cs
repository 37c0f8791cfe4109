using System.Globalization;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace TrustCoach.Web.TagHelpers;

/// <summary>What we gave and what they gave, on one bar. A balance, not a score.</summary>
[HtmlTargetElement("balance", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class BalanceTagHelper : TagHelper
{
    public double Ours { get; set; }

    public double Theirs { get; set; }

    /// <summary>Who they are: "Kestrel".</summary>
    public string Them { get; set; } = "They";

    /// <summary>Who we are: "You", or the rep's name.</summary>
    public string Us { get; set; } = "You";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        (output.TagName, output.TagMode) = ("div", TagMode.StartTagAndEndTag);
        output.Attributes.SetAttribute("class", "balance");
        var sum = Ours + Theirs;
        var share = sum <= 0 ? 0 : Ours / sum * 100;
        output.Content.SetHtmlContent($"""
            <svg aria-hidden="true" focusable="false"><rect class="{(sum <= 0 ? "nobody" : "theirs")}" width="100%" height="100%"/><rect class="ours" width="{Svg.N(share)}%" height="100%"/></svg>
            <p class="balance-words"><span>{Shapes.Encode(Us)} gave {Number(Ours)}</span><span>{Shapes.Encode(Them)} gave {Number(Theirs)}</span></p>
            """);
    }

    private static string Number(double value) => value.ToString("0.#", CultureInfo.CurrentCulture);
}
