using System.Net;
using System.Net.Sockets;
using Drydock.Maas.Client.Connection;
using Drydock.Maas.Client.Tests.Fakes;

namespace Drydock.Maas.Client.Tests.Failures;

public sealed class UnreachableTests
{
    private static MaasConnectionOptions Impatient =>
        new() { Url = Clients.Url, ApiKey = Clients.ApiKey, Timeout = TimeSpan.FromMilliseconds(50) };

    [Fact]
    public async Task Where_nobody_listens_there_is_no_connection()
    {
        // Taken, so that nobody else listens there meanwhile, and not listened on.
        using var taken = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        taken.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        var url = $"http://{taken.LocalEndPoint}/MAAS";
        var options = new MaasConnectionOptions { Url = url, ApiKey = Clients.ApiKey };

        var error = Assert.IsType<MaasConnectionException>(await Failing.ReadAsync(options));

        Assert.Equal("ConnectionFailed", error.ErrorId);
        Assert.StartsWith($"No connection to {url[..^5]}: ", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_write_that_found_nobody_did_not_happen()
    {
        var error = Assert.IsType<MaasConnectionException>(await Failing.WriteAsync(Answers.NoConnection()));

        Assert.Equal("ConnectionFailed", error.ErrorId);
        Assert.False(error.WriteMayHaveHappened);
    }

    [Fact]
    public async Task Behind_a_silent_firewall_there_is_no_connection()
    {
        var reading = Assert.IsType<MaasConnectionException>(await Failing.ReadAsync(Answers.Swallowed()));
        var writing = Assert.IsType<MaasConnectionException>(await Failing.WriteAsync(Answers.Swallowed()));

        Assert.Equal(("ConnectionFailed", "ConnectionFailed"), (reading.ErrorId, writing.ErrorId));
        Assert.StartsWith("No connection to http://maas.example.com:5240: ", reading.Message, StringComparison.Ordinal);
        Assert.False(writing.WriteMayHaveHappened);
    }

    [Fact]
    public async Task A_host_that_has_no_address_is_a_failed_connection()
    {
        var unknown = new HttpRequestException(HttpRequestError.NameResolutionError, "Name or service not known (maas.example.com:5240)");

        var error = Assert.IsType<MaasConnectionException>(await Failing.ReadAsync(Answers.Fault(unknown)));

        Assert.Equal("ConnectionFailed", error.ErrorId);
        Assert.Contains("Name or service not known", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_read_without_an_answer_in_time_has_timed_out()
    {
        var error = Assert.IsType<MaasConnectionException>(await Failing.ReadAsync(Answers.Never(), Impatient));

        Assert.Equal("RequestTimedOut", error.ErrorId);
        Assert.Equal("GET version/ got no answer from http://maas.example.com:5240 in time.", error.Message);
    }

    [Fact]
    public async Task A_write_without_an_answer_in_time_may_have_happened()
    {
        var error = Assert.IsType<MaasConnectionException>(await Failing.WriteAsync(Answers.Never(), Impatient));

        Assert.Equal("WriteUnanswered", error.ErrorId);
        Assert.True(error.WriteMayHaveHappened);
        Assert.StartsWith("POST fabrics/ got no answer from http://maas.example.com:5240", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_error_shows_a_part_of_the_key()
    {
        Answer[] answers = [Answers.NoConnection(), Answers.Broken(), Answers.Html(200, ""), Answers.Text(401, ""), Answers.Text(500, "")];

        foreach (var answer in answers)
        {
            var text = (await Failing.WriteAsync(answer))!.ToString();
            Assert.All(Clients.ApiKey.Split(':'), part => Assert.DoesNotContain(part, text, StringComparison.Ordinal));
        }
    }
}
