using System.Globalization;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using TrustCoach.Domain.Dates;
using TrustCoach.Domain.People;
using TrustCoach.Web.Infrastructure;
using TrustCoach.Web.Infrastructure.Identity;

namespace TrustCoach.Web.TagHelpers;

/// <summary>
/// A date in one's own words ("Friday 3pm"), its meaning echoed below while one types, and a calendar beside it. Posts text; see <see cref="TypedDate"/>.
/// </summary>
[HtmlTargetElement("date-field", Attributes = "asp-for", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class DateFieldTagHelper(Viewer viewer) : TagHelper
{
    [HtmlAttributeName("asp-for")] public ModelExpression For { get; set; } = null!;

    public string? Label { get; set; }

    public string? Hint { get; set; }

    /// <summary>Whether to write "optional" beside the label; follows the property otherwise.</summary>
    public bool? Optional { get; set; }

    /// <summary>Asks the server what is meant while one types; false for a form that has no server.</summary>
    public bool Echo { get; set; } = true;

    /// <summary>Id of the form: its outcome, and when a device wrote it down, tell what is meant.</summary>
    public string? Form { get; set; }

    [HtmlAttributeNotBound, ViewContext] public Microsoft.AspNetCore.Mvc.Rendering.ViewContext View { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var parts = FieldParts.Of(View, For, Hint);
        var (use, date) = (AskedForAttribute.Of(For.Metadata), For.Model as TypedDate);
        var text = View.ViewData.ModelState.TryGetValue(parts.Name, out var typed) && typed.RawValue is not null ? typed.AttemptedValue : date?.Text;
        var withHour = use is DateUse.Encounter or DateUse.PastEncounter or DateUse.Plan;
        var describedBy = string.Join(' ', new[] { parts.Error is null ? null : parts.ErrorId, parts.Hint is null ? null : parts.HintId, $"{parts.Id}-read" }.Where(id => id is not null));
        var label = Shapes.Encode(Label ?? For.Metadata.GetDisplayName());
        (output.TagName, output.TagMode) = ("div", TagMode.StartTagAndEndTag);
        output.Attributes.Clear();
        output.Attributes.SetAttribute("class", "field date-field");
        output.Content.AppendHtml($"""
            <label class="label" for="{parts.Id}">{label}{FieldParts.Optional(Optional ?? !For.Metadata.IsRequired)}</label>
            {(parts.Hint is null ? "" : $"""<p class="hint" id="{parts.HintId}">{Shapes.Encode(parts.Hint)}</p>""")}
            <div class="date-words">
            <input class="input" type="text" id="{parts.Id}" name="{parts.Name}" value="{Shapes.Encode(text)}" autocomplete="off" maxlength="{DateReader.MostLength}" aria-describedby="{describedBy}"{(parts.Error is null ? "" : " aria-invalid=\"true\"")}{(Echo && MayAsk ? Asking(parts, use) : "")}>
            <button class="button date-pick" type="button" data-pick="{parts.Id}"><svg class="icon" aria-hidden="true" focusable="false"><use href="{IconTagHelper.Sprite(View.HttpContext)}#calendar"></use></svg><span class="visually-hidden">Pick from a calendar: {label}</span></button>
            <input class="date-picker" type="{(withHour ? "datetime-local" : "date")}" tabindex="-1" aria-hidden="true" data-now="{Now(withHour)}">
            </div>
            {ReadAs.Html(parts.Name, parts.Id, date, parts.Error, viewer.Culture)}
            """);
    }

    // Who answers a dispute without logging anything is shown the meaning when the form comes back.
    private bool MayAsk => View.HttpContext.ActorOrNull()?.May(Thing.Touchpoint, Act.Log) == true;

    private string Asking(FieldParts parts, DateUse use)
    {
        string[] told = Form is null ? [] : [$"#{Form} [name$='.Outcome']:checked", $"#{Form} [name$='.ClaimedAt']"];
        return $"""
             hx-get="{View.HttpContext.Request.PathBase}/log?handler=When&amp;field={parts.Name}&amp;use={use}&amp;id={parts.Id}" hx-trigger="input changed delay:400ms" hx-target="#{parts.Id}-read" hx-swap="outerHTML settle:0ms" hx-sync="this:replace"{(told.Length == 0 ? "" : $" hx-include=\"{string.Join(", ", told)}\"")}
            """;
    }

    private string Now(bool withHour) => viewer.Local(viewer.Now).ToString(withHour ? "yyyy-MM-ddTHH:mm" : "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
