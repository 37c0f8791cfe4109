using TrustCoach.Domain.Scoring;

namespace TrustCoach.Domain.Coaching;

/// <summary>What the forecast said against what happened, for forecasts of like height.</summary>
/// <param name="Index">0 for forecasts under 10 %, 9 for those of 90 % and more.</param>
/// <param name="Count">n: outcomes.</param>
/// <param name="Predicted">Sum of the forecasts, each 0 to 1.</param>
/// <param name="Kept">Outcomes that were met or kept.</param>
public readonly record struct ForecastDecile(int Index, long Count, double Predicted, long Kept)
{
    public const int Deciles = 10;

    /// <summary>Mean forecast, 0 to 1; 0 when there is none.</summary>
    public double MeanPredicted => Count == 0 ? 0 : Predicted / Count;

    /// <summary>Share that was met, 0 to 1; 0 when there is none.</summary>
    public double MeanKept => Count == 0 ? 0 : (double)Kept / Count;

    /// <summary>The decile of a forecast.</summary>
    public static int Of(double predicted) => Math.Clamp((int)(predicted * Deciles), 0, Deciles - 1);
}

/// <summary>Whether the forecast can be believed: how far what happened lies from what was said.</summary>
/// <param name="Deciles">Ten, from low to high; those without an outcome too.</param>
public sealed record Calibration(IReadOnlyList<ForecastDecile> Deciles)
{
    /// <summary>Above this expected error the forecast needs looking at.</summary>
    public const double Alarm = 0.05;

    /// <summary>With fewer outcomes chance would speak.</summary>
    public const int Enough = 100;

    public long Count => Deciles.Sum(d => d.Count);

    public bool TooEarly => Count < Enough;

    /// <summary>Expected calibration error, 0 to 1: the distance of each decile, weighed by its outcomes.</summary>
    public double Error => Count == 0 ? 0 : Deciles.Sum(d => Math.Abs(d.Kept - d.Predicted)) / Count;

    public bool Alarms => !TooEarly && Error > Alarm;

    /// <summary>From outcomes with their forecasts.</summary>
    public static Calibration Of(IEnumerable<ForecastOutcome> outcomes)
    {
        ArgumentNullException.ThrowIfNull(outcomes);
        var deciles = new ForecastDecile[ForecastDecile.Deciles];
        for (var i = 0; i < deciles.Length; i++)
            deciles[i] = new(i, 0, 0, 0);
        foreach (var o in outcomes)
        {
            ref var d = ref deciles[ForecastDecile.Of(o.Predicted)];
            d = d with { Count = d.Count + 1, Predicted = d.Predicted + o.Predicted, Kept = d.Kept + (o.Kept ? 1 : 0) };
        }

        return new(deciles);
    }
}

/// <summary>The forecasts of one rep whose outcomes fell into one closed week, by decile; a week without outcomes has its row too.</summary>
public sealed class ForecastWeek : IInOrganization
{
    private ForecastWeek() { }

    public ForecastWeek(Guid organizationId, Guid repId, DateOnly week, Calibration calibration)
    {
        ArgumentNullException.ThrowIfNull(calibration);
        (OrganizationId, RepId, Week) = (organizationId, repId, week);
        Counts = [.. calibration.Deciles.Select(d => (int)d.Count)];
        Predicted = [.. calibration.Deciles.Select(d => d.Predicted)];
        Kept = [.. calibration.Deciles.Select(d => (int)d.Kept)];
    }

    public Guid OrganizationId { get; private set; }

    public Guid RepId { get; private set; }

    /// <summary>The Monday of the week.</summary>
    public DateOnly Week { get; private set; }

    /// <summary>n of each decile.</summary>
    public int[] Counts { get; private set; } = [];

    /// <summary>Sum of the forecasts of each decile, each 0 to 1.</summary>
    public double[] Predicted { get; private set; } = [];

    /// <summary>Outcomes of each decile that were met or kept.</summary>
    public int[] Kept { get; private set; } = [];
}
