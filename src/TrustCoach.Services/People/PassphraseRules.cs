using System.Collections.Frozen;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using TrustCoach.Services.Data;

namespace TrustCoach.Services.People;

/// <summary>Long rather than odd: 12 to 128 characters of any kind, but none of the common ones and nothing of the person's own name or address.</summary>
public sealed class PassphraseRules(TrustCoachDb db) : IPasswordValidator<Account>
{
    public const int MinLength = 12;
    public const int MaxLength = 128;

    private static readonly FrozenSet<string> Common = ReadCommon();

    public async Task<IdentityResult> ValidateAsync(UserManager<Account> manager, Account user, string? password)
    {
        var name = await db.People.Where(p => p.Id == user.Id).Select(p => p.Name).SingleOrDefaultAsync();
        return Refusal(password, user.Email, name) is { } message
            ? IdentityResult.Failed(new IdentityError { Code = "Password", Description = message })
            : IdentityResult.Success;
    }

    /// <summary>What is wrong with a password, in the user's words; null when it will do.</summary>
    public static string? Refusal(string? password, string? email, string? name)
    {
        password ??= "";
        if (password.Length < MinLength)
            return $"Use at least {MinLength} characters. Four or five words in a row do well.";
        if (password.Length > MaxLength)
            return $"Use at most {MaxLength} characters.";
        if (password.Distinct().Count() < 5 || Common.Contains(Plain(password)))
            return "This is one of the first passwords that are tried. Pick something only you would think of.";
        if (OwnWords(email, name).Any(word => IsMostly(password, word)))
            return "This is mostly your own name or address. Pick something that others cannot read off you.";
        return null;
    }

    // Part of a long phrase is fine; a phrase that is nothing else is not.
    private static bool IsMostly(string password, string word) =>
        password.Contains(word, StringComparison.OrdinalIgnoreCase) && password.Length - word.Length < 8;

    private static IEnumerable<string> OwnWords(string? email, string? name) =>
        new[] { email, email?.Split('@')[0], name, name?.Replace(" ", "", StringComparison.Ordinal) }
            .Concat(name?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? [])
            .OfType<string>().Where(word => word.Length >= 4);

    // "P@ssw0rd-1234!" is tried as early as "password1234".
    private static string Plain(string password) =>
        string.Concat(password.ToUpperInvariant().Select(c => c switch { '@' => 'A', '0' => 'O', '$' => 'S', '3' => 'E', _ => c }).Where(char.IsLetterOrDigit));

    private static FrozenSet<string> ReadCommon()
    {
        using var stream = typeof(PassphraseRules).Assembly.GetManifestResourceStream("TrustCoach.Services.People.CommonPasswords.txt")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Plain).ToFrozenSet();
    }
}
