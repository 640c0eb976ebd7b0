using System.Text.RegularExpressions;
using Drydock.Maas.Design.Tests.Support;

namespace Drydock.Maas.Design.Tests.Validation;

/// <summary>Sites broken as tired people break them are mended from the messages alone.</summary>
public sealed partial class BrokenSiteTests
{
    [Fact]
    public void A_site_with_slips_of_typing() => Mend(
        new("nodes-rack1.yaml", "    - {network: mgmt, address: 10.62.0.21}", "   - {network: mgmt, address: 10.62.0.21}", "YAML"),
        new("networks.yaml", "vlan: '203'", "vlan: 203", "203"),
        new("profiles.yaml", "      networks: [pxe]", "\tnetworks: [pxe]", "tab"),
        new("nodes-rack2.yaml", "host_profile: worker", "host_profile: workr", "workr"),
        new("links.yaml", "trunking: {mode: disabled, default_network: pxe}", "trunking: {mode: disabled}", "default_network"),
        new("region.yaml", "components: [main]", "components: main", "components"));

    [Fact]
    public void A_site_with_wrong_values() => Mend(
        new("nodes-rack1.yaml", "10.62.0.22", "10.62.0.21", "10.62.0.21"),
        new("networks.yaml", "end: 10.61.0.63", "end: 10.61.1.63", "10.61.1.63"),
        new("profiles.yaml", "size: 1g", "size: 1 gig", "1 gig"),
        new("profiles.yaml", "[fabric_nic1, fabric_nic2]", "[fabric_nic1, fabric_nic3]", "fabric_nic3"),
        new("networks.yaml", "gateway: 10.62.0.1", "gateway: 10.26.0.1", "10.26.0.1"));

    [Fact]
    public void A_site_whose_parts_do_not_fit() => Mend(
        new("profiles.yaml", "networks: [mgmt, storage]", "networks: [mgmt, storag]", "storag"),
        new("links.yaml", "[mgmt, storage, tenant]", "[mgmt, storage, tenant, pxe]", "pxe"),
        new("profiles.yaml", "primary_network: mgmt", "primary_network: managment", "managment"),
        new("profiles.yaml", "volume_group: data", "volume_group: logs", "logs"),
        new("profiles.yaml", "address: '2:0.1.0'", "address: '2:0.0.0'", "2:0.0.0"),
        new("bootactions.yaml", "{{ node.hostname }} of", "{{ node.hostnam }} of", "hostnam"));

    [Fact]
    public void A_layered_site_names_the_document_whose_secret_is_not_there()
    {
        var report = SiteReport.Of(TestDesign.Problem("""
            schema: deckhand/LayeringPolicy/v1
            metadata: {schema: metadata/Control/v1, name: layers}
            data: {layerOrder: [global, site]}
            ---
            schema: deckhand/Passphrase/v1
            metadata: {schema: metadata/Document/v1, name: ipmi, layeringDefinition: {abstract: false, layer: site}, storagePolicy: cleartext}
            data: secret
            ---
            schema: drydock/HostProfile/v1
            metadata:
              schema: metadata/Document/v1
              name: base
              storagePolicy: cleartext
              labels: {kind: base}
              layeringDefinition: {abstract: true, layer: global}
            data: {oob: {type: ipmi, account: root}}
            ---
            schema: drydock/HostProfile/v1
            metadata:
              schema: metadata/Document/v1
              name: mine
              storagePolicy: cleartext
              layeringDefinition: {abstract: false, layer: site, parentSelector: {kind: base}, actions: [{method: merge, path: .}]}
              substitutions: [{src: {schema: deckhand/Passphrase/v1, name: ipmy, path: .}, dest: {path: .oob.credential}}]
            data: {hardware_profile: generic}

            """));
        Assert.Contains("ipmy", report.Text, StringComparison.Ordinal);
        Assert.True(report.NamesItsPlace, report.Text);
        Assert.Matches(Remedy(), report.Remedy);
    }

    private static void Mend(params IReadOnlyList<SiteFault> faults)
    {
        var told = new BrokenSite(faults).Mend();
        Assert.All(told, r => Assert.True(r.NamesItsPlace, $"no place: {r.Text}"));
        Assert.All(told, r => Assert.True(Remedy().IsMatch(r.Remedy), $"nothing to do: {r.Text}"));
    }

    // What to do, or what would be right.
    [GeneratedRegex(
        @"\b(add|check|configure|correct|define|give|let|make|name|put|remove|select|there (is|are)|use|write)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Remedy();
}
