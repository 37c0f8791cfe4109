using System.Numerics;
using FluentAssertions;
using TrustCoach.Domain.Lab;
using Xunit;

namespace TrustCoach.Domain.Tests.Lab;

public sealed class LabDiceTests
{
    // Published vectors: SplitMix64 from 1234567 (Vigna's reference), xoshiro256** from the state 1, 2, 3, 4.
    private static readonly ulong[] SplitMix = [6457827717110365317, 3203168211198807973, 9817491932198370423, 4593380528125082431, 16408922859458223821];
    private static readonly ulong[] Xoshiro = [11520, 0, 1509978240, 1215971899390074240, 1216172134540287360, 607988272756665600];

    [Fact]
    public void The_generator_is_the_published_one()
    {
        var state = 1234567UL;
        SplitMix.Select(_ => Reference.SplitMix(ref state)).Should().Equal(SplitMix);
        ulong[] words = [1, 2, 3, 4];
        Xoshiro.Select(_ => Reference.Xoshiro(words)).Should().Equal(Xoshiro);

        var seed = 42UL;
        ulong[] seeded = [Reference.SplitMix(ref seed), Reference.SplitMix(ref seed), Reference.SplitMix(ref seed), Reference.SplitMix(ref seed)];
        var dice = LabDice.Of(42);
        Enumerable.Range(0, 1000).Select(_ => dice.Next()).Should().Equal(Enumerable.Range(0, 1000).Select(_ => Reference.Xoshiro(seeded)));
    }

    [Fact]
    public void Each_place_has_dice_of_its_own()
    {
        var throws = from seed in Enumerable.Range(0, 20) from i in Enumerable.Range(0, 20) from j in Enumerable.Range(0, 20) select LabDice.Of((ulong)seed, i, j).Next();
        throws.Should().OnlyHaveUniqueItems();
    }

    [Fact]
    public void Chances_come_as_often_as_they_say()
    {
        var dice = LabDice.Of(7);
        Enumerable.Range(0, 100_000).Count(_ => dice.Falls(.3)).Should().BeInRange(29_300, 30_700, "five standard deviations are 725");
        Enumerable.Range(0, 1000).Count(_ => dice.Falls(0)).Should().Be(0);
        Enumerable.Range(0, 1000).Count(_ => dice.Falls(1)).Should().Be(1000);
    }

    private static class Reference
    {
        public static ulong SplitMix(ref ulong state)
        {
            state += 0x9e3779b97f4a7c15;
            var z = (state ^ (state >> 30)) * 0xbf58476d1ce4e5b9;
            z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
            return z ^ (z >> 31);
        }

        public static ulong Xoshiro(ulong[] s)
        {
            var result = BitOperations.RotateLeft(s[1] * 5, 7) * 9;
            var t = s[1] << 17;
            s[2] ^= s[0];
            s[3] ^= s[1];
            s[1] ^= s[2];
            s[0] ^= s[3];
            s[2] ^= t;
            s[3] = BitOperations.RotateLeft(s[3], 45);
            return result;
        }
    }
}
