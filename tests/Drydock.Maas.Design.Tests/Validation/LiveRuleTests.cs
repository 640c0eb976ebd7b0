using Drydock.Maas.Api;
using Drydock.Maas.Design.Validation.Facts;
using Drydock.Maas.Models;

namespace Drydock.Maas.Design.Tests.Validation;

/// <summary>Rules that need to know what a MAAS holds.</summary>
public sealed class LiveRuleTests
{
    private const string Node = "BaremetalNode node1";
    private const string Bmc = "10.1.0.21";

    private static readonly (string Text, string By) WithoutBootMac = ("boot_mac: '52:54:00:00:00:01'", "tags: []");

    private static readonly BootResource[] Images =
    [
        new() { Name = "ubuntu/jammy", Architecture = "amd64/ga-22.04" },
        new() { Name = "ubuntu/focal", Architecture = "amd64/ga-20.04" },
    ];

    private static readonly BootResource Rocky = new() { Name = "rocky9", Type = "Uploaded", Architecture = "amd64/generic" };

    [Fact]
    public void Without_a_connection_it_is_said_that_nobody_looked() =>
        SoundSite.Check().FoundWarning("PlatformSelection", "No enabled node driver");

    [Fact]
    public void An_image_and_kernel_that_are_offered_will_do() =>
        SoundSite.Check(new LiveSite { BootResources = Images }).FoundNothing("PlatformSelection");

    [Theory]
    [InlineData("image: jammy", "image: noble", "Platform Validation: invalid image noble")]
    [InlineData("image: jammy, ", "", "Platform Validation: invalid image None")]
    [InlineData("kernel: ga-22.04", "kernel: ga-20.04", "Platform Validation: invalid kernel ga-20.04")]
    public void An_image_or_kernel_that_is_not_offered_is_an_error(string text, string by, string message) =>
        SoundSite.Check(new LiveSite { BootResources = Images }, (text, by)).FoundError("PlatformSelection", message, Node);

    [Theory]
    [InlineData("image: custom/rocky9, kernel: ga-22.04")]
    [InlineData("image: rocky9")]
    [InlineData("image: '22.04', kernel: ga-22.04")]
    [InlineData("image: jammy")]
    public void Uploaded_images_versions_and_images_without_a_kernel_will_do(string platform) => SoundSite.Check(
        new LiveSite { BootResources = [.. Images, Rocky] }, ("image: jammy, kernel: ga-22.04", platform)).FoundNothing("PlatformSelection");

    [Fact]
    public void An_upload_that_is_not_complete_is_an_error()
    {
        var broken = Rocky with { Sets = new Dictionary<string, BootResourceSet> { ["1"] = new() { Complete = false } } };
        SoundSite.Check(new LiveSite { BootResources = [.. Images, broken] }, ("image: jammy, kernel: ga-22.04", "image: rocky9"))
            .FoundError("PlatformSelection", "image rocky9 of node node1 was uploaded, and MAAS does not hold it whole", Node);
    }

    [Fact]
    public void A_network_inside_another_is_an_error_where_MAAS_refuses_that()
    {
        (string, string) nested = ("cidr: 10.4.0.0/24", "cidr: 10.1.0.128/25");
        SoundSite.Check(new LiveSite { RefusesOverlappingSubnets = true }, nested).FoundError(
            "OverlappingNetworks", "10.1.0.128/25 of network store is inside 10.1.0.0/24 of network oob, which this MAAS refuses", "Network oob", "Network store");
        SoundSite.Check(new LiveSite(), nested).FoundWarning("OverlappingNetworks", "is inside 10.1.0.0/24", "Network oob", "Network store");
    }

    [Fact]
    public void Those_that_are_offered_are_named()
    {
        var findings = SoundSite.Check(new LiveSite { BootResources = Images }, ("image: jammy", "image: noble"));
        Assert.Equal("Select a valid image from: focal,jammy", findings.First(f => f.Code == "DD3001").Diagnostic);
    }

    [Fact]
    public void A_machine_by_its_name_BMC_address_and_boot_MAC_is_right() =>
        SoundSite.Check(Holding(OwnMachine(100), Bmc)).FoundNothing("LiveNames");

    [Fact]
    public void A_machine_with_its_enlisted_name_is_the_node_s_all_the_same()
    {
        var enlisted = OwnMachine(50) with { Hostname = "able-cow", Interfaces = [Nic("52:54:00:00:00:77")] };
        SoundSite.Check(Holding(enlisted, Bmc), WithoutBootMac).FoundError("DiskCapacity", "sda of machine able-cow has 50.0 GB.", Node);
    }

    [Theory]
    [InlineData("10.1.0.99", "52:54:00:00:00:99", "but it has BMC address 10.1.0.99, not 10.1.0.21")]
    [InlineData(null, "52:54:00:00:00:99", "but it has no interface with MAC 52:54:00:00:00:01")]
    public void A_machine_that_has_the_name_alone_is_an_error(string? bmc, string mac, string message) =>
        SoundSite.Check(Holding(OwnMachine(100) with { Interfaces = [Nic(mac)] }, bmc)).FoundError("LiveNames", message, Node);

    [Fact]
    public void Two_machines_that_could_be_the_node_s_are_an_error()
    {
        var other = OwnMachine(100) with { SystemId = "other", Hostname = "able-cow", Interfaces = [Nic("52:54:00:00:00:77")] };
        var live = new LiveSite
        {
            Machines = [OwnMachine(100), other],
            PowerParameters = new Dictionary<string, PowerParameters> { ["other"] = new() { PowerAddress = Bmc } },
            BootResources = Images,
        };
        SoundSite.Check(live).FoundError("LiveNames", "Node node1 matches more than one machine", Node);
    }

    [Fact]
    public void A_node_that_is_a_rack_controller_is_told()
    {
        var rack = new RackController { SystemId = "rack", Hostname = "rack1", Interfaces = [Nic("52:54:00:00:00:01")] };
        SoundSite.Check(new LiveSite { BootResources = Images, RackControllers = [rack] })
            .FoundWarning("LiveNames", "Node node1 is rack controller rack1 in MAAS", Node);
        SoundSite.Check(new LiveSite { BootResources = Images, RackControllers = [rack], Machines = [OwnMachine(100)] }).FoundNothing("LiveNames");
    }

    [Fact]
    public void Partitions_above_the_largest_disk_of_the_machine_are_an_error() => SoundSite.Check(Holding(OwnMachine(50)))
        .FoundError("DiskCapacity", "The partitions of disk sda of node node1 want 61.5 GB; sda of machine node1 has 50.0 GB.", Node);

    [Fact]
    public void Partitions_that_fit_are_right() => SoundSite.Check(Holding(OwnMachine(100))).FoundNothing("DiskCapacity");

    private static LiveSite Holding(Machine machine, string? bmc = null) => new()
    {
        Machines = [machine],
        PowerParameters = new Dictionary<string, PowerParameters> { [machine.SystemId] = new() { PowerAddress = bmc } },
        BootResources = Images,
    };

    private static Machine OwnMachine(long gigabytes) => new()
    {
        SystemId = "own",
        Hostname = "node1",
        Interfaces = [Nic("52:54:00:00:00:01")],
        BlockDevices = [new BlockDevice { Name = "sda", Type = "physical", Size = gigabytes * 1_000_000_000 }],
    };

    private static NetworkInterface Nic(string mac) => new() { Type = "physical", MacAddress = mac };
}
