using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace TrustCoach.Web.TagHelpers;

/// <summary>A drawing from the sprite, beside words; never the only name of a control.</summary>
[HtmlTargetElement("icon", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class IconTagHelper : TagHelper
{
    private const string File = "dist/icons.svg";

    public string Name { get; set; } = "";

    [HtmlAttributeNotBound, ViewContext] public ViewContext View { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        (output.TagName, output.TagMode) = ("svg", TagMode.StartTagAndEndTag);
        output.Attributes.SetAttribute("class", "icon");
        output.Attributes.SetAttribute("aria-hidden", "true");
        output.Attributes.SetAttribute("focusable", "false");
        output.Content.SetHtmlContent($"""<use href="{Sprite(View.HttpContext)}#{Shapes.Encode(Name)}"></use>""");
    }

    // Razor rewrites ~/ in links and scripts but not in <use>, so the fingerprinted name is looked up here.
    internal static string Sprite(HttpContext http) =>
        $"{http.Request.PathBase}/{Shapes.Encode(http.GetEndpoint()?.Metadata.GetMetadata<ResourceAssetCollection>()?[File] ?? File)}";
}
