using System.Security.Cryptography;
using System.Text;

namespace TrustCoach.Services.Demo;

/// <summary>Chance that falls the same way every time: seeded by a name, so that one story does not move another.</summary>
internal sealed class DemoDice(string name)
{
#pragma warning disable CA5394 // Nothing secret hangs on it; it has to be the same every time.
    private readonly Random _random = new(BitConverter.ToInt32(Hash(name)));

    /// <summary>An id that belongs to a name for ever.</summary>
    public static Guid Id(string name)
    {
        var bytes = Hash(name).AsSpan(0, 16);
        (bytes[6], bytes[8]) = ((byte)((bytes[6] & 0x0F) | 0x80), (byte)((bytes[8] & 0x3F) | 0x80));
        return new Guid(bytes, bigEndian: true);
    }

    /// <summary>True with a probability of 0 to 1.</summary>
    public bool Falls(double probability) => _random.NextDouble() < probability;

    /// <summary>A number from <paramref name="least"/> to <paramref name="most"/>, both included.</summary>
    public int Between(int least, int most) => _random.Next(least, most + 1);

    public T Of<T>(IReadOnlyList<T> choices) => choices[_random.Next(choices.Count)];
#pragma warning restore CA5394

    private static byte[] Hash(string name) => SHA256.HashData(Encoding.UTF8.GetBytes("TrustCoach demo: " + name));
}

/// <summary>Draws without repeating itself until everything was drawn once.</summary>
internal sealed class DemoDeck<T>(IReadOnlyList<T> cards, DemoDice dice)
{
    private readonly List<T> _left = [];

    public T Draw()
    {
        if (_left.Count == 0)
            _left.AddRange(cards);
        var at = dice.Between(0, _left.Count - 1);
        var card = _left[at];
        _left.RemoveAt(at);
        return card;
    }
}
