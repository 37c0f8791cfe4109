using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace TrustCoach.Web.TagHelpers;

/// <summary>The name, id and message a labelled control is wired with; the same for every kind of control.</summary>
internal sealed record FieldParts(string Name, string Id, string? Error, string? Hint)
{
    /// <summary>In ViewData: what the ids of a form begin with that may stand beside another of its kind, such as the sheet's.</summary>
    public const string IdPrefix = "IdPrefix";

    public string HintId => $"{Id}-hint";

    public string ErrorId => $"{Id}-error";

    public string? DescribedBy => (Error, Hint) switch
    {
        (null, null) => null,
        (null, _) => HintId,
        (_, null) => ErrorId,
        _ => $"{ErrorId} {HintId}",
    };

    public static FieldParts Of(ViewContext view, ModelExpression property, string? hint)
    {
        var name = view.ViewData.TemplateInfo.GetFullHtmlFieldName(property.Name);
        var errors = view.ViewData.ModelState.TryGetValue(name, out var entry) ? entry.Errors : null;
        var error = errors is { Count: > 0 } ? errors.Select(e => e.ErrorMessage).FirstOrDefault(m => m.Length > 0) ?? "Enter a value we can read." : null;
        return new(name, IdOf(view, name), error, string.IsNullOrWhiteSpace(hint) ? null : hint);
    }

    /// <summary>The id of the control with this name.</summary>
    public static string IdOf(ViewContext view, string name) => view.ViewData[IdPrefix] + TagBuilder.CreateSanitizedId(name, "_");

    /// <summary>The value the person typed, else the model's, as text; null when there is none.</summary>
    public string? Attempted(ViewContext view, ModelExpression property) =>
        view.ViewData.ModelState.TryGetValue(Name, out var entry) && entry.RawValue is not null
            ? entry.AttemptedValue
            : property.Model?.ToString();

    public void Wire(IDictionary<string, object?> attributes)
    {
        if (DescribedBy is not null)
        {
            attributes["aria-describedby"] = DescribedBy;
        }

        if (Error is not null)
        {
            attributes["aria-invalid"] = "true";
        }
    }

    public void WriteMessages(TagHelperContent content)
    {
        if (Hint is not null)
        {
            content.AppendHtml($"""<p class="hint" id="{HintId}">{Shapes.Encode(Hint)}</p>""");
        }

        if (Error is not null)
        {
            content.AppendHtml($"""<p class="error" id="{ErrorId}"><span class="visually-hidden">Error: </span>{Shapes.Encode(Error)}</p>""");
        }
    }

    public static string Optional(bool isOptional) => isOptional ? """ <span class="optional">optional</span>""" : "";
}
