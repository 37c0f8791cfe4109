namespace TrustCoach.Web.Pages.Touchpoints;

/// <summary>A page or part of one whose Input can say what slipped: the log form and the correction share the fields.</summary>
public interface ISlips
{
    TouchpointForm Input { get; }
}
