using System.Text;
using System.Text.Json.Nodes;
using Drydock.Maas.Design;
using Drydock.Maas.Provisioning.Nodes.Deploy;
using Drydock.Maas.Provisioning.Tests.Builders;

namespace Drydock.Maas.Provisioning.Tests.Nodes.Deploy;

/// <summary>What boot actions put onto a node rides along in its user data.</summary>
public sealed class UserDataTests
{
    private static readonly RenderedAsset Script = new()
    {
        BootAction = "scripts", Type = "file", Path = "/opt/a.sh", Permissions = "0755", Content = Encoding.UTF8.GetBytes("echo ä\n"),
    };

    private static readonly RenderedAsset Unit = new()
    {
        BootAction = "scripts", Type = "unit", Path = "/etc/systemd/system/a.service", Permissions = "0444",
        Content = Encoding.UTF8.GetBytes("[Unit]\n"),
    };

    [Fact]
    public void A_node_without_boot_actions_needs_none()
    {
        var data = Of();
        Assert.Null(data.Base64);
        Assert.Null(data.Summary);
    }

    [Fact]
    public void Packages_are_a_cloud_config_with_versions_where_given_and_the_later_wins() => Assert.Equal(
        "#cloud-config\n{\"packages\":[[\"htop\",\"2.0-1\"],\"curl\"]}\n",
        Text(Of(Packages(("htop", "1.0-1"), ("curl", null)), Packages(("htop", "2.0-1")))));

    [Fact]
    public void Files_are_written_with_their_permissions_as_root()
    {
        var file = Parse(Of(Script))["write_files"]![0]!;
        Assert.Equal(("/opt/a.sh", "0755", "root:root", "b64"),
            ((string?)file["path"], (string?)file["permissions"], (string?)file["owner"], (string?)file["encoding"]));
        Assert.Equal("echo ä\n", Encoding.UTF8.GetString(Convert.FromBase64String((string)file["content"]!)));
    }

    [Fact]
    public void Units_are_enabled_and_what_the_targets_now_want_is_started() => Assert.Equal(
        """[["systemctl","daemon-reload"],["systemctl","enable","a.service"],["systemctl","start","--no-block","default.target"]]""",
        Parse(Of(Script, Unit))["runcmd"]!.ToJsonString());

    [Fact]
    public void A_unit_elsewhere_is_enabled_by_its_path() => Assert.Equal(
        """["systemctl","enable","/opt/b.service"]""",
        Parse(Of(Unit with { Path = "/opt/b.service" }))["runcmd"]![1]!.ToJsonString());

    [Fact]
    public void Files_alone_run_nothing() => Assert.Null(Parse(Of(Script))["runcmd"]);

    [Fact]
    public void The_same_assets_make_the_same_text() => Assert.Equal(Of(Script, Unit).Base64, Of(Script, Unit).Base64);

    [Fact]
    public void The_plan_says_how_much_rides_along() =>
        Assert.Equal("with 1 file, 2 units, 1 package",
            Of(Script, Unit, Unit with { Path = "/lib/systemd/system/c.service" }, Packages(("htop", null))).Summary);

    [Fact]
    public void What_MAAS_does_not_take_is_an_error_that_names_the_largest()
    {
        var big = Script with { Path = "/opt/big.bin", Content = new byte[6 * 1024 * 1024] };
        var error = Assert.Throws<NodeException>(() => Of(Script, big));
        Assert.Equal(ErrorIds.UserDataTooLarge, error.ErrorId);
        Assert.Contains("The largest are /opt/big.bin of scripts (6,291,456 bytes), /opt/a.sh", error.Message, StringComparison.Ordinal);
    }

    private static RenderedAsset Packages(params (string Name, string? Version)[] packages) =>
        new() { BootAction = "packages", Type = "pkg_list", Packages = packages.ToDictionary(p => p.Name, p => p.Version) };

    private static UserData Of(params RenderedAsset[] assets) => UserData.Make(NodeDesign.Plain(), assets);

    private static string Text(UserData data) => Encoding.UTF8.GetString(Convert.FromBase64String(data.Base64!));

    private static JsonNode Parse(UserData data) => JsonNode.Parse(Text(data)["#cloud-config\n".Length..])!;
}
