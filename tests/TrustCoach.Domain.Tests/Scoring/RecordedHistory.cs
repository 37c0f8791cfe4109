using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using TrustCoach.Domain.Scoring;

namespace TrustCoach.Domain.Tests.Scoring;

/// <summary>One of the 120 recorded histories with its expected read-outs, days moved into our century.</summary>
internal sealed record RecordedHistory(
    Evidence[] Events, int AsOf, double Rho, Opening Opening, JsonElement Expect, ChronicleLine[] LedgerC, ChronicleLine[] LedgerT)
{
    public const int FirstDay = Standing.Landmark + 9_000;

    private static readonly Lazy<RecordedHistory[]> Loaded = new(Load);

    public static IReadOnlyList<RecordedHistory> All => Loaded.Value;

    private static RecordedHistory[] Load()
    {
        using var packed = typeof(RecordedHistory).Assembly.GetManifestResourceStream("histories.json.gz")!;
        using var unpacked = new GZipStream(packed, CompressionMode.Decompress);
        return [.. JsonDocument.Parse(unpacked).RootElement.EnumerateArray().Select(Read)];
    }

    private static RecordedHistory Read(JsonElement history) => new(
        [.. history.GetProperty("events").EnumerateArray().Select(ReadEvent)],
        FirstDay + history.GetProperty("asOf").GetInt32(),
        history.GetProperty("rho").GetDouble(),
        new Opening(Enum.Parse<Climate>(Text(history, "climate")!, ignoreCase: true), history.GetProperty("burned").GetBoolean()),
        history.GetProperty("expect"),
        [.. history.GetProperty("ledger").GetProperty("C").EnumerateArray().Select(ReadLine)],
        [.. history.GetProperty("ledger").GetProperty("T").EnumerateArray().Select(ReadLine)]);

    private static Evidence ReadEvent(JsonElement e) => new(
        Id(Text(e, "id")!)!.Value,
        FirstDay + e.GetProperty("day").GetInt32(),
        Enum.Parse<EvidenceKind>(Text(e, "kind")!.Replace("_", "", StringComparison.Ordinal), ignoreCase: true),
        e.GetProperty("severity").GetInt32(),
        Id(Text(e, "ref")),
        Text(e, "level") switch
        {
            "self" => EvidenceLevel.SelfReported,
            "confirmed" => EvidenceLevel.CustomerConfirmed,
            _ => EvidenceLevel.Witnessed,
        },
        e.GetProperty("ownedUp").GetBoolean());

    private static ChronicleLine ReadLine(JsonElement line) => new(
        Enum.Parse<ChronicleKind>(Text(line, "line")!, ignoreCase: true),
        line.GetProperty("day") is { ValueKind: JsonValueKind.Number } day ? FirstDay + day.GetInt32() : null,
        Id(Text(line, "event")),
        line.GetProperty("points").GetDouble());

    private static string? Text(JsonElement e, string name) => e.GetProperty(name).GetString();

    // "e012" and "p3" become ids in the same order.
    private static Guid? Id(string? name) => name is null
        ? null
        : new Guid((name[0] << 20) + int.Parse(name.AsSpan(1), CultureInfo.InvariantCulture), 0, 0, new byte[8]);
}
