using System.Text;
using Drydock.Maas.Api;
using Drydock.Maas.Client.Connection;
using Drydock.Maas.Client.Tests.Fakes;
using Drydock.Maas.Models;

namespace Drydock.Maas.Client.Tests;

/// <summary>Lists of machines are read while they come.</summary>
public sealed class StreamingTests
{
    private const string One = """{"system_id": "4y3h7n", "hostname": "node1"}""";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_machine_is_there_before_the_next_one_has_come()
    {
        var more = new TaskCompletionSource();
        using var maas = new FakeMaas(Slowly($"[{One}, ", more.Task, """{"system_id": "q8w2pl"}]"""));
        using var client = Clients.Of(maas);

        await using var machines = client.Machines.StreamAsync(new MachineFilter(), Cancel).GetAsyncEnumerator(Cancel);

        Assert.True(await machines.MoveNextAsync());
        Assert.Equal("node1", machines.Current.Hostname);
        more.SetResult();
        Assert.True(await machines.MoveNextAsync());
        Assert.Equal("q8w2pl", machines.Current.SystemId);
        Assert.False(await machines.MoveNextAsync());
        Assert.Equal("GET machines/", Assert.Single(maas.Sent).Line);
    }

    [Fact]
    public async Task A_list_that_breaks_off_is_an_error_after_what_came()
    {
        var head = $"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 5000\r\n\r\n[{One}, {{\"system_id\": ";
        await using var server = new RawServer(head);
        using var client = Clients.Unverified(null, new MaasConnectionOptions { Url = server.Url, ApiKey = Clients.ApiKey });

        var (came, error) = await ReadAsync(client);

        Assert.Equal(["4y3h7n"], came.Select(m => m.SystemId));
        Assert.Equal("ConnectionFailed", Assert.IsType<MaasConnectionException>(error).ErrorId);
    }

    [Theory]
    [InlineData("[{\"system_id\": ")]
    [InlineData("{\"system_id\": \"4y3h7n\"}")]
    [InlineData("<html><title>Sign in</title></html>")]
    public async Task What_is_no_list_is_not_MAAS(string body)
    {
        using var maas = new FakeMaas(Answers.Json(body));
        using var client = Clients.Of(maas);

        var (came, error) = await ReadAsync(client);

        Assert.Empty(came);
        Assert.Equal("NotMaas", Assert.IsType<MaasConnectionException>(error).ErrorId);
    }

    [Fact]
    public async Task A_refusal_is_told_as_ever()
    {
        using var maas = new FakeMaas(Answers.FieldErrors("""{"zone": ["No such zone(s): nosuch."]}"""));
        using var client = Clients.Of(maas);

        var (_, error) = await ReadAsync(client);

        Assert.Equal("MAAS refused GET machines/ (400): zone: No such zone(s): nosuch.", Assert.IsType<MaasApiException>(error).Message);
    }

    [Fact]
    public async Task A_list_that_is_asked_for_in_parts_names_a_machine_once()
    {
        using var maas = new FakeMaas(Answers.Json($"[{One}]"));
        using var client = Clients.Of(maas);
        var filter = new MachineFilter { SystemIds = [.. Enumerable.Range(0, 2000).Select(i => $"id{i:0000}")] };

        var machines = await client.Machines.StreamAsync(filter, Cancel).ToListAsync(Cancel);

        Assert.Single(machines);
        Assert.True(maas.Sent.Count > 1);
    }

    [Fact]
    public async Task Other_filters_and_statuses_are_sent_by_the_names_of_the_server()
    {
        using var maas = new FakeMaas(Answers.Json("[]"));
        using var client = Clients.Of(maas);
        var filter = new MachineFilter
        {
            Statuses = ["Failed commissioning", "Releasing failed", "ready"],
            Others = new Dictionary<string, IReadOnlyList<string>> { ["not_tags"] = ["a", "b"] },
        };

        await client.Machines.ListAsync(filter, Cancel);

        Assert.Equal(
            ["not_tags=a", "not_tags=b", "status=failed_commissioning", "status=failed_releasing", "status=ready"],
            Assert.Single(maas.Sent).Query.Order(StringComparer.Ordinal));
    }

    private static async Task<(List<Machine> Came, Exception? Error)> ReadAsync(MaasClient client)
    {
        var came = new List<Machine>();
        var error = await Record.ExceptionAsync(async () =>
        {
            await foreach (var machine in client.Machines.StreamAsync(new MachineFilter(), Cancel))
                came.Add(machine);
        });
        return (came, error);
    }

    private static Answer Slowly(string first, Task pause, string second) => token =>
    {
        var pipe = new System.IO.Pipelines.Pipe();
        _ = Task.Run(async () =>
        {
            await pipe.Writer.WriteAsync(Encoding.UTF8.GetBytes(first));
            await pause.WaitAsync(token);
            await pipe.Writer.WriteAsync(Encoding.UTF8.GetBytes(second));
            await pipe.Writer.CompleteAsync();
        }, token);
        return Task.FromResult(new HttpResponseMessage { Content = new StreamContent(pipe.Reader.AsStream()) });
    };
}
