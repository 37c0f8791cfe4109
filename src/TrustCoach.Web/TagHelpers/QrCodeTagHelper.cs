using System.Collections;
using System.Text;
using Microsoft.AspNetCore.Razor.TagHelpers;
using QRCoder;

namespace TrustCoach.Web.TagHelpers;

/// <summary>A text for a phone's camera, as a path: dark on light in the dark theme too, because not every camera reads the reverse.</summary>
[HtmlTargetElement("qr-code", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class QrCodeTagHelper : TagHelper
{
    public string Text { get; set; } = "";

    /// <summary>What it is, for those who do not see it.</summary>
    public string Label { get; set; } = "";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        using var code = QRCodeGenerator.GenerateQrCode(Text, QRCodeGenerator.ECCLevel.M);
        var rows = code.ModuleMatrix;   // with the quiet zone around it
        (output.TagName, output.TagMode) = ("svg", TagMode.StartTagAndEndTag);
        output.Attributes.SetAttribute("class", "qr-code");
        output.Attributes.SetAttribute("viewBox", $"0 0 {rows.Count} {rows.Count}");
        output.Attributes.SetAttribute("role", "img");
        output.Attributes.SetAttribute("aria-label", Label);
        output.Content.SetHtmlContent($"""<path d="{Path(rows)}"/>""");
    }

    private static string Path(List<BitArray> rows)
    {
        var path = new StringBuilder();
        for (var y = 0; y < rows.Count; y++)
        {
            for (var x = 0; x < rows[y].Count; x++)
            {
                var start = x;
                while (x < rows[y].Count && rows[y][x])
                    x++;
                if (x > start)
                    path.Append('M').Append(start).Append(' ').Append(y).Append('h').Append(x - start).Append("v1H").Append(start).Append('z');
            }
        }

        return path.ToString();
    }
}
