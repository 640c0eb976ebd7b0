using Drydock.Maas.Design;
using Drydock.Maas.Design.BootActions;
using Drydock.Maas.Planning;
using Drydock.Maas.Provisioning.Drift;
using Drydock.Maas.Provisioning.Nodes.Identity;

namespace Drydock.Maas.Provisioning.Tests.EndToEnd;

/// <summary>A site whose addresses, networks and MACs are spelled otherwise than MAAS does: set up as any other, and left alone afterwards.</summary>
public sealed class SpellingTests
{
    private const string Site = """
        schema: drydock/Region/v1
        metadata: {name: six}
        data: {}
        ---
        schema: drydock/NetworkLink/v1
        metadata: {name: pxe}
        data: {bonding: {mode: disabled}, mtu: 1500, trunking: {mode: disabled, default_network: pxe}, allowed_networks: [pxe]}
        ---
        schema: drydock/NetworkLink/v1
        metadata: {name: data}
        data: {bonding: {mode: disabled}, mtu: 1500, trunking: {mode: 802.1q, default_network: mgmt}, allowed_networks: [mgmt, six, other]}
        ---
        schema: drydock/Network/v1
        metadata: {name: pxe}
        data:
          cidr: 10.71.0.0/24
          ranges: [{type: dhcp, start: 10.71.0.100, end: 10.71.0.200}]
        ---
        schema: drydock/Network/v1
        metadata: {name: mgmt}
        data:
          cidr: 10.72.0.0/24
          routes: [{subnet: 0.0.0.0/0, gateway: 10.72.0.1, metric: 10}]
        ---
        schema: drydock/Network/v1
        metadata: {name: six}
        data:
          cidr: '2001:DB8:1:0::/64'
          vlan: '66'
          ranges: [{type: reserved, start: '2001:DB8:1::1', end: '2001:DB8:1::ff'}]
          routes:
            - {subnet: '0::/0', gateway: '2001:DB8:1::0001', metric: 10}
            - {subnet: '2001:db8:0002::/64', gateway: '2001:DB8:1::0002', metric: 10}
          dns: {domain: six.example.net, servers: '2001:db8:0001::5 2001:DB8:1::6'}
        ---
        schema: drydock/Network/v1
        metadata: {name: other}
        data: {cidr: '2001:DB8:2::/64', vlan: '67'}
        ---
        schema: drydock/Network/v1
        metadata: {name: oob}
        data: {cidr: 'FD00:0::/64', labels: {noconfig: enabled}}
        ---
        schema: drydock/HardwareProfile/v1
        metadata: {name: hw}
        data:
          {vendor: x, generation: '1', hw_version: '1', bios_version: '1', boot_mode: bios, bootstrap_protocol: pxe, pxe_interface: 0}
        ---
        schema: drydock/BaremetalNode/v1
        metadata: {name: n1}
        data:
          hardware_profile: hw
          primary_network: six
          oob: {type: redfish, network: oob, account: root, credential: calvin}
          interfaces:
            pxe: {device_link: pxe, slaves: [eno1], networks: [pxe]}
            data: {device_link: data, slaves: [eno2], networks: [mgmt, six]}
          storage:
            physical_devices:
              sda: {partitions: [{name: root, size: '>30g', filesystem: {mountpoint: /, fstype: ext4}}]}
          platform: {image: jammy, kernel: ga-22.04}
          metadata: {boot_mac: 52-54-00-AA-BB-01}
          addressing:
            - {network: oob, address: 'https://[FD00:0::0005]:443'}
            - {network: pxe, address: dhcp}
            - {network: mgmt, address: 10.72.0.11}
            - {network: six, address: '2001:DB8:1:0::0011'}
        """;

    [Fact]
    public async Task Is_set_up_once_and_has_no_drift()
    {
        await using var site = await StartAsync();
        var first = await site.ProvisionAsync();
        Assert.All(first, r => Assert.Null(r.Error?.Message));
        Assert.Equal("2001:db8:1::1", site.Look("n1", m => m.Interfaces.Single(i => i.Name == "eno2.66").Links[0].Subnet!.GatewayIp?.ToString()));
        site.Simulator.ResetRequests();

        var second = await site.ProvisionAsync();
        Assert.Empty(second.SelectMany(r => r.Changes).Select(c => c.ToString()));
        Assert.Equal(0, site.Writes);
        Assert.Empty((await DesignComparison.Create(site.Session, new ComparisonOptions { BootActionRenderer = new BootActionRenderer() })
            .CompareAsync(site.Design, null, TestContext.Current.CancellationToken)).Select(d => d.ToString()));
    }

    [Fact]
    public async Task A_controllers_address_is_sent_as_it_is_written()
    {
        await using var site = await StartAsync();
        await site.PrepareSiteAsync();
        site.Look("n1", m => m.PowerParameters["power_address"] = "fd00::5");
        var result = await site.StepAsync(new IdentityStepOptions { UseNodeOobParameters = true }, "n1");
        Assert.Null(result.Error);
        Assert.Equal("https://[FD00:0::0005]:443", site.Look("n1", m => m.PowerParameters["power_address"]?.ToString()));
    }

    private static Task<SimulatedSite> StartAsync() => SimulatedSite.StartAsync(
        DesignReader.Read([DesignSource.FromText("six.yaml", Site)], null, TestContext.Current.CancellationToken));
}
