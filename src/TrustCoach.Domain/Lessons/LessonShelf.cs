using System.Reflection;

namespace TrustCoach.Domain.Lessons;

/// <summary>A lesson's file cannot be read; the message names file and line.</summary>
public sealed class LessonFaultsException(IReadOnlyList<LessonFault> faults)
    : Exception("The lessons cannot be read:" + string.Concat(faults.Select(fault => $"{Environment.NewLine}  {fault}")))
{
    public IReadOnlyList<LessonFault> Faults { get; } = faults;
}

/// <summary>Lessons in the order for all.</summary>
public sealed class LessonShelf
{
    private static readonly Lazy<LessonShelf> OurOwn = new(() => Of(Embedded()));

    private readonly Dictionary<string, Lesson> _bySlug;

    private LessonShelf(IReadOnlyList<Lesson> lessons)
    {
        Lessons = lessons;
        _bySlug = lessons.ToDictionary(l => l.Slug, StringComparer.Ordinal);
    }

    /// <summary>Those in the repository's folder "lessons", which the build takes in.</summary>
    /// <exception cref="LessonFaultsException">One of them has errors.</exception>
    public static LessonShelf Own => OurOwn.Value;

    /// <summary>By their numbers; at least one.</summary>
    public IReadOnlyList<Lesson> Lessons { get; }

    public Lesson? Find(string? slug) => slug is null ? null : _bySlug.GetValueOrDefault(slug);

    /// <summary>The lessons of these files, which must be numbered from 1 without a gap.</summary>
    /// <exception cref="LessonFaultsException">Something is wrong with them.</exception>
    public static LessonShelf Of(IEnumerable<(string File, string Content)> files)
    {
        var (lessons, faults) = (new List<Lesson>(), new List<LessonFault>());
        foreach (var (file, content) in files.OrderBy(f => f.File, StringComparer.Ordinal))
        {
            var (lesson, found) = LessonFile.Read(file, content);
            faults.AddRange(found);
            if (lesson is null)
                continue;
            if (lessons.Exists(l => l.Slug == lesson.Slug || l.Title == lesson.Title))
                faults.Add(new(file, 1, "Another lesson has this name or title."));
            else if (faults.Count == 0 && lesson.Number != lessons.Count + 1)
                faults.Add(new(file, 1, $"The lesson before it is number {lessons.Count}, so this one is {lessons.Count + 1}."));
            lessons.Add(lesson);
        }

        if (lessons.Count == 0 && faults.Count == 0)
            faults.Add(new("", 1, "There are none."));
        return faults.Count > 0 ? throw new LessonFaultsException(faults) : new(lessons);
    }

    /// <summary>The files as the build took them in.</summary>
    public static IEnumerable<(string File, string Content)> Embedded()
    {
        const string Folder = "lessons/";
        var assembly = Assembly.GetExecutingAssembly();
        foreach (var name in assembly.GetManifestResourceNames().Where(n => n.StartsWith(Folder, StringComparison.Ordinal)))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            yield return (name[Folder.Length..], reader.ReadToEnd());
        }
    }
}
