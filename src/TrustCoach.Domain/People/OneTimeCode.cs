using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace TrustCoach.Domain.People;

/// <summary>The six digits an authenticator app shows for half a minute (RFC 6238). Whoever asks says which codes are used up.</summary>
public static class OneTimeCode
{
    /// <summary>Bytes of a key.</summary>
    public const int KeySize = 20;

    public const int Digits = 6;

    /// <summary>For how long an app shows a code, in seconds.</summary>
    public const int Seconds = 30;

    private const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// <summary>The half minute an instant falls in, counted from 1970.</summary>
    public static long StepAt(DateTimeOffset at) => at.ToUnixTimeSeconds() / Seconds;

    /// <summary>The code of one half minute.</summary>
    [SuppressMessage("Security", "CA5350", Justification = "Authenticator apps know HMAC-SHA1 alone for certain; its weakness is in collisions, which do not matter here.")]
    public static string At(ReadOnlySpan<byte> key, long step)
    {
        Span<byte> counter = stackalloc byte[sizeof(long)];
        System.Buffers.Binary.BinaryPrimitives.WriteInt64BigEndian(counter, step);
        Span<byte> hash = stackalloc byte[HMACSHA1.HashSizeInBytes];
        HMACSHA1.HashData(key, counter, hash);
        var number = System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(hash[(hash[^1] & 0xf)..]) & int.MaxValue;
        return (number % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }

    /// <summary>The half minute that the typed code is of: this one, or the one before or after for a clock that differs; null when of none.</summary>
    public static long? Match(ReadOnlySpan<byte> key, string? typed, DateTimeOffset now)
    {
        var digits = string.Concat((typed ?? "").Where(c => !char.IsWhiteSpace(c)));
        if (digits.Length != Digits)
            return null;
        long? match = null;
        for (var step = StepAt(now) - 1; step <= StepAt(now) + 1; step++)
        {
            if (CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(At(key, step)), Encoding.UTF8.GetBytes(digits)))
                match = step;
        }

        return match;
    }

    /// <summary>A key as apps and people write it: 32 letters and digits.</summary>
    public static string Text(ReadOnlySpan<byte> key)
    {
        var text = new StringBuilder();
        var (bits, held) = (0, 0);
        foreach (var part in key)
        {
            (bits, held) = (((bits << 8) | part) & 0xfff, held + 8);
            for (; held >= 5; held -= 5)
                text.Append(Base32[(bits >> (held - 5)) & 31]);
        }

        return held == 0 ? text.ToString() : text.Append(Base32[(bits << (5 - held)) & 31]).ToString();
    }
}
