using Drydock.Maas.Api;
using Drydock.Maas.Client.Tests.Fakes;

namespace Drydock.Maas.Client.Tests.Contract;

public sealed class RecordedErrorTests
{
    /// <summary>A request that was sent a second time as it was: no refusal, but a request that MAAS has had.</summary>
    private const int UsedNonce = 14;

    [Theory]
    [InlineData(10, "AuthenticationFailed", "the API key is not valid for this MAAS")]
    [InlineData(12, "AuthenticationFailed", "the API key is not valid for this MAAS")]
    [InlineData(15, "ClockSkew", "the time stamp is too old or too new: the clock of this machine or of the server is wrong")]
    [InlineData(20, "NotFound", "Unknown API endpoint: /MAAS/api/2.0/nosuchthing/.")]
    [InlineData(23, "MethodNotAllowed", "Method Not Allowed")]
    [InlineData(27, "Gone", "The 1.0 API is no longer available. Please use API version 2.0.")]
    [InlineData(37, "Conflict", "a web page, \"Error: Conflict Error\"")]
    [InlineData(76, "BadRequest", "A VLAN with the specified VID already exists in the destination fabric.")]
    [InlineData(78, "BadRequest", "vid: This field is required. VID must be between 0 and 4094.")]
    [InlineData(276, "PermissionDenied", "This method is reserved for admin users.")]
    [InlineData(315, "NotFound", "No Machine matches the given query.")]
    [InlineData(471, "ServerError", "PartitionTable matching query does not exist.")]
    [InlineData(617, "ServiceUnavailable", "Unable to connect to any rack controller k6hth3; no connections available.")]
    [InlineData(672, "Conflict", "Can't deploy a machine that is in the 'Deploying' state")]
    public async Task A_recorded_refusal_is_told_in_its_own_words(int number, string errorId, string text)
    {
        var recording = Recording.Read(number);

        var error = await RefusalAsync(recording);

        Assert.Equal(errorId, error.ErrorId);
        var verb = recording.Status == 500 ? "failed at" : "refused";
        Assert.Equal($"MAAS {verb} POST fabrics/ ({recording.Status}): {text}", error.Message);
    }

    [Fact]
    public async Task A_recorded_nonce_that_was_used_before_is_a_write_of_which_nothing_is_known()
    {
        using var maas = new FakeMaas(Recording.Read(UsedNonce).Answer);
        using var client = Clients.Unverified(maas);

        var error = await Assert.ThrowsAsync<MaasConnectionException>(
            () => client.Fabrics.CreateAsync("oob", TestContext.Current.CancellationToken));

        Assert.Equal("WriteUnanswered", error.ErrorId);
        Assert.True(error.WriteMayHaveHappened);
        Assert.DoesNotContain("SECRET", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_recorded_field_error_is_kept_by_field()
    {
        var refusals = Recording.ReadAll().Where(r => r.Status == 400 && r.IsJson).ToList();

        Assert.True(refusals.Count > 50);
        foreach (var recording in refusals)
        {
            var error = await RefusalAsync(recording);
            Assert.Equal(recording.Body!.AsObject().Select(f => f.Key), error.FieldErrors.Keys);
            Assert.All(error.FieldErrors.Values.SelectMany(f => f), text => Assert.Contains(text, error.Message, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task No_recorded_401_gives_its_body_away()
    {
        var refusals = Recording.ReadAll().Where(r => r.Status == 401 && r.Number != UsedNonce).ToList();

        Assert.NotEmpty(refusals);
        foreach (var recording in refusals)
        {
            var error = await RefusalAsync(recording);
            Assert.Null(error.Body);
            Assert.DoesNotContain("SECRET", error.ToString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Every_recorded_refusal_is_told_in_words_and_by_its_meaning()
    {
        var refusals = Recording.ReadAll().Where(r => r.Status >= 400 && r.Number != UsedNonce).ToList();

        Assert.True(refusals.Count > 100);
        foreach (var recording in refusals)
        {
            var error = await RefusalAsync(recording);
            Assert.Equal(recording.Status, error.StatusCode);
            Assert.NotEqual("UnexpectedAnswer", error.ErrorId);
            Assert.DoesNotContain("<!DOCTYPE", error.Message, StringComparison.OrdinalIgnoreCase);
            Assert.InRange(error.Message.Length, 20, 2000);
        }
    }

    [Fact]
    public async Task A_user_name_that_is_taken_is_not_tried_again()
    {
        using var maas = new FakeMaas(Answers.Later(409, 5));
        using var client = Clients.Of(maas);

        var error = await Assert.ThrowsAsync<MaasApiException>(
            () => client.SendAsync(new RawRequest { Method = "POST", Path = "users/" }, TestContext.Current.CancellationToken));

        Assert.Equal("Conflict", error.ErrorId);
        Assert.Single(maas.Sent);
    }

    private static async Task<MaasApiException> RefusalAsync(Recording recording)
    {
        using var maas = new FakeMaas(recording.Answer);
        using var client = Clients.Unverified(maas);
        return await Assert.ThrowsAsync<MaasApiException>(() => client.Fabrics.CreateAsync("oob", TestContext.Current.CancellationToken));
    }
}
