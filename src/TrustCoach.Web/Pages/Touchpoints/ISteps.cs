using TrustCoach.Services.Method;

namespace TrustCoach.Web.Pages.Touchpoints;

/// <summary>A page or part of one whose Input can say which steps of the method card were taken: the log form and the correction share the fields.</summary>
public interface ISteps
{
    TouchpointForm Input { get; }

    /// <summary>Null where no card is offered.</summary>
    OfferedCard? Offered { get; }
}
