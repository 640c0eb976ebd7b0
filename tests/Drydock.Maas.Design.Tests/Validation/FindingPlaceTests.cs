using Drydock.Maas.Design.Tests.Support;

namespace Drydock.Maas.Design.Tests.Validation;

/// <summary>A finding is told once, where the mistake was written, with the nodes it concerns.</summary>
public sealed class FindingPlaceTests
{
    [Fact]
    public void A_mistake_in_a_profile_is_one_finding_at_its_line_with_all_nodes()
    {
        var finding = Assert.Single(Find("UnknownDevice", Site(200, "slaves: [eno1, wrong9]")));
        Assert.Equal(("HostProfile base", "site1.yaml:9"), (finding.Documents[0].ToString(), finding.Place));
        Assert.Equal(200, finding.Nodes.Count);
        Assert.Contains("of node n1 (and 199 others) is neither", finding.Message, StringComparison.Ordinal);
        Assert.True(finding.ToString().Length < 500, finding.ToString());
    }

    [Fact]
    public void A_finding_has_lines_that_fit_beside_severity_and_rule_in_80_columns()
    {
        var lines = Find("UnknownDevice", Site(200, "slaves: [eno1, wrong9]"))[0].Finding;
        Assert.Equal("site1.yaml:9", lines[0]);
        Assert.All(lines, l => Assert.InRange(l.Length, 1, 43));
        Assert.Equal("Define the alias in device_aliases, or correct the name.", string.Join(' ', lines.TakeLast(2)));
    }

    [Fact]
    public void A_few_nodes_are_named()
    {
        var finding = Assert.Single(Find("UnknownDevice", Site(3, "slaves: [wrong9]")));
        Assert.Contains("of node n1 (and n2, n3) is neither", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_mistake_of_one_node_is_told_at_its_own_line()
    {
        var site = Site(2, "slaves: [eno1]", "    - {network: mgmt, address: 10.9.0.7}\n");
        var finding = Find("IpLocalityCheck", site)[0];
        Assert.Equal(("BaremetalNode n1", "site2.yaml:7"), (finding.Documents[0].ToString(), finding.Place));
        Assert.Equal(["n1"], finding.Nodes);
    }

    [Fact]
    public void A_renamed_network_is_one_finding_that_guesses_the_new_name()
    {
        var site = Site(200, "slaves: [eno1]").Select(t => t.Replace("{name: mgmt}", "{name: mgmt2}", StringComparison.Ordinal)).ToArray();
        var errors = DesignValidator.FindErrors(TestDesign.Read(site), TestContext.Current.CancellationToken);
        var finding = Assert.Single(errors);
        Assert.Contains("mgmt is not a valid network", finding.Message, StringComparison.Ordinal);
        Assert.Contains("Is mgmt2 meant", finding.Diagnostic, StringComparison.Ordinal);
        Assert.Empty(Find("NetworkWithoutLink", site));
        Assert.True(finding.ToString().Length < 1000, finding.ToString());
    }

    [Fact]
    public void A_missing_file_of_networks_is_told_as_that()
    {
        var site = Site(200, "slaves: [eno1]");
        var errors = DesignValidator.FindErrors(TestDesign.Read([site[0][..site[0].IndexOf("---\nschema: drydock/Network/v1", StringComparison.Ordinal)],
            .. site[1..]]), TestContext.Current.CancellationToken);
        Assert.Contains("There is no Network document at all, but the site refers to mgmt", Assert.Single(errors).Message, StringComparison.Ordinal);
    }

    private static ValidationFinding[] Find(string rule, string[] site) =>
        [.. DesignValidator.Validate(TestDesign.Read(site), new ValidationOptions(), TestContext.Current.CancellationToken)
            .Where(f => f.RuleId == rule)];

    private static string[] Site(int nodes, string slaves, string? addresses = null) =>
    [
        TestDesign.Document("NetworkLink", "trunk",
            "mtu: 1500\nbonding: {mode: active-backup}\ntrunking: {mode: disabled, default_network: mgmt}\nallowed_networks: [mgmt]")
        + TestDesign.Document("Network", "mgmt",
            "cidr: 10.3.0.0/16\nranges: [{type: dhcp, start: 10.3.9.10, end: 10.3.9.20}]\nroutes: [{subnet: 0.0.0.0/0, gateway: 10.3.0.1, metric: 1}]"),
        TestDesign.Profile("base",
            $"hardware_profile: generic\nprimary_network: mgmt\ninterfaces:\n  bond0:\n    {slaves}\n    device_link: trunk\n    networks: [mgmt]\n"
            + "oob: {type: manual}\nstorage: {physical_devices: {sda: {partitions: [{name: root, size: 30g, filesystem: {mountpoint: /}}]}}}")
        + TestDesign.Hardware,
        string.Concat(Enumerable.Range(1, nodes).Select(i => TestDesign.Document("BaremetalNode", $"n{i}",
            $"host_profile: base\naddressing:\n" + (addresses ?? $"    - {{network: mgmt, address: 10.3.{i / 250}.{(i % 250) + 2}}}\n")))),
    ];
}
