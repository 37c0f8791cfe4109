using Microsoft.AspNetCore.Razor.TagHelpers;

namespace TrustCoach.Web.TagHelpers;

internal static class RadioGroup
{
    public static void Open(TagHelperOutput output, FieldParts parts, string legend, bool isOptional)
    {
        (output.TagName, output.TagMode) = ("fieldset", TagMode.StartTagAndEndTag);
        output.Attributes.SetAttribute("class", "field choices");
        output.Attributes.SetAttribute("role", "radiogroup");
        if (parts.DescribedBy is not null)
        {
            output.Attributes.SetAttribute("aria-describedby", parts.DescribedBy);
        }

        if (parts.Error is not null)
        {
            output.Attributes.SetAttribute("aria-invalid", "true");
        }

        output.Content.AppendHtml($"""<legend class="label">{Shapes.Encode(legend)}{FieldParts.Optional(isOptional)}</legend>""");
        parts.WriteMessages(output.Content);
    }

    // The first radio carries the property's own id, so that the error summary's link lands on it.
    public static string Radio(FieldParts parts, int index, string value, bool isChosen, string label, bool isDisabled = false)
    {
        var id = index == 0 ? parts.Id : $"{parts.Id}_{index + 1}";
        return $"""
            <div class="choice"><input type="radio" id="{id}" name="{parts.Name}" value="{Shapes.Encode(value)}"{(isChosen ? " checked" : "")}{(isDisabled ? " disabled" : "")}><label for="{id}">{label}</label></div>
            """;
    }
}
