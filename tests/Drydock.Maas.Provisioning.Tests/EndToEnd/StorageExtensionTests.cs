using Drydock.Maas.Design;
using Drydock.Maas.Design.BootActions;
using Drydock.Maas.Planning;
using Drydock.Maas.Provisioning.Drift;
using Drydock.Maas.Provisioning.Engine.Steps;
using Drydock.Maas.Provisioning.Nodes.Storage;

namespace Drydock.Maas.Provisioning.Tests.EndToEnd;

/// <summary>What a design can have of storage beyond Drydock's documents, on a simulated machine.</summary>
public sealed class StorageExtensionTests
{
    private const string Node = "control01";
    private const string Before = "    volume_groups:\n      data:\n        logical_volumes:\n";

    [Fact]
    public async Task Special_mounts_and_swap_reach_the_machine_and_a_second_run_writes_nothing()
    {
        await using var site = await StartAsync((Before, """
                special_mounts:
                  - {mountpoint: /tmp, mount_options: size=2G}
                volume_groups:
                  data:
                    logical_volumes:
                      - name: swap
                        size: 8g
                        filesystem: {fstype: swap}

            """));
        await site.PrepareAsync(NodeStepKind.Storage, Node);
        Assert.Equal(["tmpfs /tmp size=2G"],
            site.Look(Node, m => m.SpecialFilesystems.Select(f => $"{f.Type} {f.MountPoint} {f.MountOptions}").ToList()));
        Assert.Equal("none", site.Look(Node, m => m.BlockDevices.Single(d => d.FullName == "data-swap").Filesystem!.MountPoint));
        await NothingIsLeftAsync(site);
    }

    [Fact]
    public async Task A_RAID_with_a_file_system_and_one_under_a_volume_group_reach_the_machine_and_a_second_run_writes_nothing()
    {
        await using var site = await StartAsync(("      data_disk:\n        volume_group: data\n", """
                  sdx: {partitions: [{name: a, size: 200g}, {name: b, size: 100g}]}
                  sdy: {partitions: [{name: a, size: 200g}, {name: b, size: 100g}]}
                raids:
                  md0:
                    level: raid-1
                    devices: [sdx/a, sdy/a]
                    volume_group: data
                  md1:
                    level: raid-0
                    devices: [sdx/b, sdy/b]
                    filesystem: {mountpoint: /srv/fast, fstype: xfs}
                  md2:
                    level: raid-1
                    devices: [data_disk, sdz]
                    spares: [sdw]

            """));
        await site.PrepareAsync(NodeStepKind.Storage, Node);
        Assert.Equal(
            ["md0 raid-1 2+0", "md1 raid-0 2+0", "md2 raid-1 2+1"],
            site.Look(Node, m => m.Raids.Select(r => $"{r.Name} {r.Level} {r.Devices.Count}+{r.Spares.Count}").ToList()));
        Assert.Equal("/srv/fast", site.Look(Node, m => m.BlockDevices.Single(d => d.FullName == "md1").Filesystem!.MountPoint));
        Assert.Equal(
            "md0", site.Look(Node, m => m.VolumeGroups.Single().Members.OfType<Simulator.State.SimulatedBlockDevice>().Single().Name));
        await NothingIsLeftAsync(site);
        site.Look(Node, m => m.BlockDevices.Single(d => d.FullName == "md1").Filesystem = null);
        Assert.Null((await site.StepAsync(NodeStepKind.Storage, Node)).Error);
        await NothingIsLeftAsync(site);
    }

    [Fact]
    public async Task Bcaches_reach_the_machine_a_second_run_writes_nothing_and_a_design_without_them_removes_them()
    {
        const string Without =
            "      data_disk:\n        volume_group: data\n      sdx: {partitions: [{name: a, size: 20g}, {name: b, size: 10g}]}\n"
            + "      sdy: {partitions: [{name: rest, size: 200g}]}\n      sdz: {partitions: [{name: rest, size: 200g}]}\n";
        await using var site = await StartAsync(("      data_disk:\n        volume_group: data\n", """
                  sdx: {partitions: [{name: a, size: 20g}, {name: b, size: 10g}]}
                raids:
                  md0: {level: raid-1, devices: [sdy, sdz]}
                bcaches:
                  bcache0:
                    backing_device: data_disk
                    cache_device: sdx/a
                    cache_mode: writeback
                    volume_group: data
                  bcache1:
                    backing_device: md0
                    cache_device: sdx/a
                    filesystem: {mountpoint: /srv/slow, fstype: xfs}

            """));
        await site.PrepareAsync(NodeStepKind.Deploy, Node);
        Assert.Equal(
            ["bcache0 writeback", "bcache1 writethrough"], site.Look(Node, m => m.Bcaches.Select(b => $"{b.Name} {b.CacheMode}").ToList()));
        Assert.Equal("/srv/slow", site.Look(Node, m => m.BlockDevices.Single(d => d.FullName == "bcache1").Filesystem!.MountPoint));
        Assert.Equal(
            ["md0 (raid-1 on sdy, sdz)", "bcache0 (writeback on sdb, cache sdx/a)", "bcache1 (writethrough on md0, "
                + "cache sdx/a)", "data on bcache0"],
            (await site.StepAsync(NodeStepKind.StorageTemplate, Node)).Messages.Select(m => m.Split(':')[0])
                .SkipWhile(m => !m.StartsWith("md0", StringComparison.Ordinal)));
        Assert.Equal("bcache0",
            site.Look(Node, m => m.VolumeGroups.Single().Members.OfType<Simulator.State.SimulatedBlockDevice>().Single().Name));
        await NothingIsLeftAsync(site);

        site.Look(Node, m => m.Status = MachineStatus.Ready);
        Assert.Empty(await DriftAsync(site, site.Design));
        var without = Read(("      data_disk:\n        volume_group: data\n", Without));
        Assert.Contains(await DriftAsync(site, without), d => d.ResourceKind == ResourceKind.VolumeGroup && d.DesignValue == "on sdb");
        var node = without.Nodes.First(n => n.Name == Node);
        var step = NodeStepRun.Create(site.Session, new StorageStepOptions { Timing = SimulatedSite.Timing }, site.Observer);
        Assert.Null((await step.RunAsync(new NodeStepInput { Node = node }, TestContext.Current.CancellationToken)).Error);
        Assert.Equal((0, 0, 0), site.Look(Node, m => (m.Bcaches.Count, m.CacheSets.Count, m.Raids.Count)));
        Assert.Empty(await DriftAsync(site, without));
    }

    [Fact]
    public async Task A_mirrored_root_is_deployed_and_a_second_run_writes_nothing()
    {
        const string Root = "          - name: root\n            size: '>40g'\n            bootable: true\n"
            + "            filesystem: {mountpoint: /, fstype: ext4, mount_options: defaults}\n";
        await using var site = await StartAsync(
            (Root, "          - {name: root, size: 50g}\n"),
            ("      data_disk:\n        volume_group: data\n", """
                  data_disk: {partitions: [{name: root, size: 50g}, {name: data, size: 200g, volume_group: data}]}
                raids:
                  md0:
                    level: raid-1
                    devices: [system_disk/root, data_disk/root]
                    filesystem: {mountpoint: /, fstype: ext4}

            """));
        await site.PrepareAsync(NodeStepKind.Deploy, Node);
        Assert.Equal("/", site.Look(Node, m => m.BlockDevices.Single(d => d.FullName == "md0").Filesystem!.MountPoint));
        Assert.Equal(MachineStatus.Deployed, site.Look(Node, m => m.Status));
        await NothingIsLeftAsync(site);
        site.Look(Node, m => m.Status = MachineStatus.Ready);
        Assert.Empty(await DriftAsync(site, site.Design));
    }

    private static async Task<IEnumerable<DesignDrift>> DriftAsync(SimulatedSite site, SiteDesign design)
    {
        var drift = await DesignComparison.Create(site.Session, new ComparisonOptions { BootActionRenderer = new BootActionRenderer() })
            .CompareAsync(design, null, TestContext.Current.CancellationToken);
        return drift.Where(d => d.Target == Node && d.Scope == ChangeScope.Disk);
    }

    private static async Task NothingIsLeftAsync(SimulatedSite site)
    {
        site.Simulator.ResetRequests();
        var again = await site.StepAsync(NodeStepKind.Storage, Node);
        Assert.Null(again.Error);
        Assert.Equal(0, site.Writes);
    }

    private static Task<SimulatedSite> StartAsync(params (string Text, string By)[] changes) => SimulatedSite.StartAsync(Read(changes));

    private static SiteDesign Read(params (string Text, string By)[] changes)
    {
        var folder = Path.Combine(TestFolders.Root, "examples", "site");
        var sources = Directory.GetFiles(folder, "*.yaml").Order(StringComparer.Ordinal)
            .Select(f => Path.GetFileName(f) == "profiles.yaml" ? Changed(f, changes) : DesignSource.FromFile(f));
        return DesignReader.Read([.. sources], null, TestContext.Current.CancellationToken);
    }

    private static DesignSource Changed(string file, (string Text, string By)[] changes)
    {
        var text = File.ReadAllText(file).ReplaceLineEndings("\n");
        foreach (var (old, by) in changes)
        {
            Assert.Contains(old, text, StringComparison.Ordinal);
            text = text.Replace(old, by.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        }

        return DesignSource.FromText(file, text);
    }
}
