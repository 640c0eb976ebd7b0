namespace Drydock.Maas.Design.Tests.Validation;

/// <summary>Rules for nodes and boot actions that Drydock does not have.</summary>
public sealed class NodeRuleTests
{
    private const string Node = "BaremetalNode node1";
    private const string Ipmi = "oob: {type: ipmi, network: oob, account: operator, credential: secret}";

    [Theory]
    [InlineData("hash: layer3+4", "hash: layer34", "bonding.hash layer34 of link trunk")]
    [InlineData("peer_rate: slow", "peer_rate: quick", "bonding.peer_rate quick of link trunk")]
    public void Options_of_a_bond_are_ones_MAAS_takes(string text, string by, string message) =>
        SoundSite.Check((text, by)).FoundError("BondOptions", message, "NetworkLink trunk");

    [Theory]
    [InlineData("image: jammy", "image: 'jam my'", "The image \"jam my\" of node node1 is no name of an image")]
    [InlineData("kernel: ga-22.04", "kernel: ga22.04", "The kernel \"ga22.04\" of node node1 is none that MAAS knows")]
    [InlineData("kernel: ga-22.04", "kernel: hwe-18.04", "The kernel hwe-18.04 of node node1 is not one of its image jammy")]
    public void Image_and_kernel_are_ones_MAAS_may_have(string text, string by, string message) =>
        SoundSite.Check((text, by)).FoundError("PlatformValues", message, "BaremetalNode node1", "BaremetalNode node2");

    [Theory]
    [InlineData("bond0", "a-bond-with-a-long-name", "Bond \"a-bond-with-a-long-name\" of node node1 has a name that Linux does not take")]
    [InlineData("bond0", "'bond 0'", "Bond \"bond 0\" of node node1 has a name that Linux does not take")]
    [InlineData("bond0", "bond-storage", "The VLAN interface bond-storage.204 of node node1, for network store, has 16 characters")]
    public void Interfaces_have_names_that_Linux_takes(string text, string by, string message) =>
        SoundSite.Check(($"{text}:", $"{by}:")).FoundError("InterfaceNames", message, "BaremetalNode node1", "BaremetalNode node2");

    [Fact]
    public void A_design_made_without_the_reader_may_lack_profiles()
    {
        var site = new SiteDesign([], [], [new DrydockNode { Name = "node1", HostProfile = "nowhere" }]);
        var findings = DesignValidator.Validate(site, new ValidationOptions(), TestContext.Current.CancellationToken);
        findings.FoundError("UnknownProfile", "Node node1 inherits from host profile nowhere", Node);
        Assert.Contains(findings, f => f.Message.Contains("has no hardware profile", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("slaves: [eno1]", "slaves: [nic_z]", "The NIC nic_z of node node1 is neither an alias of hardware profile server")]
    [InlineData("      data_disk:\n", "      other_disk:\n", "The disk other_disk of node node1")]
    public void A_device_is_an_alias_or_has_a_name_of_Linux(string text, string by, string message) =>
        SoundSite.Check((text, by)).FoundError("UnknownDevice", message, Node, "HardwareProfile server");

    [Theory]
    [InlineData("nvme0n1")]
    [InlineData("vdb")]
    public void A_disk_may_go_by_its_name(string name) =>
        SoundSite.Check(("      data_disk:\n", $"      {name}:\n")).FoundNothing("UnknownDevice");

    [Theory]
    [InlineData("slaves: [eno1]", "slaves: []", "Interface pxe of node node1 has 0 NICs; on link boot")]
    [InlineData("slaves: [eno1]", "slaves: [eno1, eno2]", "Interface pxe of node node1 has 2 NICs; on link boot")]
    [InlineData("slaves: [nic_a, nic_b]", "slaves: []", "Interface bond0 of node node1 has no NIC; on link trunk it is a bond.")]
    [InlineData("slaves: [nic_a, nic_b]", "slaves: [nic_a, nic_a]", "NIC nic_a of node node1 is bonded twice")]
    [InlineData("  storage:\n", "    bond1: {device_link: trunk, slaves: [nic_b]}\n  storage:\n",
        "NIC nic_b of node node1 is bonded twice, the second time in bond1")]
    public void An_interface_has_the_NICs_its_link_asks_for(string text, string by, string message) =>
        SoundSite.Check((text, by)).FoundError("InterfaceMembers", message, Node);

    [Fact]
    public void A_bond_of_one_NIC_is_warned_of() => SoundSite.Check(("slaves: [nic_a, nic_b]", "slaves: [nic_a]"))
        .FoundWarning("BondOfOne", "The bond bond0 of node node1 has one NIC only, nic_a.", Node);

    [Theory]
    [InlineData("52:54:00:00:00")]
    [InlineData("52:54:00:00:00:0g")]
    public void A_boot_MAC_address_is_one(string mac) => SoundSite.Check(("52:54:00:00:00:01", mac))
        .FoundError("BootMacAddress", $"The boot MAC address {mac} of node node1 is none.", Node);

    [Theory]
    [InlineData("52-54-00-00-00-02")]
    [InlineData("5254.0000.0002")]
    public void A_boot_MAC_address_may_be_written_in_any_way(string mac)
    {
        SoundSite.Check(("52:54:00:00:00:02", mac)).FoundNothing("BootMacAddress");
        Assert.Equal("52:54:00:00:00:02", SoundSite.Read(("52:54:00:00:00:02", mac)).FindNode("node2")!.BootMac);
    }

    [Theory]
    [InlineData("52:54:00:00:00:01")]
    [InlineData("52-54-00-00-00-01")]
    public void A_boot_MAC_address_is_one_node_s(string mac) => SoundSite.Check(("52:54:00:00:00:02", mac))
        .FoundError("BootMacAddress", "Nodes node1 and node2 have the same boot MAC address", "BaremetalNode node2", Node);

    [Fact]
    public void Two_aliases_of_one_device_are_warned_of() => SoundSite
        .Check(("    data_disk: {", "    nic_c: {address: '0000:00:03.0', dev_type: NIC, bus_type: pci}\n    data_disk: {"))
        .FoundWarning("DeviceAliases", "Aliases nic_a and nic_c of hardware profile server are the same device, pci@0000:00:03.0.",
            "HardwareProfile server");

    [Theory]
    [InlineData("'00:03.0'")]
    [InlineData("'0000:00:3.0'")]
    public void A_PCI_address_is_one_in_any_spelling(string address) => SoundSite.Check(("'regexp:0000:00:04.[01]'", address))
        .FoundError("SharedDevice", "NICs nic_a and nic_b of node node1 are one device, pci@0000:00:03.0.", Node, "HardwareProfile server");

    [Theory]
    [InlineData("serial: S1, model: '*X', size: '>900g', wwn: naa.5002538e40a1b2c3, path: /dev/disk/by-path/x", null)]
    [InlineData("wwn: '0x50'", "The wwn 0x50 of alias data_disk in hardware profile server is none.")]
    [InlineData("path: /dev/sdb", "The path /dev/sdb of alias data_disk")]
    [InlineData("size: big", "The size \"big\" of alias data_disk")]
    [InlineData("size: 40%", "The size \"40%\" of alias data_disk")]
    public void Marks_of_a_disk_are_what_a_disk_can_have(string marks, string? message)
    {
        var findings = SoundSite.Check(("address: '2:0.1.0', dev_type: SSD, bus_type: scsi", marks));
        if (message is null)
            findings.FoundNothing("DeviceAliases");
        else
            findings.FoundError("DeviceAliases", message, "HardwareProfile server");
    }

    [Fact]
    public void A_NIC_is_not_told_by_what_only_disks_have() => SoundSite.Check(("nic_a: {address: '0000:00:03.0'", "nic_a: {size: 960g, address: '0000:00:03.0'"))
        .FoundError("DeviceAliases", "The NIC nic_a of node node1 is an alias of a disk: pci@0000:00:03.0, size 960g.", Node, "HardwareProfile server");

    [Fact]
    public void Two_disks_of_a_node_are_not_of_one_serial_number() => SoundSite.Check(
        ("data_disk: {address: '2:0.1.0', dev_type: SSD, bus_type: scsi}", "data_disk: {serial: S1}\n    other: {serial: S1}"),
        ("      data_disk:\n", "      other: {partitions: [{name: o, size: 1g}]}\n      data_disk:\n"))
        .FoundError("SharedDevice", "Disks other and data_disk of node node1 are one device, serial S1.", Node, "HardwareProfile server");

    [Fact]
    public void Two_NICs_of_a_node_are_not_one_device() => SoundSite.Check(("'regexp:0000:00:04.[01]'", "'0000:00:03.0'"))
        .FoundError("SharedDevice", "NICs nic_a and nic_b of node node1 are one device, pci@0000:00:03.0.", Node, "HardwareProfile server");

    [Fact]
    public void Two_disks_of_a_node_are_not_one_device() => SoundSite.Check(
        ("data_disk: {address", "sys_disk: {address: '2:0.1.0', dev_type: SSD, bus_type: scsi}\n    data_disk: {address"),
        ("      sda:\n", "      sys_disk:\n"))
        .FoundError(
            "SharedDevice", "Disks sys_disk and data_disk of node node1 are one device, scsi@2:0.1.0.", Node, "HardwareProfile server");

    [Fact]
    public void An_alias_by_expression_has_an_expression() => SoundSite.Check(("04.[01]'", "04.[01'"))
        .FoundError("DeviceAliases", "is no regular expression", "HardwareProfile server");

    [Theory]
    [InlineData("oob: {type: redfish, network: oob, account: operator}", "OOB parameter credential for Redfish node node1 missing.")]
    [InlineData("oob: {type: redfish, network: mgmt2, account: a, credential: b}", "OOB address missing for Redfish node node1.")]
    public void A_Redfish_node_has_what_its_controller_needs(string oob, string message) =>
        SoundSite.Check((Ipmi, oob)).FoundError("RedfishValidity", message, Node);

    [Fact]
    public void A_Redfish_node_with_all_of_it_is_sound() =>
        SoundSite.Check(("type: ipmi", "type: redfish")).FoundNothing("RedfishValidity");

    [Fact]
    public void An_out_of_band_type_is_one_Drydock_knows() => SoundSite.Check(("type: ipmi", "type: ilo"))
        .FoundError("OobType", "The out-of-band type ilo of node node1 is none of ipmi, redfish, libvirt, manual.", Node);

    [Fact]
    public void A_node_without_out_of_band_management_is_warned_of() => SoundSite.Check((Ipmi, "oob: {network: oob}"))
        .FoundWarning("OobType", "Node node1 has no out-of-band management.", Node);

    [Fact]
    public void A_placeholder_for_a_password_is_warned_of() =>
        SoundSite.Check(("credential: secret", $"credential: {OobSettings.Placeholder}"))
            .FoundWarning("PlaceholderCredential", "The password of the management controller of node node1 is a placeholder.", Node);

    [Fact]
    public void A_boot_action_for_nobody_is_warned_of() =>
        SoundSite.Check(
            ("signaling: false", "signaling: false\n  node_filter: {filter_set_type: union, filter_set: [{filter_type: "
                + "union, node_names: [nobody]}]}"))
            .FoundWarning("BootActionScope", "Boot action packages applies to no node.", "BootAction packages");

    [Fact]
    public void A_path_that_is_written_twice_is_warned_of() =>
        SoundSite.Check(("permissions: '644'}", "permissions: '644'}\n    - {type: file, path: /etc/motd, data: again}"))
            .FoundWarning("BootActionAssets", "writes /etc/motd twice", "BootAction packages");
}
