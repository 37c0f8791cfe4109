using System.Net;
using TrustCoach.IntegrationTests.Infrastructure;

namespace TrustCoach.IntegrationTests.Platform;

public sealed class StaleFormTests(WebFixture web) : IClassFixture<WebFixture>
{
    [Fact]
    public async Task A_form_without_its_token_is_out_of_date_and_hands_back_what_was_typed()
    {
        using var client = web.Visitor();
        using var form = new FormUrlEncodedContent([new("Input.Email", "ada@example.com"), new("Input.Password", "correct horse")]);
        using var response = await client.PostAsync(new Uri("/account/sign-in", UriKind.Relative), form);
        var text = await response.Content.ReadAsStringAsync();

        response.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        text.Should().Contain("<h1>This form is out of date</h1>").And.Contain("ada@example.com").And.NotContain("correct horse");
    }
}
