using TrustCoach.Domain.Coaching;
using TrustCoach.Domain.Scoring;
using TrustCoach.Services.Coaching;
using TrustCoach.Web.Pages;

namespace TrustCoach.IntegrationTests.Today;

public sealed class TodayWordsTests
{
    private static readonly DateOnly Today = new(2026, 9, 2);

    [Fact]
    public void What_was_missed_lately_opens_the_lines_of_those_days() =>
        Url([(EvidenceKind.Missed, 1)], null).Should().EndWith("/why/changes?from=2026-08-03&to=2026-09-02");

    [Fact]
    public void What_weighs_from_before_opens_the_whole_ledger() =>
        Url([], 40).Should().EndWith("/why", "an event of forty days ago is not among the last thirty");

    private static string Url((EvidenceKind Kind, int Count)[] missed, int? breachDays)
    {
        var signs = new RelationshipSigns(Stage.AtRisk, false, false, missed, 3, SlippingQuery.Days, breachDays);
        return TodayWords.EvidenceUrl(new Slipping(Guid.NewGuid(), Guid.NewGuid(), "Kestrel Foods", 76, 78, signs), Today);
    }
}
