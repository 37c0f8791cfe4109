using System.Diagnostics.CodeAnalysis;

namespace TrustCoach.Domain;

/// <summary>A refusal in the user's words.</summary>
/// <param name="Field">The command's property the message belongs beside; empty when it concerns the whole form.</param>
/// <param name="Message">What happened and what to do, one or two sentences.</param>
public sealed record Problem(string Field, string Message);

/// <summary>Either a value or the <see cref="Problem"/> that refused it. Bugs throw; refusals are results.</summary>
public readonly struct Result<T>
{
    private readonly T? _value;
    private readonly Problem? _problem;

    private Result(T? value, Problem? problem) => (_value, _problem) = (value, problem);

    /// <summary>True when the request was refused; then <paramref name="problem"/> says why, else <paramref name="value"/> is set.</summary>
    public bool Refused([NotNullWhen(true)] out Problem? problem, [NotNullWhen(false)] out T? value)
    {
        (problem, value) = (_problem, _value);
        return _problem is not null;
    }

    /// <summary>The value of an accepted request.</summary>
    /// <exception cref="InvalidOperationException">The request was refused.</exception>
    public T Value => _problem is null ? _value! : throw new InvalidOperationException($"Refused: {_problem.Message}");

    public static implicit operator Result<T>(T value) => new(value, null);

    public static implicit operator Result<T>(Problem problem) => new(default, problem);
}
