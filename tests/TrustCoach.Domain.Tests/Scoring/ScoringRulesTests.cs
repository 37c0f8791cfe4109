using System.Text.Json;
using FluentAssertions;
using TrustCoach.Domain.Scoring;
using Xunit;

namespace TrustCoach.Domain.Tests.Scoring;

public sealed class ScoringRulesTests
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    [Fact]
    public void Rules_survive_the_way_through_json()
    {
        var rules = ScoringRules.Default with
        {
            GraceDays = 3,
            Trust = ScoringRules.Default.Trust with { LossRatio = 4 },
            Units = ScoringRules.Default.Units with { Lie = new BySeverity(2, 5, 11) },
            Stages = ScoringRules.Default.Stages with { TrustedEvents = 20 },
            Climate = ScoringRules.Default.Climate with { Cold = 0.01 },
        };

        JsonSerializer.Deserialize<ScoringRules>(JsonSerializer.Serialize(rules, Web), Web).Should().Be(rules);
        JsonSerializer.Deserialize<ScoringRules>("{}", Web).Should().Be(ScoringRules.Default);
    }

    [Fact]
    public void Changed_rules_change_the_score()
    {
        Evidence[] events = [new(Guid.NewGuid(), Histories.FirstDay, EvidenceKind.Missed)];
        var harsh = ScoringRules.Default with { Units = new UnitRules { Missed = new BySeverity(1, 2, 3) } };

        Standing.Fold(events, ScoringRules.Default).On(Histories.FirstDay, ScoringRules.Default).MissedC.Should().Be(1);
        Standing.Fold(events, harsh).On(Histories.FirstDay, harsh).MissedC.Should().Be(2);
    }

    [Fact]
    public void The_default_rules_can_be_published() => ScoringRulesCheck.Problems(ScoringRules.Default).Should().BeEmpty();

    [Fact]
    public void Rules_that_break_the_model_are_named_by_field()
    {
        var broken = ScoringRules.Default with
        {
            LatenessHalfLife = 7,
            Trust = ScoringRules.Default.Trust with { Prior = 0, Start = double.NaN },
            Units = new UnitRules { Lie = new BySeverity(6, 3, 12) },
            Ceiling = new CeilingRules { AtOnce = new BySeverity(70, 90, 25) },
            Repair = new RepairRules { Apology = 0.6, MakeGood = 0.6 },
        };

        ScoringRulesCheck.Problems(broken).Select(p => p.Field).Should().BeEquivalentTo(
            "LatenessHalfLife", "Trust.Prior", "Trust.Start", "Trust.ReputationGain", "Units.Lie.Normal", "Ceiling.AtOnce.Normal", "Ceiling.AtOnce.Normal", "Repair.Apology");
    }

    [Fact]
    public void The_domain_needs_nothing_but_the_system() =>
        typeof(ScoringRules).Assembly.GetReferencedAssemblies().Select(a => a.Name)
            .Should().OnlyContain(name => name!.StartsWith("System", StringComparison.Ordinal));
}
