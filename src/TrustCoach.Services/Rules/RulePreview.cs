using TrustCoach.Domain.Scoring;

namespace TrustCoach.Services.Rules;

/// <summary>How many relationships stand between each ten points; the last reaches 100. Before and after, of one score.</summary>
public sealed record PreviewSpread(int[] Before, int[] After)
{
    public const int Bands = 10;

    public PreviewSpread()
        : this(new int[Bands], new int[Bands])
    {
    }

    internal void Count(double before, double after)
    {
        Before[BandOf(before)]++;
        After[BandOf(after)]++;
    }

    private static int BandOf(double points) => Math.Clamp((int)(points / 10), 0, Bands - 1);
}

/// <summary>How many relationships go from one stage to another; null where it is too early to say.</summary>
public sealed record PreviewStage(Stage? From, Stage? To, int Count);

/// <summary>What a draft does to one team.</summary>
/// <param name="TeamId">Null for reps without a team.</param>
public sealed record PreviewTeam(Guid? TeamId, int Compared, int Moved);

/// <summary>What a draft would do to the relationships that have not ended, on one day.</summary>
public sealed record RulePreview
{
    /// <summary>A move of more points than this is worth a look.</summary>
    public const double MuchPoints = 5;

    /// <summary>Relationships with a number under both rules; the others are too early to say under one of them.</summary>
    public required int Compared { get; init; }

    public required int TooEarly { get; init; }

    /// <summary>Of those compared: more than five points in credibility, in trust, in one or the other.</summary>
    public required int MovedCredibility { get; init; }

    public required int MovedTrust { get; init; }

    public required int Moved { get; init; }

    public required PreviewSpread Credibility { get; init; }

    public required PreviewSpread Trust { get; init; }

    /// <summary>Only where they differ, the most first.</summary>
    public required IReadOnlyList<PreviewStage> Stages { get; init; }

    public required IReadOnlyList<PreviewTeam> Teams { get; init; }
}
