namespace TrustCoach.Web.Charts;

/// <summary>One column of a course: so many of so many.</summary>
/// <param name="Name">Which week: "Week from 3 Nov".</param>
/// <param name="Url">The rows behind it.</param>
public sealed record CourseStep(string Name, int Done, int Of, string Url);
