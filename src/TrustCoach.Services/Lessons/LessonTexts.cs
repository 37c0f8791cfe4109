using Markdig;
using TrustCoach.Domain.Lessons;

namespace TrustCoach.Services.Lessons;

/// <summary>A lesson's parts as HTML.</summary>
public sealed record LessonHtml(string Opening, string Poor, string Good, string Exercise);

/// <summary>Turns the lessons' Markdown into HTML, once. HTML within it is shown as text, never taken as such.</summary>
public sealed class LessonTexts(LessonShelf shelf)
{
    private static readonly MarkdownPipeline Markdown = new MarkdownPipelineBuilder().DisableHtml().UseSmartyPants().Build();

    private readonly Dictionary<string, LessonHtml> _html = shelf.Lessons.ToDictionary(
        lesson => lesson.Slug, lesson => new LessonHtml(Html(lesson.Opening), Html(lesson.Poor), Html(lesson.Good), Html(lesson.Exercise)), StringComparer.Ordinal);

    public LessonHtml Of(Lesson lesson) => _html[lesson.Slug];

    /// <summary>One text alone.</summary>
    public static string Html(string markdown) => Markdig.Markdown.ToHtml(markdown, Markdown);
}
