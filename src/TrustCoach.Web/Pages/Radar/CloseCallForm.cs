using System.ComponentModel.DataAnnotations;
using TrustCoach.Domain.Practice;

namespace TrustCoach.Web.Pages.Radar;

/// <summary>A close call with a customer, a day or a note.</summary>
public sealed class CloseCallForm
{
    /// <summary>Made with the form: sent twice, it notes one.</summary>
    public Guid Key { get; set; }

    public CloseCallKind? Kind { get; set; }

    public Guid? RelationshipId { get; set; }

    public DateOnly? Day { get; set; }

    [StringLength(CloseCall.NoteMaxLength, ErrorMessage = "Keep the note to {1} characters.")] public string? Note { get; set; }
}
