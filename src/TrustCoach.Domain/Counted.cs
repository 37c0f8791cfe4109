using System.Globalization;

namespace TrustCoach.Domain;

/// <summary>Counts as sentences say them: words up to nine, figures from ten.</summary>
public static class Counted
{
    private static readonly string[] Words = ["none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];

    /// <summary>"three late starts", "one late start", "12 late starts".</summary>
    public static string Of(int count, string one, string many) => $"{Number(count)} {(count == 1 ? one : many)}";

    public static string Number(int count) =>
        count >= 0 && count < Words.Length ? Words[count] : count.ToString(CultureInfo.InvariantCulture);
}
