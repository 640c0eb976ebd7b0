using System.Text;
using System.Text.Json.Nodes;
using Drydock.Maas.Planning;
using Drydock.Maas.Provisioning.Nodes.Deploy;

namespace Drydock.Maas.Provisioning.Tests.EndToEnd;

/// <summary>What boot actions of the example site put onto a node reaches MAAS with the deployment.</summary>
public sealed class BootActionTests
{
    private const string Node = "worker01";

    [Fact]
    public async Task Files_units_and_packages_reach_MAAS_as_user_data_rendered_for_the_node()
    {
        await using var site = await SimulatedSite.ExampleAsync();
        await site.PrepareAsync(NodeStepKind.Platform, Node);
        var result = await site.StepAsync(NodeStepKind.Deploy, Node);
        Assert.Equal(StepStatus.Changed, result.Status);
        Assert.Contains("with 1 file, 1 unit, 5 packages", string.Join('\n', result.Changes), StringComparison.Ordinal);

        var config = Received(site);
        var script = config["write_files"]![0]!;
        Assert.Equal(("/usr/local/sbin/harbour-greeting", "0755"), ((string?)script["path"], (string?)script["permissions"]));
        Assert.Contains("worker01 of harbour, 10.62.0.31 in 10.62.0.0/", Content(script), StringComparison.Ordinal);
        Assert.Contains("Runs guests", Content(script), StringComparison.Ordinal);
        var unit = config["write_files"]![1]!;
        Assert.Equal(("/etc/systemd/system/harbour-greeting.service", "0644"), ((string?)unit["path"], (string?)unit["permissions"]));
        Assert.Contains("ExecStart=/usr/local/sbin/harbour-greeting", Content(unit), StringComparison.Ordinal);
        Assert.Equal("""["chrony","ethtool","lldpd","qemu-kvm","numactl"]""", config["packages"]!.ToJsonString());
        Assert.Contains(
            """["systemctl","enable","harbour-greeting.service"]""", config["runcmd"]!.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_boot_action_that_is_skipped_does_not_reach_MAAS()
    {
        await using var site = await SimulatedSite.ExampleAsync();
        await site.PrepareAsync(NodeStepKind.Platform, Node);
        await site.StepAsync(new DeployStepOptions { SkipBootActions = ["greeting"] }, Node);
        var config = Received(site);
        Assert.Null(config["write_files"]);
        Assert.Null(config["runcmd"]);
        Assert.NotNull(config["packages"]);
    }

    private static JsonNode Received(SimulatedSite site)
    {
        const string Header = "#cloud-config\n";
        var text = Encoding.UTF8.GetString(Convert.FromBase64String(site.Look(Node, m => m.UserData)!));
        Assert.StartsWith(Header, text, StringComparison.Ordinal);
        return JsonNode.Parse(text[Header.Length..])!;
    }

    private static string Content(JsonNode file) => Encoding.UTF8.GetString(Convert.FromBase64String((string)file["content"]!));
}
