using System.Globalization;
using FluentAssertions;
using FsCheck;
using FsCheck.Fluent;
using TrustCoach.Domain.Dates;
using Xunit;

namespace TrustCoach.Domain.Tests.Dates;

/// <summary>What holds for every text, in every culture that can be chosen, wherever and whenever it is typed.</summary>
public sealed class DateReaderProperties
{
    // Those of the app's list of formats; a test of the app holds them alike.
    private static readonly CultureInfo[] Cultures = [.. new[]
    {
        "en-GB", "en-US", "en-AU", "en-CA", "en-IE", "en-IN", "de-DE", "de-AT", "de-CH", "fr-FR", "fr-CH", "nl-NL", "es-ES", "es-MX", "it-IT",
        "pt-PT", "pt-BR", "pl-PL", "cs-CZ", "da-DK", "nb-NO", "sv-SE", "fi-FI", "ja-JP",
    }.Select(CultureInfo.GetCultureInfo)];

    private static readonly TimeZoneInfo[] Zones = [.. new[] { "Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "America/Santiago", "Asia/Kolkata", "UTC" }
        .Select(TimeZoneInfo.FindSystemTimeZoneById)];

    private static readonly string[] Pieces =
    [
        "today", "tomorrow", "Friday", "next", "last", "this", "week", "month", "in", "two", "a", "ago", "end", "of", "the", "2", "31", "12/2", "31.2", "29", "Feb", "Dec", "mar",
        "2026", "0", "99", "at", "3", "3pm", "15:00", "24:00", "02:30", "noon", "am", "pm", ".", ",", "/", "-", "T", "2026-02-30", "2nd", "Freitag", "Uhr", "月", "日", "年", "١٢", "𝟚", "\0", "\u202f",
    ];

    private static readonly Gen<DateTimeOffset> Moments = Gen.OneOf(
        from day in Gen.Choose(0, 60_000) from minute in Gen.Choose(0, 1439) select new DateTimeOffset(1960, 1, 1, 0, 0, 0, TimeSpan.Zero).AddDays(day).AddMinutes(minute),
        Gen.Elements(DateTimeOffset.MinValue, DateTimeOffset.MaxValue, new(1899, 12, 31, 23, 59, 0, TimeSpan.Zero), new(2200, 1, 1, 0, 0, 0, TimeSpan.Zero)));

    private static readonly Gen<DateReader> Readers =
        from now in Moments from zone in Gen.Elements(Zones) from culture in Gen.Elements(Cultures) select new DateReader(now, zone, culture);

    [Fact]
    public void Nothing_typed_throws_and_what_is_not_understood_says_why()
    {
        var texts = Gen.OneOf(
            ArbMap.Default.ArbFor<string>().Generator.Select(text => text ?? ""),
            from pieces in Gen.ArrayOf(Gen.Elements(Pieces)) from separator in Gen.Elements(" ", "", "  ") select string.Join(separator, pieces));
        var cases = from reader in Readers from text in texts from use in Gen.Elements(Enum.GetValues<DateUse>()) select (reader, text, use);
        Prop.ForAll(Arb.From(cases), asked =>
        {
            var read = asked.reader.Read(asked.text, asked.use);
            (read.Meanings.Count == 0).Should().Be(read.Trouble is not null);
            read.Meanings.Should().OnlyHaveUniqueItems().And.HaveCountLessThanOrEqualTo(6);
            if (asked.use is DateUse.Encounter or DateUse.PastEncounter or DateUse.Plan)
                read.Meanings.Should().NotContain(m => m.Hour == null);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(3000));
    }

    [Fact]
    public void What_is_echoed_reads_back_as_itself_in_every_culture()
    {
        var meanings =
            from day in Gen.Choose(new DateOnly(1900, 1, 1).DayNumber, new DateOnly(2200, 12, 31).DayNumber)
            from minute in Gen.Choose(-700, 1439)
            select new DayAndHour(DateOnly.FromDayNumber(day), minute < 0 ? null : new TimeOnly(minute / 60, minute % 60));
        foreach (var culture in Cultures)
        {
            var reader = new DateReader(new(2026, 11, 22, 15, 20, 0, TimeSpan.Zero), TimeZoneInfo.Utc, culture);
            Prop.ForAll(Arb.From(meanings), meaning =>
            {
                reader.Read(meaning.Words(culture), DateUse.Deadline).Meanings.Should().Equal([meaning], "{0} in {1}", meaning.Words(culture), culture.Name);
                reader.Read(meaning.Iso, DateUse.Past).Meanings.Should().Equal(meaning);
                DayAndHour.FromIso(meaning.Iso).Should().Be(meaning);
            }).Check(Config.QuickThrowOnFailure.WithMaxTest(150));
        }
    }
}
