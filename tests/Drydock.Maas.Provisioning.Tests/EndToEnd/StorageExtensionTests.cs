using Drydock.Maas.Design;

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
        Assert.Equal(["tmpfs /tmp size=2G"], site.Look(Node, m => m.SpecialFilesystems.Select(f => $"{f.Type} {f.MountPoint} {f.MountOptions}").ToList()));
        Assert.Equal("none", site.Look(Node, m => m.BlockDevices.Single(d => d.Name == "data-swap").Filesystem!.MountPoint));
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
        Assert.Equal("/srv/fast", site.Look(Node, m => m.BlockDevices.Single(d => d.Name == "md1").Filesystem!.MountPoint));
        Assert.Equal("md0", site.Look(Node, m => m.VolumeGroups.Single().Members.OfType<Simulator.Machines.SimulatedBlockDevice>().Single().Name));
        await NothingIsLeftAsync(site);
        site.Look(Node, m => m.BlockDevices.Single(d => d.Name == "md1").Filesystem = null);
        Assert.Null((await site.StepAsync(NodeStepKind.Storage, Node)).Error);
        await NothingIsLeftAsync(site);
    }

    private static async Task NothingIsLeftAsync(SimulatedSite site)
    {
        site.Simulator.ResetRequests();
        var again = await site.StepAsync(NodeStepKind.Storage, Node);
        Assert.Null(again.Error);
        Assert.Equal(0, site.Writes);
    }

    private static Task<SimulatedSite> StartAsync(params (string Text, string By)[] changes)
    {
        var folder = Path.Combine(TestFolders.Root, "examples", "site");
        var sources = Directory.GetFiles(folder, "*.yaml").Order(StringComparer.Ordinal)
            .Select(f => Path.GetFileName(f) == "profiles.yaml" ? Changed(f, changes) : DesignSource.FromFile(f));
        return SimulatedSite.StartAsync(DesignReader.Read([.. sources], null, TestContext.Current.CancellationToken));
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
