using System.Globalization;
using FluentAssertions;
using TrustCoach.Domain.Dates;
using Xunit;

namespace TrustCoach.Domain.Tests.Dates;

/// <summary>Typed on Sunday 22 November 2026, 16:20 in Berlin, unless said otherwise.</summary>
public sealed class DateReaderTests
{
    private static readonly TimeZoneInfo Berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    private static readonly DateTimeOffset Now = new(2026, 11, 22, 15, 20, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("today", "2026-11-22"), InlineData("Tomorrow", "2026-11-23"), InlineData("  tomorrow  ", "2026-11-23")]
    [InlineData("tomorrow 3pm", "2026-11-23T15:00"), InlineData("tomorrow at 3 PM", "2026-11-23T15:00"), InlineData("3pm tomorrow", "2026-11-23T15:00")]
    [InlineData("tomorrow, 15:00", "2026-11-23T15:00"), InlineData("today 17:00", "2026-11-22T17:00"), InlineData("17:00", "2026-11-22T17:00")]
    [InlineData("tomorrow noon", "2026-11-23T12:00"), InlineData("tomorrow 12am", "2026-11-23T00:00"), InlineData("tomorrow 12 p.m.", "2026-11-23T12:00")]
    [InlineData("day after tomorrow", "2026-11-24"), InlineData("the day after tomorrow 9:30", "2026-11-24T09:30")]
    [InlineData("Friday", "2026-11-27"), InlineData("fri.", "2026-11-27"), InlineData("on Friday at 15:00", "2026-11-27T15:00"), InlineData("Friday 15.30", "2026-11-27T15:30")]
    [InlineData("15:00 Friday", "2026-11-27T15:00"), InlineData("Friday at 3", "2026-11-27T03:00 2026-11-27T15:00")]
    [InlineData("this Friday", "2026-11-27"), InlineData("next Tuesday", "2026-11-24"), InlineData("Tuesday next week", "2026-11-24"), InlineData("next week Friday 10:00", "2026-11-27T10:00")]
    [InlineData("Sunday", "2026-11-22 2026-11-29"), InlineData("next Sunday", "2026-11-29")]
    [InlineData("in two weeks", "2026-12-06"), InlineData("in 2 weeks", "2026-12-06"), InlineData("in a month", "2026-12-22"), InlineData("in 10 days 14:00", "2026-12-02T14:00")]
    [InlineData("in 2 hours", "2026-11-22T18:20"), InlineData("in 45 minutes", "2026-11-22T17:05")]
    [InlineData("end of month", "2026-11-30"), InlineData("end of the month", "2026-11-30"), InlineData("end of next month 12:00", "2026-12-31T12:00")]
    [InlineData("end of year", "2026-12-31"), InlineData("end of February", "2027-02-28"), InlineData("end of next week", "2026-11-27 2026-11-29")]
    [InlineData("2 Dec", "2026-12-02"), InlineData("Dec 2", "2026-12-02"), InlineData("2nd of December", "2026-12-02"), InlineData("December 2nd, 14:30", "2026-12-02T14:30")]
    [InlineData("2 Dec 14:30", "2026-12-02T14:30"), InlineData("2 Dec. 2027", "2027-12-02"), InlineData("2 sept 27", "2027-09-02"), InlineData("Wed 2 December", "2026-12-02")]
    [InlineData("1 Nov", "2027-11-01"), InlineData("22 Nov", "2026-11-22"), InlineData("29 Feb", "2028-02-29"), InlineData("the 3rd", "2026-12-03")]
    [InlineData("12/2", "2026-12-02 2027-02-12"), InlineData("12/2/2027", "2027-02-12 2027-12-02"), InlineData("12 / 12", "2026-12-12"), InlineData("27/11", "2026-11-27")]
    [InlineData("13-12", "2026-12-13"), InlineData("2.12.", "2026-12-02"), InlineData("2.12.2026", "2026-12-02"), InlineData("2. 12. 2026", "2026-12-02"), InlineData("2/12/26 14:30", "2026-12-02T14:30")]
    [InlineData("2026-12-02", "2026-12-02"), InlineData("2026-12-02T14:30", "2026-12-02T14:30"), InlineData("2026-12-02 14:30", "2026-12-02T14:30"), InlineData("2026/12/2", "2026-12-02")]
    [InlineData("Wednesday 2/12", "2026-12-02")]
    public void A_deadline_is_to_come(string typed, string meant) => Meanings(typed, DateUse.Deadline).Should().Be(meant);

    [Theory]
    [InlineData("yesterday 10am", "2026-11-21T10:00"), InlineData("yesterday", "2026-11-21T12:00"), InlineData("today", "2026-11-22T16:20"), InlineData("now", "2026-11-22T16:20")]
    [InlineData("Friday 15:00", "2026-11-20T15:00 2026-11-27T15:00"), InlineData("last Friday 15:00", "2026-11-13T15:00 2026-11-20T15:00"), InlineData("next Friday 15:00", "2026-11-27T15:00")]
    [InlineData("tomorrow 3pm", "2026-11-23T15:00"), InlineData("2 Dec 14:30", "2026-12-02T14:30"), InlineData("2 Nov 14:30", "2026-11-02T14:30")]
    [InlineData("2 June 10:00", "2026-06-02T10:00 2027-06-02T10:00"), InlineData("3 days ago", "2026-11-19T12:00"), InlineData("two weeks ago", "2026-11-08T12:00")]
    public void An_encounter_was_or_will_be(string typed, string meant) => Meanings(typed, DateUse.Encounter).Should().Be(meant);

    [Theory]
    [InlineData("Friday 15:00", "2026-11-20T15:00"), InlineData("Friday", "2026-11-20T12:00"), InlineData("2 Dec 14:30", "2025-12-02T14:30"), InlineData("17:00", "2026-11-22T17:00")]
    public void An_encounter_of_which_is_said_how_it_went_has_been(string typed, string meant) => Meanings(typed, DateUse.PastEncounter).Should().Be(meant);

    [Theory]
    [InlineData("Friday", "2026-11-20"), InlineData("yesterday 10am", "2026-11-21T10:00"), InlineData("2 Nov", "2026-11-02"), InlineData("last Friday", "2026-11-13 2026-11-20")]
    public void A_day_gone_by_is_not_to_come(string typed, string meant) => Meanings(typed, DateUse.Past).Should().Be(meant);

    [Theory]
    [InlineData("31 Feb", "February has 29 days"), InlineData("31/2", "February has 29 days"), InlineData("30.2.2027", "February 2027 has 28 days"), InlineData("29 Feb 2027", "28 days")]
    [InlineData("2027-02-30", "does not exist"), InlineData("2026-13-01T10:00", "does not exist"), InlineData("the 32nd", "No month has 32 days")]
    [InlineData("tomorrow 25:00", "hours go from 0:00 to 23:59"), InlineData("tomorrow 13am", "There is no 13am"), InlineData("tomorrow midnight", "write 0:00 or 23:59")]
    [InlineData("Monday 2 Dec 2026", "is no Monday"), InlineData("December", "which day"), InlineData("next week", "which day"), InlineData("2 Dec 3000", "Years from 1900 to 2200")]
    [InlineData("0001-01-01T00:00", "Years from"), InlineData("9999-12-31T23:59", "Years from"), InlineData("28/3/2027 02:30", "the clocks go forward"), InlineData("in 999 years", "Years from")]
    [InlineData("soonish", "“soonish” is no date we can read. Write it like “Friday 15:00”"), InlineData("-", "no date"), InlineData("'; drop table", "no date"), InlineData("Friday 15", "no date")]
    public void What_does_not_exist_or_is_not_understood_is_said(string typed, string words)
    {
        var read = Reader().Read(typed, DateUse.Deadline);
        read.Meanings.Should().BeEmpty();
        read.Trouble.Should().Contain(words);
    }

    [Theory, InlineData(DateUse.Encounter), InlineData(DateUse.Plan)]
    public void An_encounter_to_come_needs_its_hour(DateUse use) => Reader().Read("tomorrow", use).Trouble.Should().StartWith("Say the hour too");

    [Fact]
    public void An_hour_that_comes_twice_is_the_first_and_says_so()
    {
        var read = Reader().Read("31 Oct 2027 02:30", DateUse.Deadline);
        read.Meanings.Should().ContainSingle();
        read.Note.Should().Contain("the first is meant");
    }

    [Theory]
    [InlineData("2026-11-22T20:00:00Z", "Australia/Sydney", "tomorrow", "2026-11-24"), InlineData("2026-11-23T03:00:00Z", "America/New_York", "tomorrow", "2026-11-23")]
    public void Tomorrow_is_that_of_the_persons_own_clock(string now, string zone, string typed, string meant) =>
        new DateReader(DateTimeOffset.Parse(now, CultureInfo.InvariantCulture), TimeZoneInfo.FindSystemTimeZoneById(zone), CultureInfo.GetCultureInfo("en-AU"))
            .Read(typed, DateUse.Deadline).Meanings.Should().Equal(DayAndHour.FromIso(meant)!.Value);

    [Theory]
    [InlineData("en-US", "12/2", "2026-12-02 2027-02-12"), InlineData("en-US", "11/27", "2026-11-27"), InlineData("en-US", "Friday 3:30", "2026-11-27T03:30 2026-11-27T15:30")]
    [InlineData("en-US", "Fri 3:30 PM", "2026-11-27T15:30"), InlineData("en-US", "Friday, November 27, 2026, 3:30 PM", "2026-11-27T15:30"), InlineData("de-DE", "12.2.", "2027-02-12")]
    [InlineData("de-DE", "2.12", "2026-12-02"), InlineData("de-DE", "Freitag um 15 Uhr", "2026-11-27T15:00"), InlineData("de-DE", "am 2. Dezember", "2026-12-02"), InlineData("de-DE", "Friday", "2026-11-27")]
    [InlineData("de-DE", "morgen 9:00", "2026-11-23T09:00"), InlineData("de-DE", "übermorgen", "2026-11-24"), InlineData("de-AT", "3. Jänner", "2027-01-03"), InlineData("fr-FR", "vendredi à 15h30", "2026-11-27T15:30")]
    [InlineData("fr-FR", "1er décembre", "2026-12-01"), InlineData("fr-FR", "aujourd’hui 17h", "2026-11-22T17:00"), InlineData("es-ES", "mar 2", "2027-03-02"), InlineData("es-ES", "viernes, 27 de noviembre", "2026-11-27")]
    [InlineData("es-ES", "pasado mañana", "2026-11-24"), InlineData("cs-CZ", "v pátek", "2026-11-27"), InlineData("cs-CZ", "pá 2. 12.", ""), InlineData("pl-PL", "piatek", "2026-11-27")]
    [InlineData("pt-BR", "depois de amanhã", "2026-11-24"), InlineData("pt-BR", "sexta-feira", "2026-11-27"), InlineData("fi-FI", "huomenna klo 15.00", "2026-11-23T15:00"), InlineData("sv-SE", "i morgon", "2026-11-23")]
    [InlineData("da-DK", "fredag den 27. november", "2026-11-27"), InlineData("ja-JP", "11月27日", "2026-11-27"), InlineData("ja-JP", "明日 15:00", "2026-11-23T15:00"), InlineData("nl-NL", "vr 27 nov", "2026-11-27")]
    public void Names_and_order_are_those_of_the_person(string culture, string typed, string meant) =>
        string.Join(' ', Reader(culture).Read(typed, DateUse.Deadline).Meanings.Select(m => m.Iso)).Should().Be(meant);

    private static string Meanings(string typed, DateUse use)
    {
        var read = Reader().Read(typed, use);
        read.Trouble.Should().BeNull();
        return string.Join(' ', read.Meanings.Select(m => m.Iso));
    }

    private static DateReader Reader(string culture = "en-GB") => new(Now, Berlin, CultureInfo.GetCultureInfo(culture));
}
