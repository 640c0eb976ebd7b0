using Drydock.Maas.Benchmarks;
using Drydock.Maas.Design;
using Drydock.Maas.Provisioning.Tests.EndToEnd;

namespace Drydock.Maas.Provisioning.Tests.Conversion;

/// <summary>Sites of many kinds, to be provisioned and described again.</summary>
internal static class ConversionSites
{
    private const string DataDisk = "      data_disk:\n        volume_group: data\n";
    private const string Root = "          - name: root\n            size: '>40g'\n            bootable: true\n            filesystem: {mountpoint: /, fstype: ext4, mount_options: defaults}\n";

    /// <summary>Changes of the example site, by name.</summary>
    private static readonly Dictionary<string, (string Text, string By)[]> Changes = new(StringComparer.Ordinal)
    {
        ["example"] = [],
        ["bridges"] = [("      networks: [mgmt, storage]\n", """
                  networks: [mgmt, storage]
                br-mgmt:
                  slaves: [bond0]
                  bridge: {stp: true, forward_delay: 4}
                br-storage:
                  slaves: [bond0/storage]
                  bridge: {type: ovs}
                br-pxe:
                  slaves: [pxe]
                  bridge: {}

            """)],
        ["raids"] = [(DataDisk, """
                  sdx: {partitions: [{name: a, size: 200g}, {name: b, size: 100g}]}
                  sdy: {partitions: [{name: a, size: 200g}, {name: b, size: 100g}]}
                raids:
                  md0: {level: raid-1, devices: [sdx/a, sdy/a], volume_group: data}
                  md1: {level: raid-0, devices: [sdx/b, sdy/b], filesystem: {mountpoint: /srv/fast, fstype: xfs}}
                  md2: {level: raid-1, devices: [data_disk, sdz], spares: [sdw]}

            """)],
        ["bcaches"] = [(DataDisk, """
                  sdx: {partitions: [{name: a, size: 20g}, {name: b, size: 10g}]}
                raids:
                  md0: {level: raid-1, devices: [sdy, sdz]}
                bcaches:
                  bcache0: {backing_device: data_disk, cache_device: sdx/a, cache_mode: writeback, volume_group: data}
                  bcache1: {backing_device: md0, cache_device: sdx/a, filesystem: {mountpoint: /srv/slow, fstype: xfs}}

            """)],
        ["mirrored root"] = [(Root, "          - {name: root, size: 50g}\n"), (DataDisk, """
                  data_disk: {partitions: [{name: root, size: 50g}, {name: data, size: 200g, volume_group: data}]}
                raids:
                  md0: {level: raid-1, devices: [system_disk/root, data_disk/root], filesystem: {mountpoint: /, fstype: ext4}}

            """)],
        ["special mounts"] = [("    volume_groups:\n      data:\n        logical_volumes:\n", """
                special_mounts:
                  - {mountpoint: /tmp, mount_options: size=2G}
                volume_groups:
                  data:
                    logical_volumes:
                      - {name: swap, size: 8g, filesystem: {fstype: swap}}

            """)],
        ["boot by UEFI"] = [("boot_mode: bios", "boot_mode: uefi")],
        ["balance-rr"] = [("mode: 802.3ad", "mode: balance-rr"), ("    hash: layer3+4\n", ""), ("    peer_rate: fast\n", "")],
    };

    /// <summary>The names of all that need nothing beside the repository.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Changes.Keys, "ten nodes", "three nodes", "generated", "steps of the site"];

    /// <summary>The site of a name.</summary>
    public static SiteDesign Read(string name) => name switch
    {
        "ten nodes" => TenNodes.Read(),
        "three nodes" => Read([DesignSource.FromFile(Path.Combine(AppContext.BaseDirectory, "Fixtures", "three-nodes.yaml"))]),
        "generated" => Read([DesignSource.FromText("generated.yaml", SiteGenerator.Generate(6))]),
        "steps of the site" => SiteStepSite.Design(),
        _ => ReadExample(Changes[name]),
    };

    private static SiteDesign ReadExample((string Text, string By)[] changes)
    {
        var folder = Path.Combine(TestFolders.Root, "examples", "site");
        return Read([.. Directory.GetFiles(folder, "*.yaml").Order(StringComparer.Ordinal).Select(f => DesignSource.FromText(
            Path.GetFileName(f), changes.Aggregate(File.ReadAllText(f).ReplaceLineEndings("\n"), (text, change) => text.Replace(change.Text, change.By, StringComparison.Ordinal))))]);
    }

    private static SiteDesign Read(IReadOnlyList<DesignSource> sources) => DesignReader.Read(sources, null, TestContext.Current.CancellationToken);
}
