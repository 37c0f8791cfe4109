using TrustCoach.Services.Lessons;

namespace TrustCoach.Web.Pages.Team.Lessons;

/// <summary>A week ahead as a row to move.</summary>
/// <param name="Place">From 0, which is the next week.</param>
/// <param name="Count">Weeks that can be arranged.</param>
/// <param name="Version">Of the order that is shown.</param>
public sealed record WeekRow(LessonAhead Row, int Place, int Count, int Version);
