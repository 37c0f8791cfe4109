using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace TrustCoach.Web.TagHelpers;

/// <summary>A labelled control with hint and message. Other attributes (autocomplete, placeholder, rows) go to the control.</summary>
[HtmlTargetElement("field", Attributes = "asp-for", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class FieldTagHelper(IHtmlGenerator html) : TagHelper
{
    [HtmlAttributeName("asp-for")] public ModelExpression For { get; set; } = null!;

    /// <summary>The words above the control; the property's display name otherwise.</summary>
    public string? Label { get; set; }

    public string? Hint { get; set; }

    /// <summary>An input type, "textarea", or nothing to follow the property's type.</summary>
    public string? Type { get; set; }

    /// <summary>Turns the control into a select.</summary>
    public IEnumerable<SelectListItem>? Items { get; set; }

    /// <summary>The select's first, empty choice.</summary>
    public string? Empty { get; set; }

    /// <summary>"short" or "medium"; full width otherwise.</summary>
    public string? Size { get; set; }

    /// <summary>Whether to write "optional" beside the label; follows the property otherwise.</summary>
    public bool? Optional { get; set; }

    [HtmlAttributeNotBound, ViewContext] public ViewContext View { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var parts = FieldParts.Of(View, For, Hint);
        var type = Items is not null ? "select" : Type ?? DefaultType(For.Metadata);
        var attributes = output.Attributes.Where(a => a.Name is not ("class" or "id"))
            .ToDictionary(a => a.Name, a => a.ValueStyle == HtmlAttributeValueStyle.Minimized ? "" : a.Value, StringComparer.OrdinalIgnoreCase);
        attributes["class"] = Size is null ? "input" : $"input {Size}";
        attributes["id"] = parts.Id;
        parts.Wire(attributes!);

        var wrapper = output.Attributes["class"]?.Value;
        output.Attributes.Clear();
        (output.TagName, output.TagMode) = ("div", TagMode.StartTagAndEndTag);
        output.Attributes.SetAttribute("class", wrapper is null ? "field" : $"field {wrapper}");
        var label = Shapes.Encode(Label ?? For.Metadata.GetDisplayName());
        output.Content.AppendHtml($"""<label class="label" for="{parts.Id}">{label}{FieldParts.Optional(Optional ?? !For.Metadata.IsRequired)}</label>""");
        parts.WriteMessages(output.Content);
        output.Content.AppendHtml(Control(type, attributes));
        if (type is "number" or "date" or "datetime-local" or "time")
        {
            // Browsers post these in one fixed format; the marker keeps the binder from reading them in the person's culture.
            output.Content.AppendHtml($"""<input type="hidden" name="__Invariant" value="{parts.Name}">""");
        }
    }

    private TagBuilder Control(string type, Dictionary<string, object> attributes)
    {
        switch (type)
        {
            case "select":
                return html.GenerateSelect(View, For.ModelExplorer, Empty, For.Name, Items, allowMultiple: false, attributes);
            case "textarea":
                return html.GenerateTextArea(View, For.ModelExplorer, For.Name, rows: 3, columns: 0, attributes);
            case "password":
                return html.GeneratePassword(View, For.ModelExplorer, For.Name, value: null, attributes);
            default:
                attributes["type"] = type;
                return html.GenerateTextBox(View, For.ModelExplorer, For.Name, type == "file" ? null : Text(For.Model, type), format: null, attributes);
        }
    }

    private static string DefaultType(ModelMetadata metadata) => metadata.DataTypeName switch
    {
        "EmailAddress" => "email",
        "Password" => "password",
        "PhoneNumber" => "tel",
        "Url" => "url",
        "MultilineText" => "textarea",
        "Upload" => "file",
        _ => metadata.UnderlyingOrModelType switch
        {
            var t when t == typeof(DateOnly) => "date",
            var t when t == typeof(TimeOnly) => "time",
            var t when t == typeof(DateTime) || t == typeof(DateTimeOffset) => "datetime-local",
            var t when t == typeof(int) || t == typeof(long) || t == typeof(short) || t == typeof(decimal) || t == typeof(double) => "number",
            var t when typeof(IFormFile).IsAssignableFrom(t) => "file",
            _ => "text",
        },
    };

    private static object? Text(object? value, string type) => (value, type) switch
    {
        (DateOnly day, _) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        (TimeOnly time, _) => time.ToString("HH:mm", CultureInfo.InvariantCulture),
        (DateTime at, "date") => at.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        (DateTime at, _) => at.ToString("yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture),
        (DateTimeOffset at, _) => at.ToString("yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture),
        (IFormattable number, "number") => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value,
    };
}
