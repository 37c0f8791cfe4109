using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using TrustCoach.Domain.Promises;
using TrustCoach.IntegrationTests.Infrastructure;
using TrustCoach.Services.Data;
using TrustCoach.Services.Mail;
using TrustCoach.Services.Promises;

namespace TrustCoach.IntegrationTests.Promises;

public sealed class ReminderServiceTests(PromisePageFixture web) : IClassFixture<PromisePageFixture>
{
    private static readonly IConfiguration Address =
        new ConfigurationBuilder().AddInMemoryCollection([new("TrustCoach:Address", "https://trust.example.com/")]).Build();

    [Fact]
    public async Task The_mail_names_what_is_due_by_tomorrow_once_a_day_at_the_hour_that_was_chosen()
    {
        var (rep, kestrel, client) = await web.GivenARepAtWorkAsync();
        using var _ = client;
        await web.GivenAPromiseAsync(rep, kestrel, 0, "Send the depot audit", new(17, 0));
        await web.GivenAPromiseAsync(rep, kestrel, 1, "Bring the sample");
        await web.GivenAPromiseAsync(rep, kestrel, 2, "Not due yet");
        await web.GivenAPromiseAsync(rep, kestrel, 1, "Waits for figures", condition: "They send the figures");
        await web.GivenAPromiseAsync(rep, kestrel, 0, "Theirs", direction: Direction.Theirs);
        await SetAsync(client, $"{TimeZoneInfo.ConvertTime(web.Hands.Now, (await web.ActorAsync(rep)).Zone).Hour + 1}");
        (await RunAsync(rep)).Should().Be(0, "the hour has not come");

        web.Hands.Advance(TimeSpan.FromHours(1));
        (await RunAsync(rep)).Should().Be(1);
        (await RunAsync(rep)).Should().Be(0, "one mail a day at most");
        var mail = (await MailsAsync(rep)).Single();
        mail.Subject.Should().Be("2 promises are due, Wednesday 2 September (TrustCoach)");
        mail.Text.Should().Contain("- today 17:00: Send the depot audit (Kestrel Foods)\n- tomorrow: Bring the sample (Kestrel Foods)")
            .And.Contain("https://trust.example.com/promises").And.Contain("https://trust.example.com/account/profile")
            .And.NotContain("Not due yet").And.NotContain("Waits for").And.NotContain("Theirs");
        mail.To.Should().Be(rep.Email);

        web.Hands.Advance(TimeSpan.FromDays(1));
        (await RunAsync(rep)).Should().Be(1);
        (await MailsAsync(rep))[^1].Text.Should().Contain("- overdue since yesterday: Send the depot audit");
        web.Hands.Advance(TimeSpan.FromDays(-1) - TimeSpan.FromHours(1));
    }

    [Fact]
    public async Task Two_instances_at_once_write_one_mail()
    {
        var (rep, kestrel, client) = await web.GivenARepAtWorkAsync();
        using var _ = client;
        await web.GivenAPromiseAsync(rep, kestrel, 1);
        await RemindFromYesterdayAsync(rep);
        var written = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => RunAsync(rep)));
        written.Sum().Should().Be(1);
    }

    [Fact]
    public async Task Nothing_owed_is_no_mail_and_the_day_is_done_with()
    {
        var (rep, kestrel, client) = await web.GivenARepAtWorkAsync();
        using var _ = client;
        await RemindFromYesterdayAsync(rep);
        (await RunAsync(rep)).Should().Be(0);
        await web.GivenAPromiseAsync(rep, kestrel, 0);
        (await RunAsync(rep)).Should().Be(0, "today's hour is over");
    }

    [Fact]
    public async Task Without_a_mail_server_nothing_is_written()
    {
        var (rep, kestrel, client) = await web.GivenARepAtWorkAsync();
        await web.GivenAPromiseAsync(rep, kestrel, 0);
        await RemindFromYesterdayAsync(rep);
        (await RunAsync(rep, new MailSettings())).Should().Be(0);
        (await client.GetPageAsync("/account/profile")).Body!.TextContent.Should().Contain("No mail server is set up here yet");
        client.Dispose();
    }

    [Theory]
    [InlineData("24")]
    [InlineData("-1")]
    [InlineData("soon")]
    public async Task An_hour_that_is_none_is_refused_beside_the_field(string hour)
    {
        var (_, _, client) = await web.GivenARepAtWorkAsync();
        using var response = await SubmitAsync(client, hour);
        response.StatusCode.Should().Be(System.Net.HttpStatusCode.BadRequest);
        (await response.ReadPageAsync()).Body!.TextContent.Should().Contain("Pick an hour from the list.");
        client.Dispose();
    }

    [Fact]
    public async Task Never_stops_the_mails()
    {
        var (rep, kestrel, client) = await web.GivenARepAtWorkAsync();
        using var _ = client;
        await web.GivenAPromiseAsync(rep, kestrel, 0);
        await RemindFromYesterdayAsync(rep);
        await SetAsync(client, "");
        (await RunAsync(rep)).Should().Be(0);
        (await client.GetPageAsync("/account/profile")).QuerySelector("select[name=Hour] option[selected]").Should().BeNull();
    }

    private static Task<HttpResponseMessage> SubmitAsync(HttpClient client, string hour) => client.SubmitToAsync("/account/profile", "Reminder", ("Hour", hour));

    private static async Task SetAsync(HttpClient client, string hour)
    {
        using var response = await SubmitAsync(client, hour);
        response.StatusCode.Should().Be(System.Net.HttpStatusCode.Redirect);
    }

    private async Task RemindFromYesterdayAsync(GivenPerson rep)
    {
        await using var db = web.Db(rep.Organization);
        var reminder = new PromiseReminder(rep.Organization.Id, rep.Id);
        reminder.At(0, (await web.ActorAsync(rep)).Zone, web.Hands.Now.AddDays(-1));
        db.Add(reminder);
        await db.SaveChangesAsync();
    }

    private async Task<int> RunAsync(GivenPerson rep, MailSettings? settings = null)
    {
        await using var scope = web.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TrustCoachDb>();
        await db.EnterAsync(rep.Organization.Id, default);
        return await new ReminderService(db, Options.Create(settings ?? new MailSettings { Host = "mail.example.com" }), Address, web.Hands).RunAsync(default);
    }

    private async Task<List<OutgoingMail>> MailsAsync(GivenPerson rep)
    {
        await using var db = web.Db(rep.Organization);
        return await db.Mails.OrderBy(m => m.Id).ToListAsync();
    }
}
