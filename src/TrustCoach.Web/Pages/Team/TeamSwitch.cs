using TrustCoach.Services.Coaching;

namespace TrustCoach.Web.Pages.Team;

/// <summary>Leads from one of a manager's teams to another: as tabs, or as a list to choose from where there are many.</summary>
/// <param name="Path">The page's own path, which takes the team as "team".</param>
public sealed record TeamSwitch(string Path, IReadOnlyList<TeamChoice> Teams, TeamChoice Current, int Days)
{
    private const int MostTabs = 6;

    public bool IsShown => Teams.Count > 1 || !Teams.Contains(Current);

    public bool AsTabs => Teams.Count <= MostTabs;
}
