using System.Net;
using System.Net.Sockets;
using Drydock.Maas.Simulator.Tests.Contract;

namespace Drydock.Maas.Simulator.Tests;

public sealed class HostTests
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_answers_over_HTTP_and_counts_what_it_was_asked()
    {
        await using var simulator = MaasSimulator.Start(new());
        using var client = new HttpClient();

        using var answer = await client.GetAsync(new Uri($"{simulator.Url}/api/2.0/version/"), Cancel);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("application/json; charset=utf-8", answer.Content.Headers.ContentType?.ToString());
        Assert.Equal(1, simulator.CountRequests()["GET"]);
        simulator.ResetRequests();
        Assert.Empty(simulator.Requests);
    }

    [Fact]
    public async Task Writes_reach_it_signed_and_form_encoded()
    {
        await using var simulator = MaasSimulator.Start(new());
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{simulator.Url}/api/2.0/fabrics/")
        {
            Content = new FormUrlEncodedContent([KeyValuePair.Create("name", "lab-1")]),
        };
        request.Headers.TryAddWithoutValidation("Authorization", new RecordedCredentials(simulator.State).For("admin"));

        using var answer = await client.SendAsync(request, Cancel);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains(simulator.State.Fabrics, fabric => fabric.Name == "lab-1");
    }

    [Fact]
    public async Task A_HEAD_request_is_405_with_what_is_allowed()
    {
        await using var simulator = MaasSimulator.Start(new());
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Head, $"{simulator.Url}/api/2.0/version/");

        using var answer = await client.SendAsync(request, Cancel);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
        Assert.Equal(["GET"], answer.Content.Headers.Allow);
    }

    [Fact]
    public async Task Many_clients_are_answered_at_once()
    {
        await using var simulator = MaasSimulator.Start(new() { Latency = TimeSpan.FromMilliseconds(20) });
        using var client = new HttpClient();
        var url = new Uri($"{simulator.Url}/api/2.0/version/");

        var answers = await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => client.GetStringAsync(url, Cancel)));

        Assert.All(answers, answer => Assert.Contains("3.4.10", answer, StringComparison.Ordinal));
        Assert.Equal(200, simulator.Requests.Count);
    }

    [Fact]
    public async Task After_a_stop_nobody_listens_and_the_port_is_free()
    {
        var first = StartBelowTheUsualPorts();
        var port = first.Url.Port;
        await first.DisposeAsync();
        using var client = new HttpClient();

        await Assert.ThrowsAsync<HttpRequestException>(
            () => client.GetStringAsync(new Uri($"http://127.0.0.1:{port}/MAAS/api/2.0/version/"), Cancel));
        using var second = MaasSimulator.Start(new() { Port = port });
        Assert.Equal(port, second.Url.Port);
        second.Stop();
        second.Stop();
    }

    /// <summary>Below the ports that systems hand out, so that nobody is given it once it is free.</summary>
    private static MaasSimulator StartBelowTheUsualPorts()
    {
        while (true)
        {
            try
            {
                return MaasSimulator.Start(new() { Port = Random.Shared.Next(20000, 30000) });
            }
            catch (SocketException)
            {
                // Taken: another one.
            }
        }
    }

    [Theory]
    [InlineData("--port", "x")]
    [InlineData("--speed", "0")]
    [InlineData("--latency")]
    [InlineData("--version", "2.9")]
    [InlineData("--nothing", "1")]
    public void Bad_arguments_are_named(params string[] arguments)
    {
        var (options, problem) = SimulatorArguments.Parse(arguments);

        Assert.Null(options);
        Assert.Contains(arguments[0], problem, StringComparison.Ordinal);
    }
}
