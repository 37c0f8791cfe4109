using TrustCoach.Domain.Scoring;

namespace TrustCoach.Domain.Coaching;

/// <summary>A page on which somebody else reads a rep's record. The numbers are stored; traits are <see cref="Trait0"/> and on.</summary>
public enum EvidencePage : short
{
    RepPage = 1,
    Customer = 2,
    Why = 3,
    Touchpoint = 4,
    Promise = 5,
    WhatBrokeTrust = 6,
    AtRisk = 7,
    Numbers = 8,
    Goal = 9,
    Repair = 10,
    TeamEvents = 11,
    Relationships = 12,
    Trait0 = 20,
}

/// <summary>Somebody reads the record of a rep: on which page, and about what.</summary>
/// <param name="SubjectId">The customer, touchpoint, promise, goal or breach; the rep where the page is about them.</param>
public sealed record EvidenceOpened(Guid RepId, string Rep, EvidencePage Page, Guid SubjectId)
{
    public static EvidencePage Of(Trait trait) => EvidencePage.Trait0 + (short)trait;
}

/// <summary>That somebody read a rep's record on a day, kept for the rep: who, which page, how often.</summary>
public sealed class EvidenceOpening : IInOrganization
{
    /// <summary>So many days it is kept.</summary>
    public const int KeptDays = 400;

    private EvidenceOpening() { }

    public Guid OrganizationId { get; private set; }

    public Guid RepId { get; private set; }

    /// <summary>The organization's day.</summary>
    public DateOnly Day { get; private set; }

    public Guid ViewerId { get; private set; }

    public EvidencePage Page { get; private set; }

    /// <inheritdoc cref="EvidenceOpened.SubjectId"/>
    public Guid SubjectId { get; private set; }

    public DateTimeOffset FirstAt { get; private set; }

    public DateTimeOffset LastAt { get; private set; }

    /// <summary>How often on that day.</summary>
    public int Times { get; private set; }
}
