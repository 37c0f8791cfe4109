using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using TrustCoach.Domain.Dates;

namespace TrustCoach.Web.Infrastructure;

/// <summary>Says what a form's date is asked for.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class AskedForAttribute(DateUse use) : Attribute
{
    public DateUse Use => use;

    internal static DateUse Of(ModelMetadata property) =>
        ((DefaultModelMetadata)property).Attributes.Attributes.OfType<AskedForAttribute>().FirstOrDefault()?.Use ?? DateUse.Deadline;
}

/// <summary>A date in somebody's own words, and what they mean. Text that was not understood stays in the form with its message.</summary>
/// <param name="Text">As typed.</param>
/// <param name="Meanings">One when it is understood; several when it must be asked which is meant.</param>
/// <param name="Note">What else to know of the one meaning.</param>
[ModelBinder<TypedDateBinder>, ValidateNever]
public sealed record TypedDate(string Text, IReadOnlyList<DayAndHour> Meanings, string? Note = null)
{
    /// <summary>What it means; null while it is not understood or not chosen.</summary>
    public DayAndHour? Meant => Meanings is [var one] ? one : null;

    /// <summary>A date that is known, in the reader's own words.</summary>
    public static TypedDate Of(DayAndHour known, CultureInfo culture) => new(known.Words(culture), [known]);
}

/// <summary>
/// Reads a date beside what was shown of it: "{name}.As" is the meaning that was echoed or chosen for the text "{name}.Of". What is saved is
/// what was seen: words whose meaning nobody was shown yet come back once with it, and a page that stood open over midnight keeps its tomorrow.
/// </summary>
public sealed class TypedDateBinder(Viewer viewer) : IModelBinder
{
    public Task BindModelAsync(ModelBindingContext bindingContext)
    {
        var (name, values) = (bindingContext.ModelName, bindingContext.ValueProvider);
        if (values.GetValue(name) is not { FirstValue: { } typed } found)
            return Task.CompletedTask;
        bindingContext.ModelState.SetModelValue(name, found);
        if (typed.Trim() is not { Length: > 0 } text)
        {
            bindingContext.Result = ModelBindingResult.Success(null);
            return Task.CompletedTask;
        }

        var (date, trouble) = Read(viewer, name, text, AskedForAttribute.Of(bindingContext.ModelMetadata), key => values.GetValue(key).FirstValue);
        if (trouble is not null)
            bindingContext.ModelState.AddModelError(name, trouble);
        bindingContext.Result = ModelBindingResult.Success(date);
        return Task.CompletedTask;
    }

    /// <param name="value">A value of the form by name.</param>
    /// <returns>The date, and what is to be said or asked before it can be saved.</returns>
    public static (TypedDate Date, string? Trouble) Read(Viewer viewer, string name, string text, DateUse use, Func<string, string?> value)
    {
        if (value($"{name}.Of") == text && DayAndHour.FromIso(value($"{name}.As")) is { } shown)
            return (new(text, [shown]), null);
        var claimed = Claimed(viewer, value($"{name.Split('.')[0]}.ClaimedAt"));
        // How it went can be said of what has been: that tells last Friday from the next.
        if (use == DateUse.Encounter && !string.IsNullOrEmpty(value($"{name[..(name.LastIndexOf('.') + 1)]}Outcome")))
            use = DateUse.PastEncounter;
        var read = new DateReader(claimed ?? viewer.Now, viewer.Zone, viewer.Culture).Read(text, use);
        var date = new TypedDate(text, read.Meanings, read.Note);
        return (date, read switch
        {
            { Trouble: { } trouble } => trouble,
            { Meanings.Count: > 1 } => "This can be read in more than one way: pick what you mean.",
            // A device without a network could not be asked what it means.
            { Exact: true } => null,
            _ when claimed is not null => null,
            _ => $"This reads as {read.Meanings[0].Words(viewer.Culture)}. Save again if that is right.",
        });
    }

    // Words mean what they meant when they were typed. A clock that is a year out says nothing.
    private static DateTimeOffset? Claimed(Viewer viewer, string? claimed) =>
        DateTimeOffset.TryParse(claimed, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) && (viewer.Now - at).Duration() < TimeSpan.FromDays(366) ? at : null;
}
