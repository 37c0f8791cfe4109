using Microsoft.AspNetCore.Mvc.Rendering;
using TrustCoach.Domain.Imports;

namespace TrustCoach.Web.Pages.Settings.Imports;

/// <summary>Imports in words.</summary>
public static class ImportWords
{
    public static IReadOnlyList<SelectListItem> Kinds { get; } =
        [.. Enum.GetValues<ImportKind>().Select(kind => new SelectListItem(Of(kind), kind.ToString()))];

    public static string Of(ImportKind kind) => kind.ToString();

    public static string Of(ImportState state) => state switch
    {
        ImportState.Uploaded => "Columns to name",
        ImportState.Checking => "Being checked",
        ImportState.Checked => "Checked, not written",
        ImportState.Applying => "Being written",
        ImportState.Applied => "Imported",
        ImportState.Undoing => "Being undone",
        ImportState.Undone => "Undone",
        _ => "Stopped",
    };

    public static string Of(RowVerdict verdict, bool written) => verdict switch
    {
        RowVerdict.Created => written ? "Added" : "Would be added",
        RowVerdict.Updated => written ? "Updated" : "Would be updated",
        RowVerdict.Unchanged => "Already here",
        _ => written ? "Left out" : "Would be left out",
    };
}
