using System.Reflection;
using FluentAssertions;
using TrustCoach.Domain.Rules;
using TrustCoach.Domain.Scoring;
using Xunit;

namespace TrustCoach.Domain.Tests.Rules;

public sealed class RuleSettingsTests
{
    public static TheoryData<string> Paths => [.. RuleSettings.All.Select(s => s.Path)];

    [Fact]
    public void Every_constant_of_the_model_is_one_setting()
    {
        var constants = Constants(typeof(ScoringRules), "").ToList();

        RuleSettings.All.Select(s => s.Path).Should().OnlyHaveUniqueItems().And.BeEquivalentTo(constants.Select(c => c.Path));
        foreach (var (path, type) in constants)
            RuleSettings.Find(path)!.IsWhole.Should().Be(type == typeof(int), path);
        constants.Should().HaveCountGreaterThan(70);
    }

    [Fact]
    public void Every_setting_says_in_words_what_it_is()
    {
        foreach (var setting in RuleSettings.All)
        {
            setting.Name.Should().NotBeEmpty(setting.Path);
            setting.Sentence.Should().EndWith(".", setting.Path).And.NotContain("{");
            setting.Why.Should().NotBeEmpty(setting.Path);
            setting.Default.Should().BeInRange(setting.Least, setting.Most, setting.Path);
            setting.Step.Should().BePositive();
        }

        RuleSettings.All.GroupBy(s => (s.Group, s.Name)).Should().OnlyContain(g => g.Count() == 1, "two fields of one name in one section cannot be told apart");
        RuleSettings.All.Select(s => s.Group).Distinct().Should().BeEquivalentTo(Enum.GetValues<RuleGroup>());
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public void A_value_is_set_and_read_by_its_path(string path)
    {
        var setting = RuleSettings.Find(path)!;
        var other = setting.Default == setting.Most ? setting.Least : setting.IsWhole ? setting.Default + 1 : (setting.Default + setting.Most) / 2;

        var changed = RuleSettings.With(ScoringRules.Default, [new(path, other)]);

        RuleSettings.ValuesOf(changed)[path].Should().Be(other);
        RuleSettings.Changes(ScoringRules.Default, changed).Should().ContainSingle().Which.Should().Be(new RuleChange(setting, setting.Default, other));
        RuleSettings.With(changed, [new(path, setting.Default)]).Should().Be(ScoringRules.Default);
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public void A_value_is_refused_beyond_either_end_of_its_range_and_taken_at_the_end(string path)
    {
        var setting = RuleSettings.Find(path)!;
        var beyond = setting.IsWhole ? 1 : 0.001;

        Alone(setting.Least).Should().BeNull();
        Alone(setting.Most).Should().BeNull();
        Alone(double.NaN).Should().NotBeNull();
        foreach (var wrong in new[] { setting.Least - beyond, setting.Most + beyond })
        {
            Alone(wrong)!.Message.Should().Contain("between");
            ScoringRulesCheck.Problems(RuleSettings.With(ScoringRules.Default, [new(path, wrong)])).Should().ContainSingle(p => p.Field == path);
        }

        Problem? Alone(double value) => ScoringRulesCheck.OutOfRange(setting, value);
    }

    [Fact]
    public void A_fraction_of_a_day_is_refused() =>
        ScoringRulesCheck.OutOfRange(RuleSettings.Find("GraceDays")!, 1.5)!.Message.Should().Contain("whole");

    [Theory]
    [InlineData("Trust.HalfLife", 0, "Trust.HalfLife")]
    [InlineData("Ceiling.AtMost.Mild", 101, "Ceiling.AtMost.Mild")]
    [InlineData("Units.Lie.Normal", 2, "Units.Lie.Normal")]
    [InlineData("Units.Lie.Normal", 3, "Units.Lie.Normal")]
    [InlineData("Units.Lie.Normal", 20, "Units.Lie.Severe")]
    [InlineData("Ceiling.AtOnce.Severe", 60, "Ceiling.AtOnce.Severe")]
    [InlineData("Ceiling.AtMost.Severe", 20, "Ceiling.AtOnce.Severe")]
    [InlineData("Ceiling.AtMost.Normal", 99, "Ceiling.AtMost.Normal")]
    [InlineData("Repair.Apology", 0.6, "Repair.Apology")]
    [InlineData("Units.Exceeded", 0.9, "Units.Exceeded")]
    [InlineData("Units.Renegotiated", 1.1, "Units.Renegotiated")]
    [InlineData("Units.Late", 2.5, "Units.Late")]
    [InlineData("Units.SelfReported", 1.1, "Units.SelfReported")]
    [InlineData("Units.CustomerConfirmed", 0.9, "Units.CustomerConfirmed")]
    [InlineData("Stages.BrokenCredibility", 60, "Stages.BrokenCredibility")]
    [InlineData("Stages.BrokenTrust", 70, "Stages.BrokenTrust")]
    [InlineData("Stages.AtRiskCredibilityOfTwo", 60, "Stages.AtRiskCredibilityOfTwo")]
    [InlineData("Stages.CredibleCredibility", 40, "Stages.CredibleCredibility")]
    [InlineData("Stages.DoubtCredibility", 80, "Stages.DoubtCredibility")]
    [InlineData("Stages.TrustedCredibility", 60, "Stages.TrustedCredibility")]
    [InlineData("Stages.TrustedEvents", 2, "Stages.TrustedEvents")]
    [InlineData("Stages.LatenessHabit", 5, "Stages.LatenessHabit")]
    [InlineData("Credibility.ReputationGain", 0.75, "Credibility.ReputationGain")]
    [InlineData("Trust.Start", 0.02, "Trust.Start")]
    public void Contradictory_rules_are_refused_beside_the_field_that_contradicts(string path, double value, string field) =>
        ScoringRulesCheck.Problems(RuleSettings.With(ScoringRules.Default, [new(path, value)])).Select(p => p.Field).Should().Contain(field);

    [Fact]
    public void Give_and_take_cannot_have_both_limits_at_one_place() =>
        ScoringRulesCheck.Problems(RuleSettings.With(ScoringRules.Default, [new("Reciprocity.Altruist", 0), new("Reciprocity.Cheater", 0)]))
            .Should().ContainSingle(p => p.Field == "Reciprocity.Cheater");

    [Theory]
    [InlineData("Trust.Nothing")]
    [InlineData("")]
    public void A_path_of_no_constant_is_a_mistake_of_ours(string path) =>
        FluentActions.Invoking(() => RuleSettings.With(ScoringRules.Default, [new(path, 1)])).Should().Throw<ArgumentException>();

    private static IEnumerable<(string Path, Type Type)> Constants(Type type, string prefix) => type
        .GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .Where(p => p.GetIndexParameters().Length == 0)
        .SelectMany(p => p.PropertyType == typeof(int) || p.PropertyType == typeof(double)
            ? [(prefix + p.Name, p.PropertyType)]
            : Constants(p.PropertyType, $"{prefix}{p.Name}."));
}
