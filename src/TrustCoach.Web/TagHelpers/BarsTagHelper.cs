using System.Globalization;
using Microsoft.AspNetCore.Razor.TagHelpers;
using TrustCoach.Web.Charts;

namespace TrustCoach.Web.TagHelpers;

/// <summary>Counts as horizontal bars: the label, the bar, the number.</summary>
[HtmlTargetElement("bars", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class BarsTagHelper : TagHelper
{
    public IReadOnlyList<Bar> Items { get; set; } = [];

    /// <summary>"accent", "met", "missed" or "broken".</summary>
    public string Tone { get; set; } = "accent";

    /// <summary>The full width's value; the largest item otherwise.</summary>
    public double? Max { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        (output.TagName, output.TagMode) = ("ul", TagMode.StartTagAndEndTag);
        output.Attributes.SetAttribute("class", "bars");
        var max = Math.Max(Max ?? Items.Select(i => i.Value).DefaultIfEmpty(0).Max(), 1e-9);
        foreach (var item in Items)
        {
            var label = item.Url is null ? Shapes.Encode(item.Label) : $"""<a href="{Shapes.Encode(item.Url)}">{Shapes.Encode(item.Label)}</a>""";
            output.Content.AppendHtml($"""<li><span>{label}</span>{Draw(item.Value / max, Tone)}<b>{item.Value.ToString("0.#", CultureInfo.CurrentCulture)}</b></li>""");
        }
    }

    /// <summary>One bar of a share from 0 to 1. A share above nothing is never invisible.</summary>
    public static string Draw(double share, string tone, bool track = false)
    {
        var width = share <= 0 ? 0 : Math.Clamp(share * 100, 3, 100);
        var ground = track ? """<rect class="track" width="100%" height="100%" rx="4"/>""" : "";
        return $"""<svg class="bar {Shapes.Encode(tone)}" aria-hidden="true" focusable="false">{ground}<rect width="{Svg.N(width)}%" height="100%" rx="4"/></svg>""";
    }
}
