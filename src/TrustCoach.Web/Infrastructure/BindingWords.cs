using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;

namespace TrustCoach.Web.Infrastructure;

/// <summary>What is said beside a field whose value cannot even be read: in plain words, and never by the name a property has in code.</summary>
public static class BindingWords
{
    private const int MostShown = 40;

    public static void Use(DefaultModelBindingMessageProvider messages)
    {
        ArgumentNullException.ThrowIfNull(messages);
        messages.SetAttemptedValueIsInvalidAccessor((value, _) => DoesNotFit(value));
        messages.SetNonPropertyAttemptedValueIsInvalidAccessor(DoesNotFit);
        messages.SetValueIsInvalidAccessor(DoesNotFit);
        messages.SetValueMustBeANumberAccessor(_ => "Write a number.");
        messages.SetNonPropertyValueMustBeANumberAccessor(() => "Write a number.");
    }

    private static string DoesNotFit(string? value) => string.IsNullOrEmpty(value)
        ? "Choose or write something here."
        : $"“{(value.Length > MostShown ? value[..MostShown] + "…" : value)}” does not fit here. Choose or write something else.";
}
