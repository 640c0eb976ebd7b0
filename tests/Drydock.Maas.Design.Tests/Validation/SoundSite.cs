using Drydock.Maas.Design.Validation.Facts;

namespace Drydock.Maas.Design.Tests.Validation;

/// <summary>A site in which no rule finds anything, though each has something to look at.</summary>
internal static class SoundSite
{
    public const string Text = """
        schema: drydock/Region/v1
        metadata: {name: sound}
        data:
          authorized_keys: [ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIExampleExampleExampleExampleExampleExampleE operator]
          tag_definitions: [{tag: nvme, definition_type: lshw_xpath, definition: //node}]
          repositories: {remove_unlisted: false, tools: {repo_type: apt, url: https://packages.example.com/tools}}
        ---
        schema: drydock/Rack/v1
        metadata: {name: rack1}
        data: {tor_switches: {}, location: {}, local_networks: [pxe]}
        ---
        schema: drydock/NetworkLink/v1
        metadata: {name: oob}
        data: {bonding: {mode: disabled}, mtu: 1500, trunking: {mode: disabled, default_network: oob}, allowed_networks: [oob]}
        ---
        schema: drydock/NetworkLink/v1
        metadata: {name: boot}
        data: {bonding: {mode: disabled}, mtu: 1500, trunking: {mode: disabled, default_network: pxe}, allowed_networks: [pxe]}
        ---
        schema: drydock/NetworkLink/v1
        metadata: {name: trunk}
        data:
          bonding: {mode: 802.3ad, hash: layer3+4, peer_rate: slow, mon_rate: 100, up_delay: 100, down_delay: 100}
          mtu: 9000
          trunking: {mode: 802.1q, default_network: mgmt}
          allowed_networks: [mgmt, store]
        ---
        schema: drydock/Network/v1
        metadata: {name: oob}
        data: {cidr: 10.1.0.0/24}
        ---
        schema: drydock/Network/v1
        metadata: {name: pxe}
        data:
          cidr: 10.2.0.0/24
          ranges:
            - {type: reserved, start: 10.2.0.1, end: 10.2.0.20}
            - {type: dhcp, start: 10.2.0.100, end: 10.2.0.200}
          dhcp_relay: {self_ip: 10.2.0.2, upstream_target: 10.9.0.5}
          dns: {domain: pxe.example.com, servers: 10.2.0.10}
        ---
        schema: drydock/Network/v1
        metadata: {name: mgmt}
        data:
          cidr: 10.3.0.0/24
          mtu: 1500
          ranges: [{type: static, start: 10.3.0.20, end: 10.3.0.250}]
          routes: [{subnet: 0.0.0.0/0, gateway: 10.3.0.1, metric: 10}]
          dns: {domain: example.com, servers: '10.3.0.10,10.3.0.11'}
        ---
        schema: drydock/Network/v1
        metadata: {name: store}
        data: {cidr: 10.4.0.0/24, vlan: '204', mtu: 9000}
        ---
        schema: drydock/HardwareProfile/v1
        metadata: {name: server}
        data:
          vendor: Example
          generation: '1'
          hw_version: '1'
          bios_version: '1'
          boot_mode: uefi
          bootstrap_protocol: pxe
          pxe_interface: 0
          device_aliases:
            nic_a: {address: '0000:00:03.0', dev_type: NIC, bus_type: pci}
            nic_b: {address: 'regexp:0000:00:04.[01]', dev_type: NIC, bus_type: pci}
            data_disk: {address: '2:0.1.0', dev_type: SSD, bus_type: scsi}
        ---
        schema: drydock/HostProfile/v1
        metadata: {name: base}
        data:
          hardware_profile: server
          primary_network: mgmt
          oob: {type: ipmi, network: oob, account: operator, credential: secret}
          interfaces:
            pxe: {device_link: boot, slaves: [eno1], networks: [pxe]}
            bond0: {device_link: trunk, slaves: [nic_a, nic_b], networks: [mgmt, store]}
          storage:
            physical_devices:
              sda:
                partitions:
                  - {name: efi, size: 512mi, filesystem: {mountpoint: /boot/efi, fstype: vfat}}
                  - {name: boot, size: 1g, filesystem: {mountpoint: /boot, fstype: ext4}}
                  - {name: system, size: 60g, volume_group: system}
              data_disk:
                partitions:
                  - {name: images, size: 60%, filesystem: {mountpoint: /var/images, fstype: xfs}}
                  - {name: scratch, size: '>10g', filesystem: {mountpoint: /srv, fstype: xfs}}
            volume_groups:
              system:
                logical_volumes:
                  - {name: root, size: 30g, filesystem: {mountpoint: /, fstype: ext4}}
                  - {name: log, size: 20%, filesystem: {mountpoint: /var/log, fstype: ext4}}
          platform: {image: jammy, kernel: ga-22.04, kernel_params: {quiet: true, hugepages: 16, hugepagesz: 1G}}
          metadata: {tags: [sound], rack: rack1}
        ---
        schema: drydock/BaremetalNode/v1
        metadata: {name: node1}
        data:
          host_profile: base
          addressing: [{network: oob, address: 10.1.0.21}, {network: pxe, address: dhcp}, {network: mgmt, address: 10.3.0.21}]
          metadata: {boot_mac: '52:54:00:00:00:01'}
        ---
        schema: drydock/BaremetalNode/v1
        metadata: {name: node2}
        data:
          host_profile: base
          addressing: [{network: oob, address: 10.1.0.22}, {network: pxe, address: dhcp}, {network: mgmt, address: 10.3.0.22}]
          metadata: {boot_mac: '52:54:00:00:00:02'}
        ---
        schema: drydock/BootAction/v1
        metadata: {name: packages}
        data:
          signaling: false
          assets:
            - {type: pkg_list, data: {chrony: 4.2-2ubuntu2, ethtool: null}}
            - {type: file, path: /etc/motd, data: hello, permissions: '644'}

        """;

    /// <summary>Everything found in the site after some of its text was changed; the text must be there.</summary>
    public static IReadOnlyList<ValidationFinding> Check(params (string Text, string By)[] changes) => Check(null, changes);

    /// <summary>The same, compared with what a MAAS holds.</summary>
    public static IReadOnlyList<ValidationFinding> Check(LiveSite? live, params (string Text, string By)[] changes)
    {
        var options = new ValidationOptions { Live = live };
        return DesignValidator.Validate(Read(changes), options, TestContext.Current.CancellationToken);
    }

    public static SiteDesign Read(params (string Text, string By)[] changes)
    {
        var text = Text.ReplaceLineEndings("\n");
        foreach (var (old, by) in changes)
        {
            Assert.Contains(old, text, StringComparison.Ordinal);
            text = text.Replace(old, by, StringComparison.Ordinal);
        }

        return DesignReader.Read([DesignSource.FromText("site.yaml", text)], null, TestContext.Current.CancellationToken);
    }
}
