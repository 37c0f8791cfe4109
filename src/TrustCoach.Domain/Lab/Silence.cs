namespace TrustCoach.Domain.Lab;

/// <summary>
/// A customer did not reply: a message gone astray, or the end of keeping their word? Two explanations, weighed by how often each
/// would show this (Bayes' rule with one number each).
/// </summary>
public static class Silence
{
    /// <summary>How often, in our example, somebody who has kept their word until now stops doing so; a judgement, and said to be one.</summary>
    public const double Breach = .02;

    /// <summary>The chance, 0 to 1, that so many silences in a row were all mistakes.</summary>
    /// <param name="noise">The chance that one message goes astray.</param>
    /// <param name="inARow">Silences in a row, 1 or more.</param>
    public static double ChanceOfSlip(double noise, int inARow)
    {
        var slips = 1d;
        for (var i = 0; i < inARow; i++)
            slips *= noise;
        return slips / (slips + Breach);
    }
}
