using System.Net.Sockets;
using System.Text;
using Drydock.Maas.Simulation;
using Drydock.Maas.Simulator.Tests.Contract;

namespace Drydock.Maas.Simulator.Tests;

/// <summary>What only shows on a real connection.</summary>
public sealed class WireTests : IAsyncDisposable
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    private readonly MaasSimulator _simulator = MaasSimulator.Start(new() { MachineCount = 30 });
    private readonly HttpClient _client = new();
    private readonly RecordedCredentials _credentials;

    public WireTests() => _credentials = new(_simulator.State);

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _simulator.DisposeAsync();
    }

    [Theory]
    [InlineData(SimulatorFaultKind.ResetBefore, false, 0)]
    [InlineData(SimulatorFaultKind.ResetAfter, true, 200)]
    public async Task A_reset_comes_before_or_after_the_write(object kind, bool written, int status)
    {
        _simulator.SetFault(new() { Kind = (SimulatorFaultKind)kind, Method = "POST" });

        await Assert.ThrowsAsync<HttpRequestException>(() => PostAsync("fabrics/", "name=lab-7"));

        Assert.Equal(written, _simulator.State.Fabrics.Exists(fabric => fabric.Name == "lab-7"));
        Assert.Equal((status, kind.ToString()), (_simulator.Requests[^1].Status, _simulator.Requests[^1].Fault));
    }

    [Theory]
    [InlineData(SimulatorFaultKind.BadGateway, 502, false)]
    [InlineData(SimulatorFaultKind.GatewayTimeout, 504, true)]
    public async Task A_gateway_answers_in_the_place_of_MAAS_before_or_after_the_write(object kind, int status, bool written)
    {
        _simulator.SetFault(new() { Kind = (SimulatorFaultKind)kind, Method = "POST", Count = 1 });

        Assert.Equal(status, await PostAsync("fabrics/", "name=lab-7"));
        Assert.Equal(written, _simulator.State.Fabrics.Exists(fabric => fabric.Name == "lab-7"));
        Assert.Equal(kind.ToString(), _simulator.Requests[^1].Fault);
    }

    [Fact]
    public async Task A_truncated_body_is_shorter_than_announced()
    {
        _simulator.SetFault(new() { Kind = SimulatorFaultKind.TruncatedBody, Count = 1 });

        await Assert.ThrowsAnyAsync<Exception>(() => GetAsync("machines/"));

        Assert.Contains("system_id", await GetAsync("machines/"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_slow_body_is_complete_in_the_end()
    {
        _simulator.SetFault(new() { Kind = SimulatorFaultKind.SlowBody, Delay = TimeSpan.FromMilliseconds(40) });

        Assert.EndsWith("]", await GetAsync("zones/"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_long_list_comes_in_chunks_and_whole()
    {
        var list = System.Text.Json.Nodes.JsonNode.Parse(await GetAsync("machines/"))!.AsArray();

        Assert.Equal(30, list.Count);
    }

    [Fact]
    public async Task Requests_of_one_connection_are_answered_in_order()
    {
        var answer = await TalkAsync(
            "GET /MAAS/api/2.0/version/ HTTP/1.1\r\nHost: x\r\n\r\n"
            + "GET /MAAS/api/2.0/nothing/ HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");

        Assert.StartsWith("HTTP/1.1 200 ", answer, StringComparison.Ordinal);
        Assert.Contains("HTTP/1.1 404 ", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_chunked_body_is_put_together()
    {
        var header = _credentials.For("admin");
        await TalkAsync(
            $"POST /MAAS/api/2.0/fabrics/ HTTP/1.1\r\nAuthorization: {header}\r\nContent-Type: application/x-www-form-urlencoded\r\n"
            + "Transfer-Encoding: chunked\r\nConnection: close\r\n\r\n5\r\nname=\r\n5\r\nlab-9\r\n0\r\n\r\n");

        Assert.Contains(_simulator.State.Fabrics, fabric => fabric.Name == "lab-9");
    }

    [Fact]
    public async Task An_answer_without_a_body_has_a_content_type_and_no_length()
    {
        await PostAsync("fabrics/", "name=lab-8");
        var fabric = _simulator.State.Fabrics.Single(fabric => fabric.Name == "lab-8");

        var answer = await TalkAsync(
            $"DELETE /MAAS/api/2.0/fabrics/{fabric.Id}/ HTTP/1.1\r\nAuthorization: {_credentials.For("admin")}\r\nConnection: close\r\n\r\n");

        Assert.StartsWith("HTTP/1.1 204 ", answer, StringComparison.Ordinal);
        Assert.Contains("Content-Type: text/plain\r\n", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("Content-Length", answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("hello\r\n\r\n", "400")]
    [InlineData("GET / HTTP/1.1\r\nbroken\r\n\r\n", "400")]
    [InlineData("POST / HTTP/1.1\r\nContent-Length: -1\r\n\r\n", "400")]
    [InlineData("POST / HTTP/1.1\r\nContent-Length: 99999999999\r\n\r\n", "413")]
    [InlineData("POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n", "400")]
    public async Task What_is_no_HTTP_is_refused(string request, string status) =>
        Assert.StartsWith($"HTTP/1.1 {status} ", await TalkAsync(request), StringComparison.Ordinal);

    [Fact]
    public async Task A_head_without_an_end_is_refused_before_it_fills_the_memory() => Assert.StartsWith(
        "HTTP/1.1 431 ", await TalkAsync("GET / HTTP/1.1\r\nX: " + new string('x', 70_000)), StringComparison.Ordinal);

    private async Task<string> TalkAsync(string request)
    {
        using var client = new TcpClient();
        await client.ConnectAsync("127.0.0.1", _simulator.Url.Port, Cancel);
        var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(request), Cancel);
        using var reader = new StreamReader(stream);
        return await reader.ReadToEndAsync(Cancel);
    }

    private async Task<string> GetAsync(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{_simulator.Url}/api/2.0/{path}");
        request.Headers.TryAddWithoutValidation("Authorization", _credentials.For("admin"));
        using var answer = await _client.SendAsync(request, Cancel);
        return await answer.Content.ReadAsStringAsync(Cancel);
    }

    private async Task<int> PostAsync(string path, string form)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{_simulator.Url}/api/2.0/{path}")
        {
            Content = new StringContent(form, Encoding.UTF8, "application/x-www-form-urlencoded"),
        };
        request.Headers.TryAddWithoutValidation("Authorization", _credentials.For("admin"));
        using var answer = await _client.SendAsync(request, Cancel);
        return (int)answer.StatusCode;
    }
}
