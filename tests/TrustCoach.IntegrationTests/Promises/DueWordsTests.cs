using System.Globalization;
using TrustCoach.Web.Infrastructure;
using TrustCoach.Web.Pages.Promises;

namespace TrustCoach.IntegrationTests.Promises;

public sealed class DueWordsTests
{
    // Half past eleven in the evening of Saturday 24 October in Berlin: summer time ends in the night to come.
    private static readonly DateTimeOffset Now = new(2026, 10, 24, 21, 30, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("2026-10-24T21:59:59Z", false, "today", "warn")]
    [InlineData("2026-10-24T21:45:00Z", true, "today 23:45", "warn")]
    [InlineData("2026-10-24T21:00:00Z", true, "overdue since 23:00", "bad")]
    [InlineData("2026-10-23T21:59:59Z", false, "overdue 1 day", "bad")]
    [InlineData("2026-10-22T21:59:59Z", false, "overdue 2 days", "bad")]
    [InlineData("2026-10-25T22:59:59Z", false, "tomorrow", "")]
    [InlineData("2026-10-25T08:00:00Z", true, "tomorrow 09:00", "")]
    [InlineData("2026-10-30T22:59:59Z", false, "Friday", "")]
    [InlineData("2026-10-31T22:59:59Z", false, "31 Oct", "")]
    [InlineData("2027-01-03T22:59:59Z", false, "3 Jan 2027", "")]
    public void It_reads_in_the_persons_own_days(string due, bool hasTime, string words, string tone) =>
        Read("Europe/Berlin", "en-GB", due, hasTime).Should().Be(new DueWords(words, tone));

    [Fact]
    public void The_same_moment_is_another_day_elsewhere() =>
        Read("America/Los_Angeles", "en-US", "2026-10-25T01:00:00Z", true).Text.Should().MatchRegex("^today 6:00.PM$");

    [Fact]
    public void The_order_of_day_and_month_follows_the_culture() =>
        Read("America/New_York", "en-US", "2027-01-03T22:59:59Z", false).Text.Should().Be("Jan 3, 2027");

    [Fact]
    public void What_waits_for_its_condition_is_never_overdue()
    {
        var viewer = new Viewer(TimeZoneInfo.Utc, new CultureInfo("en-GB"), Now);
        DueWords.Of(viewer, Now.AddDays(-3), false, waits: true).Should().Be(new DueWords("was due 21 Oct", ""));
    }

    private static DueWords Read(string zone, string culture, string due, bool hasTime) => DueWords.Of(
        new Viewer(TimeZoneInfo.FindSystemTimeZoneById(zone), new CultureInfo(culture), Now), DateTimeOffset.Parse(due, CultureInfo.InvariantCulture), hasTime);
}
