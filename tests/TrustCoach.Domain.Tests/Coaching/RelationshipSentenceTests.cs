using FluentAssertions;
using TrustCoach.Domain.Coaching;
using TrustCoach.Domain.Scoring;
using Xunit;

namespace TrustCoach.Domain.Tests.Coaching;

public sealed class RelationshipSentenceTests
{
    private static readonly ScoringRules Rules = ScoringRules.Default;
    private static readonly Opening Cold = new(Climate.Cold, false);
    private static readonly int Start = new DateOnly(2026, 1, 5).DayNumber;

    [Fact]
    public void A_broken_promise_is_named_with_what_it_cost() =>
        Say([.. Met(0, 7, 14, 21, 28, 35), Broken(60)], 62)
            .Should().MatchRegex("^Credibility \\d+, down \\d+ since last week: “send the brochure”, not kept\\.$");

    [Fact]
    public void What_moved_it_most_is_named_among_several() =>
        Say([.. Met(0, 7, 14, 21, 60), Broken(61)], 62).Should().EndWith(": “send the brochure”, not kept.");

    [Fact]
    public void A_kept_word_is_named_when_it_lifts_the_score() =>
        Say(Met(0, 30, 60, 90), 91).Should().MatchRegex("^Credibility \\d+, up \\d+ since last week: “depot numbers”, met\\.$");

    [Fact]
    public void Silence_is_told_as_fading_or_as_nothing_new()
    {
        Say(Met(0, 7, 14, 21), 200).Should().MatchRegex("^Credibility \\d+, (down 1 since last week: nothing new, so older proof fades|unchanged since last week\\. Last proof 179 days ago: “depot numbers”, met)\\.$");
    }

    [Fact]
    public void A_first_week_is_compared_with_its_beginning() =>
        Say(Met(0, 1, 2, 3), 4).Should().MatchRegex("^Credibility \\d+, up \\d+ since it began: “depot numbers”, met\\.$");

    [Theory]
    [InlineData(0, "Too early to say: nothing has been tested yet. A verdict takes 3 judged encounters.")]
    [InlineData(2, "Too early to say: 2 of 3 judged encounters so far.")]
    public void Before_the_third_judged_encounter_no_number_is_said(int met, string sentence) =>
        Say(Met([.. Enumerable.Range(0, met).Select(i => 7 * i)]), 30).Should().Be(sentence);

    [Fact]
    public void The_numbers_said_are_the_numbers_shown()
    {
        Evidence[] evidence = [.. Met(0, 7, 14, 21, 28, 35), Broken(60)];
        var (now, before) = (Read(evidence, 62).Credibility, Read(evidence, 55).Credibility);

        Say(evidence, 62).Should().StartWith($"Credibility {Math.Round(now)}, down {Math.Round(before) - Math.Round(now)} ");
    }

    private static string Say(Evidence[] evidence, int day) => RelationshipSentence.Of(
        Read(evidence, day), Read(evidence, day - RelationshipSentence.Days).Credibility, Chronicle.Of(evidence, Cold, 0.5, Start + day, Rules, ScoreKind.Credibility), Start + day, Rules,
        id => Array.Find(evidence, e => e.Id == id).Kind == EvidenceKind.Met ? "“depot numbers”, met" : "“send the brochure”, not kept");

    private static Reading Read(Evidence[] evidence, int day) =>
        ScoreReader.Read(Standing.Fold([.. evidence.Where(e => e.Day <= Start + day)], Rules), Cold, 0.5, Start + day, Rules);

    private static Evidence[] Met(params int[] days) => [.. days.Select(day => new Evidence(new Guid(day + 1, 0, 0, new byte[8]), Start + day, EvidenceKind.Met))];

    private static Evidence Broken(int day) => new(new Guid(day, 1, 0, new byte[8]), Start + day, EvidenceKind.PromiseBroken);
}
