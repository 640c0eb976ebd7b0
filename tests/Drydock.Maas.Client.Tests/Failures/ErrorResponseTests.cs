using Drydock.Maas.Client.Tests.Fakes;

namespace Drydock.Maas.Client.Tests.Failures;

public sealed class ErrorResponseTests
{
    [Theory]
    [InlineData(400, "BadRequest")]
    [InlineData(401, "AuthenticationFailed")]
    [InlineData(403, "PermissionDenied")]
    [InlineData(404, "NotFound")]
    [InlineData(405, "MethodNotAllowed")]
    [InlineData(409, "Conflict")]
    [InlineData(410, "Gone")]
    [InlineData(418, "UnexpectedAnswer")]
    [InlineData(429, "ServiceUnavailable")]
    [InlineData(500, "ServerError")]
    [InlineData(503, "ServiceUnavailable")]
    public async Task Each_status_has_an_identifier(int status, string errorId)
    {
        var error = await Failing.RefusedAsync(Answers.Text(status, "no"));

        Assert.Equal((errorId, status, "POST", "fabrics/"), (error.ErrorId, error.StatusCode, error.Method, error.Path));
    }

    [Fact]
    public async Task Field_errors_are_text_per_field()
    {
        var error = await Failing.RefusedAsync(Answers.FieldErrors("""{"vid": ["Required.", "Between 0 and 4094."], "name": ["Bad."]}"""));

        Assert.Equal("MAAS refused POST fabrics/ (400): vid: Required. Between 0 and 4094.; name: Bad.", error.Message);
        Assert.Equal(["Required.", "Between 0 and 4094."], error.FieldErrors["vid"]);
        Assert.Equal(["Bad."], error.FieldErrors["name"]);
    }

    [Fact]
    public async Task Errors_of_the_whole_form_stand_without_a_field()
    {
        var error = await Failing.RefusedAsync(Answers.FieldErrors("""{"__all__": ["Already there."], "mtu": "Too small."}"""));

        Assert.Equal("MAAS refused POST fabrics/ (400): Already there.; mtu: Too small.", error.Message);
    }

    [Theory]
    [InlineData("\"just a text\"")]
    [InlineData("[\"a\", \"b\"]")]
    [InlineData("{\"name\": [\"cut o")]
    public async Task What_is_no_list_of_fields_is_shown_as_it_is(string body)
    {
        var error = await Failing.RefusedAsync(Answers.FieldErrors(body));

        Assert.Empty(error.FieldErrors);
        Assert.Equal($"MAAS refused POST fabrics/ (400): {body}", error.Message);
    }

    [Fact]
    public async Task A_plain_text_is_the_message_and_the_body()
    {
        var error = await Failing.RefusedAsync(Answers.Text(409, "Machine cannot be released in its current state ('New')."));

        Assert.Equal("MAAS refused POST fabrics/ (409): Machine cannot be released in its current state ('New').", error.Message);
        Assert.Equal("Machine cannot be released in its current state ('New').", error.Body);
    }

    [Fact]
    public async Task An_error_within_MAAS_is_no_refusal()
    {
        var error = await Failing.RefusedAsync(Answers.Text(500, "'start_ip'"));

        Assert.StartsWith("MAAS failed at POST fabrics/ (500): 'start_ip'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_a_web_page_only_the_title_is_shown()
    {
        var error = Assert.IsType<MaasApiException>(await Failing.ReadAsync(Answers.Html(403, "Not you")));

        Assert.Equal("MAAS refused GET version/ (403): a web page, \"Not you\"", error.Message);
        Assert.Contains("<title>", error.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_web_page_is_recognised_without_its_type()
    {
        var error = Assert.IsType<MaasApiException>(await Failing.ReadAsync(Answers.Body(403, "\n <html><body>No</body></html>", null)));

        Assert.Equal("MAAS refused GET version/ (403): a web page", error.Message);
    }

    [Fact]
    public async Task An_answer_without_body_says_what_its_status_means()
    {
        var error = await Failing.RefusedAsync(Answers.Body(405, "", "text/html"));

        Assert.Contains("(405): Method Not Allowed", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_long_text_is_one_short_line()
    {
        var error = await Failing.RefusedAsync(Answers.Text(500, string.Join('\n', Enumerable.Repeat("Traceback", 500))));

        Assert.InRange(error.Message.Length, 100, 600);
        Assert.DoesNotContain('\n', error.Message);
        Assert.EndsWith(" ...", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_body_of_a_401_holds_the_right_secret_and_is_neither_kept_nor_shown()
    {
        var error = await Failing.RefusedAsync(Answers.Text(401, "'Invalid signature. Expected signature base string: &ADMINSECRET'"));

        Assert.Null(error.Body);
        Assert.Equal("MAAS refused POST fabrics/ (401): the API key is not valid for this MAAS", error.Message);
        Assert.DoesNotContain("ADMINSECRET", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_clock_is_told_from_a_wrong_key()
    {
        var error = await Failing.RefusedAsync(Answers.Text(401, "'Expired timestamp: given 1 and now 2 has a greater difference'"));

        Assert.Equal("ClockSkew", error.ErrorId);
        Assert.Contains("clock", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_redirect_is_named_and_not_followed()
    {
        using var maas = new FakeMaas(Answers.Redirect("https://maas.example.com:5443/MAAS/"));
        using var client = Clients.Unverified(maas);

        var error = await Assert.ThrowsAsync<MaasConnectionException>(() => client.GetVersionAsync(TestContext.Current.CancellationToken));

        Assert.Equal("NotMaas", error.ErrorId);
        Assert.Contains("https://maas.example.com:5443/MAAS/", error.Message, StringComparison.Ordinal);
        Assert.Single(maas.Sent);
    }

    [Theory]
    [InlineData(404, true)]
    [InlineData(409, true)]
    [InlineData(400, false)]
    [InlineData(403, false)]
    public async Task What_is_gone_or_changed_state_asks_for_another_look(int status, bool moved) =>
        Assert.Equal(moved, (await Failing.RefusedAsync(Answers.Text(status, "no"))).WorldMoved);
}
