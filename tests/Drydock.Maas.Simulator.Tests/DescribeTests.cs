using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Drydock.Maas.Recordings;
using Drydock.Maas.Simulator.Tests.Contract;
using Drydock.Maas.Simulator.Tests.Machines;

namespace Drydock.Maas.Simulator.Tests;

/// <summary>The description that MAAS's own clients build themselves from.</summary>
public sealed partial class DescribeTests
{
    private readonly JsonArray _resources =
        OneMachine.Json(MaasSimulator.CreateCore(new())
            .Handle(new("GET", "/MAAS/api/2.0/describe/") { Host = "maas.test:81" }))["resources"]!
            .AsArray();

    [Fact]
    public void Each_handler_has_a_path_with_the_parameters_it_names()
    {
        Assert.True(_resources.Count > 60);
        Assert.All(Handlers(), handler =>
        {
            var path = handler["path"]!.GetValue<string>();
            Assert.Equal(Placeholder().Matches(path).Select(match => match.Value),
                handler["params"]!.AsArray().Select(name => name!.GetValue<string>()));
            Assert.Equal("http://maas.test:81" + path, handler["uri"]!.GetValue<string>());
            Assert.NotEmpty(handler["doc"]!.GetValue<string>());
        });
    }

    [Fact]
    public void Actions_without_an_operation_have_the_names_of_their_methods() => Assert.All(
        Handlers().SelectMany(handler => handler["actions"]!.AsArray()).Where(action => action!["restful"]!.GetValue<bool>()),
        action => Assert.Equal(
            action!["method"]!.GetValue<string>() switch { "GET" => "read", "POST" => "create", "PUT" => "update", _ => "delete" },
            action["name"]!.GetValue<string>()));

    [Theory]
    [InlineData("MachinesHandler", "allocate")]
    [InlineData("MachineHandler", "deploy")]
    [InlineData("UsersHandler", "whoami")]
    [InlineData("AccountHandler", "create_authorisation_token")]
    public void What_clients_need_is_there(string name, string action) =>
        Assert.Contains(Of(name)["auth"]!["actions"]!.AsArray(), known => known!["name"]!.GetValue<string>() == action);

    [Theory]
    [InlineData("FabricsHandler", "create", true)]
    [InlineData("FabricsHandler", "read", false)]
    [InlineData("MachinesHandler", "read", true)]
    [InlineData("MaasHandler", "get_config", true)]
    [InlineData("MachineHandler", "set_owner_data", false)]
    [InlineData("MachineHandler", "set_workload_annotations", true)]
    [InlineData("MachineHandler", "delete", false)]
    [InlineData("SubnetHandler", "delete", true)]
    public void The_command_line_takes_parameters_of_what_documents_them(string name, string action, bool takes)
    {
        var document = Of(name)["auth"]!["actions"]!.AsArray().Single(a => a!["name"]!.GetValue<string>() == action)!["doc"]!.GetValue<string>();

        // It looks below the title.
        Assert.Equal(takes, document.Split("\n\n", 2) is [_, var body] && body.Contains(":param", StringComparison.Ordinal));
    }

    [Fact]
    public void The_version_is_for_everybody() => Assert.Null(Of("VersionHandler")["auth"]);

    [Fact]
    public void Nothing_is_described_that_a_real_server_does_not_have()
    {
        var recording = Recording.ReadAll().FirstOrDefault(recording => recording.Path.EndsWith("/describe/", StringComparison.Ordinal));
        Assert.SkipWhen(recording is null, $"No recording of describe/ is in the folder that {RecordedFile.Variable} names.");
        var theirs = recording!.Body!["resources"]!.AsArray().ToDictionary(r => r!["name"]!.GetValue<string>(), r => r!);

        Assert.All(_resources, resource =>
        {
            var name = resource!["name"]!.GetValue<string>();
            var handler = resource["auth"] ?? resource["anon"];
            Assert.Equal(theirs[name]["path"]!.GetValue<string>(), handler!["path"]!.GetValue<string>());
            Assert.Empty(GetNames(handler).Except(GetNames(theirs[name])));
        });
    }

    private static IEnumerable<string> GetNames(JsonNode handler) =>
        handler["actions"]!.AsArray().Select(action => $"{action!["method"]} {action["name"]}");

    private IEnumerable<JsonNode> Handlers() => _resources.SelectMany(r => new[] { r!["anon"], r["auth"] }).OfType<JsonNode>();

    private JsonNode Of(string name) => _resources.Single(resource => resource!["name"]!.GetValue<string>() == name)!;

    [GeneratedRegex("(?<={)[^}]+(?=})")]
    private static partial Regex Placeholder();
}
