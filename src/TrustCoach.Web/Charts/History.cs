namespace TrustCoach.Web.Charts;

/// <summary>Both scores of a relationship on one day.</summary>
/// <param name="Credibility">0 to 100.</param>
/// <param name="HalfBand">Half of credibility's 80 % band, points.</param>
/// <param name="Trust">0 to 100.</param>
/// <param name="TooEarly">Fewer than three judged encounters by then: the band is drawn, no line and no number.</param>
/// <param name="HalfBandTrust">Half of trust's 80 % band, points; null where it is not drawn.</param>
public sealed record HistoryPoint(DateOnly Day, double Credibility, double HalfBand, double Trust, bool TooEarly = false, double? HalfBandTrust = null);

/// <summary>Something that happened, drawn below the lines by its shape.</summary>
/// <param name="Kind">The name of an outcome or evidence kind, as the sign tags take it.</param>
/// <param name="Text">What happened, in the rep's words.</param>
/// <param name="Url">Its row in the ledger.</param>
public sealed record HistoryMark(DateOnly Day, string Kind, string Text, string? Url = null);
