using Drydock.Maas.Design;
using Drydock.Maas.Design.BootActions;
using Drydock.Maas.Planning;
using Drydock.Maas.Provisioning.Drift;

namespace Drydock.Maas.Provisioning.Tests.EndToEnd;

/// <summary>A node whose disks and NICs are told by what is written on them, on a simulated machine.</summary>
public sealed class DeviceAliasTests
{
    private const string Site = """
        schema: drydock/Region/v1
        metadata: {name: site}
        data: {}
        ---
        schema: drydock/NetworkLink/v1
        metadata: {name: pxe}
        data: {bonding: {mode: disabled}, mtu: 1500, trunking: {mode: disabled, default_network: pxe}, allowed_networks: [pxe]}
        ---
        schema: drydock/Network/v1
        metadata: {name: pxe}
        data: {cidr: 10.71.0.0/24, ranges: [{type: dhcp, start: 10.71.0.100, end: 10.71.0.200}]}
        ---
        schema: drydock/HardwareProfile/v1
        metadata: {name: hw}
        data:
          vendor: x
          generation: '1'
          hw_version: '1'
          bios_version: '1'
          boot_mode: bios
          bootstrap_protocol: pxe
          pxe_interface: 0
          device_aliases:
            uplink: {serial: 52-54-00-AA-BB-01}
            boot: {address: '3B:00.0', bus_type: pci}
            data: {path: '/dev/disk/by-path/pci-0000:00:17.0-ata-3*'}
            log: {serial: S1, size: 480g}
        ---
        schema: drydock/BaremetalNode/v1
        metadata: {name: n1}
        data:
          hardware_profile: hw
          oob: {type: ipmi, network: oob, account: root, credential: calvin}
          interfaces:
            pxe: {device_link: pxe, slaves: [uplink], networks: [pxe]}
          storage:
            physical_devices:
              boot: {partitions: [{name: root, size: '>30g', filesystem: {mountpoint: /, fstype: ext4}}]}
              data: {partitions: [{name: data, size: 10g, filesystem: {mountpoint: /srv, fstype: ext4}}]}
              log: {partitions: [{name: log, size: 10g, filesystem: {mountpoint: /var/log, fstype: ext4}}]}
          platform: {image: jammy, kernel: ga-22.04}
          metadata: {boot_mac: '52:54:00:aa:bb:01'}
          addressing: [{network: pxe, address: dhcp}, {network: oob, address: 10.9.0.7}]
        """;

    [Fact]
    public async Task Is_deployed_and_a_second_run_asks_each_machine_but_once()
    {
        await using var site = await StartAsync();
        Assert.All(await site.ProvisionAsync(), r => Assert.Null(r.Error?.Message));
        Assert.Equal(
            ["nvme0n1 /", "sdb /srv", "sdc /var/log"],
            site.Look("n1", m => m.Disks.SelectMany(d => d.Partitions.Select(p => $"{d.Name} {p.Filesystem?.MountPoint}")).Order(StringComparer.Ordinal).ToList()));
        site.Simulator.ResetRequests();
        await site.ProvisionAsync();
        Assert.Equal(0, site.Writes);
        Assert.Empty((await DesignComparison.Create(site.Session, new ComparisonOptions { BootActionRenderer = new BootActionRenderer() })
            .CompareAsync(site.Design, null, TestContext.Current.CancellationToken)).Select(d => d.ToString()));
    }

    [Fact]
    public async Task A_mark_that_several_disks_have_is_told_with_the_disks_before_anything_is_written()
    {
        await using var site = await StartAsync();
        await site.PrepareAsync(NodeStepKind.Network, "n1");
        site.Look("n1", m => m.Disks.Select(d => d.Serial = "S1").ToList());
        site.Look("n1", m => m.Disks.Select(d => d.Size = 480_000_000_000).ToList());
        site.Simulator.ResetRequests();
        var result = await site.StepAsync(NodeStepKind.Storage, "n1");
        Assert.Equal(ErrorIds.AmbiguousDevice, (result.Error as NodeException)?.ErrorId);
        Assert.Contains("fits 3 disks of n1: nvme0n1 (serial S1, 480.0 GB), sdb (", result.Error!.Message, StringComparison.Ordinal);
        Assert.Equal(0, site.Writes);
    }

    private static Task<SimulatedSite> StartAsync() =>
        SimulatedSite.StartAsync(DesignReader.Read([DesignSource.FromText("site.yaml", Site)], null, TestContext.Current.CancellationToken));
}
