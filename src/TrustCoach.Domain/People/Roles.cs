namespace TrustCoach.Domain.People;

/// <summary>What a person does here. One person may do several; they may then see what any of them sees.</summary>
[Flags]
public enum Roles : short
{
    None = 0,

    /// <summary>Logs touchpoints and keeps promises with their own customers.</summary>
    Rep = 1,

    /// <summary>Coaches the reps of the teams they manage.</summary>
    Manager = 2,

    /// <summary>Runs people, teams, rules, imports and the audit; sees no private notes.</summary>
    Admin = 4,
}
