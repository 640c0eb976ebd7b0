using System.Globalization;
using System.Text;
using Drydock.Maas.Design;

namespace Drydock.Maas.Provisioning.Tests.EndToEnd;

/// <summary>
/// Ten nodes as full sites have them: one NIC that boots and is in a bond with another, a tagged network on it, a root disk and a volume group,
/// kernel parameters, a tag, owner data; five networks, one of them served by a DHCP relay.
/// </summary>
internal static class TenNodes
{
    private const string Site = """
        ---
        schema: drydock/Region/v1
        metadata: {name: ten}
        data:
          repositories:
            remove_unlisted: true
            tools: {repo_type: apt, url: 'https://packages.example.com/tools', distributions: [stable]}
          authorized_keys: ['ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIFG2m1n0c7n0Zt8sC3f8iKpJb0jYg2w1s5y1gq3V9hQd ops@example.com']
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
        data: {cidr: 10.20.100.0/24, dns: {domain: oob.ten.example.com, servers: 10.20.100.10}}
        ---
        schema: drydock/Network/v1
        metadata: {name: pxe}
        data:
          dhcp_relay: {self_ip: 10.20.0.4, upstream_target: 172.30.0.2}
          mtu: 1500
          cidr: 10.20.0.0/24
          ranges: [{type: dhcp, start: 10.20.0.11, end: 10.20.0.254}]
          dns: {domain: pxe.ten.example.com, servers: 10.20.0.10}
        ---
        schema: drydock/Network/v1
        metadata: {name: mgmt}
        data:
          mtu: 1500
          cidr: 10.20.1.0/24
          routes: [{subnet: 0.0.0.0/0, gateway: 10.20.1.1, metric: 10}]
          dns: {domain: mgmt.ten.example.com, servers: '10.20.1.9,10.20.1.10'}
        ---
        schema: drydock/Network/v1
        metadata: {name: private}
        data: {vlan: '101', mtu: 9000, cidr: 10.20.2.0/24, dns: {domain: private.ten.example.com, servers: 10.20.2.9}}
        ---
        schema: drydock/Network/v1
        metadata: {name: public}
        data: {vlan: '102', mtu: 1500, cidr: 10.20.3.0/24, dns: {domain: ten.example.com, servers: 10.20.3.9}}
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
            pxe: {device_link: pxe, labels: {noconfig: true}, slaves: [nic1], networks: [pxe]}
            bond0: {device_link: gp, slaves: [nic1, nic2], networks: [mgmt, private]}
          storage:
            physical_devices:
              sda:
                labels: {role: rootdisk}
                partitions:
                  - {name: root, size: 20g, bootable: true, filesystem: {mountpoint: /, fstype: ext4, mount_options: defaults}}
                  - {name: boot, size: 1g, filesystem: {mountpoint: /boot, fstype: ext4, mount_options: defaults}}
              sdb: {volume_group: log_vg}
            volume_groups:
              log_vg:
                logical_volumes:
                  - {name: log_lv, size: 500m, filesystem: {mountpoint: /var/log, fstype: xfs, mount_options: defaults}}
          platform: {image: jammy, kernel: ga-22.04, kernel_params: {quiet: true, console: ttyS2}}
          metadata: {tags: [compute], owner_data: {rack: one}}

        """;

    public static SiteDesign Read()
    {
        var text = new StringBuilder(Site);
        for (var i = 1; i <= 10; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $$"""
                ---
                schema: drydock/BaremetalNode/v1
                metadata: {name: node{{i:00}}}
                data:
                  host_profile: worker
                  addressing:
                    - {network: pxe, address: dhcp}
                    - {network: oob, address: 10.20.100.{{i + 20}}}
                    - {network: mgmt, address: 10.20.1.{{i + 20}}}
                    - {network: private, address: 10.20.2.{{i + 20}}}

                """);
        }

        return DesignReader.Read([DesignSource.FromText("ten.yaml", text.ToString())], null, TestContext.Current.CancellationToken);
    }
}
