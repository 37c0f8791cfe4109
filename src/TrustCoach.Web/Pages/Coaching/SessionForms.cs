using System.ComponentModel.DataAnnotations;
using TrustCoach.Domain.Coaching;
using TrustCoach.Domain.Dates;
using TrustCoach.Services.Coaching;
using TrustCoach.Web.Infrastructure;

namespace TrustCoach.Web.Pages.Coaching;

/// <summary>The rep's own words.</summary>
public sealed class WordsForm
{
    private const string TooLong = "Keep it to {1} characters.";

    [StringLength(CoachingSession.WordsMaxLength, ErrorMessage = TooLong)] public string? WentWell { get; set; }

    [StringLength(CoachingSession.WordsMaxLength, ErrorMessage = TooLong)] public string? IsHard { get; set; }

    [StringLength(CoachingSession.WordsMaxLength, ErrorMessage = TooLong)] public string? Wanted { get; set; }

    /// <summary>The version of the words that the person had before their eyes.</summary>
    public int Version { get; set; }

    public WriteWords ToCommand(Guid id) => new(id, new(WentWell, IsHard, Wanted), Version);
}

/// <summary>A note, shared or private.</summary>
public sealed class NoteForm
{
    [StringLength(CoachingSession.NoteMaxLength, ErrorMessage = "Keep it to {1} characters.")] public string? Note { get; set; }

    /// <inheritdoc cref="WordsForm.Version"/>
    public int Version { get; set; }

    public WriteNote ToCommand(Guid id) => new(id, Note, Version);
}

/// <summary>Something to talk about.</summary>
public sealed class ItemForm
{
    /// <summary>Made with the form: sent twice, it is one item.</summary>
    public Guid Key { get; set; }

    [StringLength(AgendaItem.TextMaxLength, ErrorMessage = "Keep it to {1} characters.")] public string? Text { get; set; }
}

/// <summary>A promise of one to the other.</summary>
public sealed class AgreeForm
{
    /// <summary>Made with the form: sent twice, it is one promise.</summary>
    public Guid Key { get; set; }

    /// <summary>Who promises: the rep or the manager.</summary>
    public bool? ByRep { get; set; }

    [StringLength(CoachingPromise.TextMaxLength, ErrorMessage = "Keep it to {1} characters.")] public string? Text { get; set; }

    [AskedFor(DateUse.Deadline)] public TypedDate? DueDay { get; set; }

    public AgreePromise ToCommand(Guid id) => new(id, ByRep == true, Text, DueDay?.Meant?.Day, Key);
}

/// <summary>The rep's answer to what was agreed.</summary>
public sealed class ReplyForm
{
    [StringLength(CoachingSession.ReplyMaxLength, ErrorMessage = "Keep it to {1} characters.")] public string? Reply { get; set; }
}
