namespace TrustCoach.Web.Infrastructure;

/// <summary>Where a person may go, in the order it is shown.</summary>
/// <param name="Sections">The main entries, grouped.</param>
/// <param name="Foot">Entries at the bottom, such as Settings.</param>
/// <param name="LogUrl">The log page; null for people who log nothing.</param>
/// <param name="Person">Who is signed in; null on a page that anybody may read.</param>
public sealed record Menu(IReadOnlyList<MenuSection> Sections, IReadOnlyList<MenuItem> Foot, string? LogUrl, MenuPerson? Person);

/// <param name="Title">Shown above the entries; null for the first group.</param>
public sealed record MenuSection(string? Title, IReadOnlyList<MenuItem> Items);

/// <param name="Icon">A name from assets/icons.txt, or null.</param>
/// <param name="Count">What waits there; null or 0 shows nothing.</param>
/// <param name="CountWords">What the count counts, for people who hear it: "overdue".</param>
public sealed record MenuItem(string Text, string Url, string? Icon = null, int? Count = null, string? CountWords = null, bool IsCurrent = false);

public sealed record MenuPerson(string Name, string ProfileUrl, string SignOutUrl);
