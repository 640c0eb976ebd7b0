using System.Globalization;
using System.Text;

namespace Drydock.Maas.Benchmarks;

/// <summary>Sites of any size: two NICs in a bond, two disks, a volume group, one tagged network a node.</summary>
internal static class SiteGenerator
{
    private const string Site = """
        ---
        schema: drydock/Region/v1
        metadata: {name: bench}
        data: {}
        ---
        schema: drydock/NetworkLink/v1
        metadata: {name: oob}
        data: {mtu: 1500, trunking: {mode: disabled, default_network: oob}, allowed_networks: [oob]}
        ---
        schema: drydock/NetworkLink/v1
        metadata: {name: pxe}
        data: {mtu: 1500, trunking: {mode: disabled, default_network: pxe}, allowed_networks: [pxe]}
        ---
        schema: drydock/NetworkLink/v1
        metadata: {name: gp}
        data:
          bonding: {mode: 802.3ad, hash: layer3+4, peer_rate: slow}
          mtu: 9000
          trunking: {mode: 802.1q, default_network: mgmt}
          allowed_networks: [mgmt, private, public]
        ---
        schema: drydock/Network/v1
        metadata: {name: oob}
        data: {cidr: 10.1.0.0/16}
        ---
        schema: drydock/Network/v1
        metadata: {name: pxe}
        data:
          cidr: 10.2.0.0/16
          ranges: [{type: dhcp, start: 10.2.1.0, end: 10.2.255.250}]
          dns: {domain: pxe.bench.example.com, servers: 10.2.0.10}
        ---
        schema: drydock/Network/v1
        metadata: {name: mgmt}
        data:
          cidr: 10.3.0.0/16
          routes: [{subnet: 0.0.0.0/0, gateway: 10.3.0.1, metric: 10}]
          dns: {domain: mgmt.bench.example.com, servers: 10.3.0.10}
        ---
        schema: drydock/Network/v1
        metadata: {name: private}
        data: {vlan: '101', mtu: 9000, cidr: 10.4.0.0/16}
        ---
        schema: drydock/Network/v1
        metadata: {name: public}
        data: {vlan: '102', mtu: 1500, cidr: 10.5.0.0/16}
        ---
        schema: drydock/HardwareProfile/v1
        metadata: {name: server}
        data:
          vendor: Example
          generation: '1'
          hw_version: '1'
          bios_version: '1'
          boot_mode: bios
          bootstrap_protocol: pxe
          pxe_interface: 0
          device_aliases:
            nic1: {address: '0000:00:03.0', dev_type: NIC, bus_type: pci}
            nic2: {address: '0000:00:04.0', dev_type: NIC, bus_type: pci}
        ---
        schema: drydock/HostProfile/v1
        metadata: {name: worker}
        data:
          hardware_profile: server
          primary_network: mgmt
          oob: {type: ipmi, network: oob, account: admin, credential: admin}
          interfaces:
            bond0: {device_link: gp, slaves: [nic1, nic2], networks: [mgmt, private]}
          storage:
            physical_devices:
              sda:
                partitions:
                  - {name: root, size: 20g, bootable: true, filesystem: {mountpoint: /, fstype: ext4, mount_options: defaults}}
                  - {name: boot, size: 1g, filesystem: {mountpoint: /boot, fstype: ext4, mount_options: defaults}}
              sdb: {volume_group: log_vg}
            volume_groups:
              log_vg:
                logical_volumes:
                  - {name: log_lv, size: 500m, filesystem: {mountpoint: /var/log, fstype: xfs, mount_options: defaults}}
          platform: {image: jammy, kernel: ga-22.04, kernel_params: {quiet: true, console: ttyS2}}
          metadata: {tags: [bench], owner_data: {foo: bar}}

        """;

    /// <summary>The documents of a site of that many nodes.</summary>
    public static string Generate(int nodes)
    {
        var text = new StringBuilder(Site);
        for (var i = 1; i <= nodes; i++)
        {
            var host = string.Create(CultureInfo.InvariantCulture, $"{i / 250 + 1}.{i % 250 + 1}");
            text.Append(CultureInfo.InvariantCulture, $$"""
                ---
                schema: drydock/BaremetalNode/v1
                metadata: {name: node{{i:00000}}}
                data:
                  host_profile: worker
                  addressing:
                    - {network: oob, address: 10.1.{{host}}}
                    - {network: mgmt, address: 10.3.{{host}}}
                    - {network: private, address: 10.4.{{host}}}
                  metadata: {rack: rack{{i / 40 + 1}}}

                """);
        }

        return text.ToString();
    }
}
