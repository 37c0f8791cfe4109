namespace TrustCoach.Services.Digests;

/// <summary>One sentence of a digest, and where in the app it can be looked up.</summary>
/// <param name="Path">"/promises", under the app's own address; null where there is nothing to open.</param>
public sealed record DigestLine(string Text, string? Path = null);

/// <summary>A part of a digest.</summary>
/// <param name="Lines">What there is to tell.</param>
/// <param name="Nothing">What is said when there is nothing.</param>
public sealed record DigestSection(string Title, IReadOnlyList<DigestLine> Lines, string Nothing)
{
    /// <summary>Its lines, or the one that says there are none.</summary>
    public IReadOnlyList<DigestLine> Told => Lines.Count > 0 ? Lines : [new(Nothing)];
}

/// <summary>A person's week: what changed, what is owed, and one thing to do.</summary>
/// <param name="Title">"Your week, 16 to 22 November".</param>
public sealed record Digest(string Title, IReadOnlyList<DigestSection> Sections, DigestLine ToDo);

/// <summary>What tells of one side of a person's work: what changed, what is owed, and the one thing to do that follows from them.</summary>
/// <param name="ToDo">Null when nothing asks for it.</param>
internal sealed record DigestPart(DigestSection Changed, DigestSection Owed, DigestLine? ToDo)
{
    /// <summary>The same with more that is owed, first.</summary>
    public DigestPart Owing(IReadOnlyList<DigestLine> more) => this with { Owed = Owed with { Lines = [.. more, .. Owed.Lines] } };
}
