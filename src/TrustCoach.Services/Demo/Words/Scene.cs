using TrustCoach.Domain.Touchpoints;

namespace TrustCoach.Services.Demo.Words;

/// <summary>One kind of encounter, told for each way it can go. {who} is the contact's first name, {kit} what they buy.</summary>
internal sealed record Scene(Channel Channel, string Expectation, string Met, string Exceeded, string Missed);
