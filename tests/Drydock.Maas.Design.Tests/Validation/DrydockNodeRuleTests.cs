namespace Drydock.Maas.Design.Tests.Validation;

/// <summary>Drydock's rules for nodes and boot actions.</summary>
public sealed class DrydockNodeRuleTests
{
    private const string Node = "BaremetalNode node1";
    private const string Ipmi = "oob: {type: ipmi, network: oob, account: operator, credential: secret}";

    [Theory]
    [InlineData(", hugepagesz: 1G", "")]
    [InlineData(", hugepages: 16", "")]
    public void Huge_pages_have_size_and_count(string text, string by) =>
        SoundSite.Check((text, by)).FoundError("HugepagesValidity", "Invalid hugepages kernel configuration", Node);

    [Theory]
    [InlineData("{name: node1}", "{name: node_1}", "label 'node_1' is invalid", "BaremetalNode node_1")]
    public void Every_label_of_a_host_name_is_one(string text, string by, string message, string document) =>
        SoundSite.Check((text, by)).FoundError("HostnameValidity", message, document);

    [Fact]
    public void A_domain_that_is_none_is_told_once_at_its_network()
    {
        var findings = SoundSite.Check(("domain: example.com", "domain: example..com"));
        findings.FoundNothing("HostnameValidity");
        findings.FoundError("DomainNames", "the DNS domain \"example..com\" of network mgmt", "Network mgmt");
    }

    [Fact]
    public void A_host_name_has_at_most_255_characters()
    {
        var domain = string.Join('.', Enumerable.Repeat(new string('a', 60), 5));
        SoundSite.Check(("domain: example.com", $"domain: {domain}")).FoundError("HostnameValidity", "greater than 255 characters", Node);
    }

    [Theory]
    [InlineData("account: operator, ", "", "OOB parameter account for IPMI node node1 missing.")]
    [InlineData(", credential: secret", "", "OOB parameter credential for IPMI node node1 missing.")]
    [InlineData("network: oob, account", "account", "OOB parameter network for IPMI node node1 missing.")]
    [InlineData("{network: oob, address: 10.1.0.21}, ", "", "OOB address missing for IPMI node node1.")]
    public void An_IPMI_node_has_what_its_controller_needs(string text, string by, string message) =>
        SoundSite.Check((text, by)).FoundError("IpmiValidity", message, Node);

    [Theory]
    [InlineData("oob: {type: libvirt}", "OOB parameter libvirt_uri missing for node node1.")]
    [InlineData("oob: {type: libvirt, libvirt_uri: 'http://hypervisor'}", "OOB parameter libvirt_uri has invalid scheme.")]
    public void A_libvirt_node_has_a_URI_of_its_hypervisor(string oob, string message) =>
        SoundSite.Check((Ipmi, oob)).FoundError("LibvirtValidity", message, Node);

    [Fact]
    public void A_libvirt_node_has_a_boot_MAC_address() =>
        SoundSite.Check(
            (Ipmi, "oob: {type: libvirt, libvirt_uri: 'qemu+ssh://hypervisor/system'}"), ("boot_mac: '52:54:00:00:00:01'", "rack: rack1"))
            .FoundError("LibvirtValidity", "boot MAC address", Node);

    [Fact]
    public void A_libvirt_node_with_both_is_sound() =>
        SoundSite.Check((Ipmi, "oob: {type: libvirt, libvirt_uri: 'qemu+ssh://hypervisor/system'}")).FoundNothing("LibvirtValidity");

    [Fact]
    public void A_node_in_no_boot_action_s_scope_is_warned_of() =>
        SoundSite.Check(
            ("signaling: false", "signaling: false\n  node_filter: {filter_set_type: union, filter_set: "
                + "[{filter_type: union, node_names: [node2]}]}"))
            .FoundWarning("BootactionDefined", "Node node1 is not in scope for any bootactions.", Node);

    [Theory]
    [InlineData("chrony: 4.2-2ubuntu2", "chrony: '4.2'", "Version specifier 4.2 is not a valid format.")]
    [InlineData("data: {chrony: 4.2-2ubuntu2, ethtool: null}", "data: {}", "no valid package data")]
    public void A_package_list_has_packages_with_versions_that_are_versions(string text, string by, string message) =>
        SoundSite.Check((text, by)).FoundError("BootactionPackageListValid", message, "BootAction packages");
}
