using Drydock.Maas.Design;
using Drydock.Maas.Provisioning.Tests.Builders;
using static Drydock.Maas.Provisioning.Tests.Builders.NetworkDesign;
using static Drydock.Maas.Provisioning.Tests.Builders.StorageDesign;

namespace Drydock.Maas.Provisioning.Tests.Drift;

/// <summary>A small site with something of everything: two nodes with a plain NIC, a bond with VLANs, partitions, a volume group and tags.</summary>
internal static class DriftDesign
{
    public static SiteDesign Create() => new(Networks(), Links(), [Node(1), Node(2)]) { Region = Region() };

    /// <summary>The same with the nodes' default gateway on another network, or none.</summary>
    public static SiteDesign WithPrimary(string? network) =>
        new(Networks(), Links(), [Node(1, network), Node(2, network)]) { Region = Region() };

    /// <summary>The same with a bridge over the bond, and one over a VLAN interface on it.</summary>
    public static SiteDesign WithBridges() => new(Networks(), Links(), [Bridged(1), Bridged(2)]) { Region = Region() };

    private static DrydockNode Bridged(int number) => Node(number, Bridge("br-mgmt", "bond0"), Bridge("br-data", "bond0/data"));

    private static Region Region() => new()
    {
        Name = "lab",
        AuthorizedKeys = ["ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8g ann"],
        TagDefinitions = [new TagDefinition { Tag = "gpu", DefinitionType = "lshw_xpath", Definition = "//node[@id='display']" }],
        RemoveUnlistedRepositories = true,
        Repositories =
        [
            new RepositoryDefinition
            {
                Name = "main_archive", RepositoryType = "apt", Url = "http://mirror.example/ubuntu", Subrepositories = ["security", "updates"],
                Components = ["universe"], Architectures = ["amd64"],
            },
            new RepositoryDefinition
            {
                Name = "docker", RepositoryType = "apt", Url = "https://docker.example/repo", Distributions = ["jammy"], Components = ["stable"],
                Architectures = ["amd64"], GpgKey = "KEY\nTEXT\n",
            },
        ],
    };

    private static IReadOnlyList<Design.Network> Networks() =>
    [
        GetNetwork("pxe", "10.1.0.0/24") with { Ranges = [Dhcp("10.1.0.100", "10.1.0.200"), Reserved("10.1.0.240", "10.1.0.250")], DnsDomain = "lab.example" },
        GetNetwork("mgmt", "10.2.0.0/24", gateway: "10.2.0.1") with
        {
            DnsServers = ["10.2.0.8", "10.2.0.9"], DnsDomain = "mgmt.example", Routes = [Route("0.0.0.0/0", "10.2.0.1"), Route("10.3.0.0/24", "10.2.0.2", 50)],
        },
        GetNetwork("data", "10.3.0.0/24", "110", 9000),
        GetNetwork("store", "10.4.0.0/24", "120") with { Labels = new Dictionary<string, string> { ["space"] = "fast" } },
        GetNetwork("far", "10.5.0.0/24") with { Ranges = [Dhcp("10.5.0.100", "10.5.0.200")], DhcpRelayTarget = "10.9.0.2", DhcpRelaySelf = "10.5.0.3" },
    ];

    private static IReadOnlyList<NetworkLink> Links() =>
        [Link("pxe", "pxe", "pxe"), BondLink("gp", "mgmt", "mgmt", "data", "store") with { Mtu = 9000 }, Link("away", "far", "far")];

    private static DrydockNode Node(int number, params IReadOnlyList<NodeInterface> bridges) => Node(number, "mgmt", bridges);

    private static DrydockNode Node(int number, string? primary, params IReadOnlyList<NodeInterface> bridges) => new()
    {
        Name = $"node{number}",
        Domain = "mgmt.example",
        PrimaryNetwork = primary,
        BootMac = $"52:54:00:00:00:0{number}",
        Oob = new OobSettings { Type = "ipmi", Address = $"10.9.9.{number}", Account = "root", Credential = "calvin" },
        Image = "jammy",
        Tags = ["compute"],
        KernelParameterString = $"console=ttyS{number}",
        KernelParameters = [new("console", $"ttyS{number}")],
        OwnerData = new Dictionary<string, string> { ["team"] = "blue" },
        Interfaces = [Nic("eno1", "pxe", "pxe"), Bond("bond0", "gp", ["eno2", "eno3"], "mgmt", "data", "store"), Nic("eno4", "away", "far"), .. bridges],
        Addressing = [FromDhcp("pxe"), Static("mgmt", $"10.2.0.1{number}"), Static("data", $"10.3.0.1{number}"), Static("store", $"10.4.0.1{number}")],
        StorageDevices =
        [
            Disk("sda", Root("20g"), Partition("var", "10g", "/var", "xfs", "noatime"), Partition("srv", "5g", "/srv"), Partition("raw", "1g")),
            Disk("sdb", Member("pv", "40g", "data"), Partition("opt", "8g", "/opt")),
            WholeDisk("sdd", "two"),
            WholeDisk("sde", "two"),
        ],
        Raids = [Raid("md0", "raid-1", ["sdf", "sdg"]) with { Filesystem = Filesystem("/mirror", "xfs", "defaults") }],
        Bcaches =
        [
            Bcache("bcache0", "sdh", "sdi", "writeback") with { Filesystem = Filesystem("/cached", "ext4", "defaults") },
        ],
        VolumeGroups = [Group("data", Volume("log", "10g", "/var/log", "xfs"), Volume("db", "12g", "/var/lib")), Group("two", Volume("cache", "5g", "/cache"))],
    };
}
