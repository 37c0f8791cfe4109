using TrustCoach.Domain.Scoring;

namespace TrustCoach.IntegrationTests.Scoring;

/// <summary>Made-up histories with every kind of event, shared days and repairs of anything; the same seed gives the same one.</summary>
internal static class RandomHistories
{
    private static readonly EvidenceKind[] Kinds =
    [
        .. Enum.GetValues<EvidenceKind>(), EvidenceKind.Met, EvidenceKind.Met, EvidenceKind.Met, EvidenceKind.Met, EvidenceKind.PromiseKept,
        EvidenceKind.Exceeded, EvidenceKind.Late, EvidenceKind.Apology, EvidenceKind.MakeGood,
    ];

    public static Evidence[] Of(Random random, int lastDay, int most = 40)
    {
        var kinds = random.Next(3) == 0 ? Kinds : [.. Kinds.Where(k => !Units.IsIntegrity(k))];
        var span = random.Next(2) == 0 ? 60 : 1500;
        var promises = Enumerable.Range(0, 3).Select(_ => Guid.NewGuid()).ToArray();
        var history = new List<Evidence>();
        foreach (var day in Enumerable.Range(0, random.Next(most)).Select(_ => lastDay - random.Next(span)).Order().ToList())
        {
            var kind = kinds[random.Next(kinds.Length)];
            Guid? about = kind == EvidenceKind.PromiseRenegotiated ? promises[random.Next(promises.Length)]
                : Units.IsRepair(kind) && history.Count > 0 ? history[^random.Next(1, Math.Min(history.Count, 4) + 1)].Id : null;
            history.Add(new Evidence(
                Guid.NewGuid(), day, kind, random.Next(1, 4), about, (EvidenceLevel)random.Next(1, 4), random.Next(4) == 0,
                random.Next(3) == 0 ? (Trait)random.Next(5) : null, kind == EvidenceKind.Met && random.Next(2) == 0));
        }

        return [.. history];
    }

    public static Opening Opening(Random random) => new((Climate)random.Next(1, 5), random.Next(3) == 0);
}
