using System.Text;
using FluentAssertions;
using TrustCoach.Domain.People;
using Xunit;

namespace TrustCoach.Domain.Tests.People;

public sealed class OneTimeCodeTests
{
    private static readonly byte[] Key = Encoding.ASCII.GetBytes("12345678901234567890");

    /// <summary>RFC 6238, appendix B: the last six digits.</summary>
    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(1111111111, "050471")]
    [InlineData(1234567890, "005924")]
    [InlineData(2000000000, "279037")]
    [InlineData(20000000000, "353130")]
    public void Codes_are_those_of_the_standard(long seconds, string code) =>
        OneTimeCode.At(Key, OneTimeCode.StepAt(DateTimeOffset.FromUnixTimeSeconds(seconds))).Should().Be(code);

    [Theory]
    [InlineData(0, true)]
    [InlineData(29, true)]
    [InlineData(-30, true)]
    [InlineData(59, true)]
    [InlineData(60, false)]
    [InlineData(-31, false)]
    public void A_clock_may_differ_by_half_a_minute(int seconds, bool fits)
    {
        var start = DateTimeOffset.FromUnixTimeSeconds(1_800_000_000);
        OneTimeCode.Match(Key, OneTimeCode.At(Key, OneTimeCode.StepAt(start)), start.AddSeconds(seconds)).HasValue.Should().Be(fits);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("28708")]
    [InlineData("2870822")]
    [InlineData("abcdef")]
    [InlineData("٢٨٧٠٨٢")]
    [InlineData("\0\0\0\0\0\0")]
    public void What_is_no_code_fits_nothing(string? typed) => OneTimeCode.Match(Key, typed, DateTimeOffset.FromUnixTimeSeconds(59)).Should().BeNull();

    [Fact]
    public void A_code_may_be_typed_with_a_space() => OneTimeCode.Match(Key, " 287 082 ", DateTimeOffset.FromUnixTimeSeconds(59)).Should().Be(1);

    [Theory]
    [InlineData("12345678901234567890", "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ")]
    [InlineData("foobar", "MZXW6YTBOI")]
    [InlineData("f", "MY")]
    [InlineData("", "")]
    public void A_key_is_written_as_apps_take_it(string key, string text) => OneTimeCode.Text(Encoding.ASCII.GetBytes(key)).Should().Be(text);
}
