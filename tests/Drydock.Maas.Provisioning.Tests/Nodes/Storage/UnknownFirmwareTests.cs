using Drydock.Maas.Design;
using Drydock.Maas.Planning;
using Drydock.Maas.Provisioning.Nodes.Storage;
using Drydock.Maas.Provisioning.Tests.InProcess;
using Drydock.Maas.Simulator.State;
using static Drydock.Maas.Provisioning.Tests.Builders.StorageDesign;

namespace Drydock.Maas.Provisioning.Tests.Nodes.Storage;

/// <summary>Machines whose last boot MAAS does not know, and such that are no PCs.</summary>
public sealed class UnknownFirmwareTests
{
    public static TheoryData<string> Roots => ["40g", ">40g"];

    [Theory]
    [MemberData(nameof(Roots))]
    public async Task The_EFI_partition_of_a_machine_whose_controller_says_UEFI_stays(string root)
    {
        using var maas = await StartAsync(m => m.BiosBootMethod = null, [Disk("sda", Root(root), Partition("var", "10g", "/var"))]);

        var first = await RunAsync(maas);
        var efi = Assert.Single(Efi(maas));
        var second = await RunAsync(maas);

        Assert.Equal((StepStatus.Changed, StepStatus.Unchanged), (first.Status, second.Status));
        Assert.Same(efi, Assert.Single(Efi(maas)));
    }

    [Fact]
    public async Task A_mirrored_root_of_such_a_machine_gets_an_EFI_partition()
    {
        using var maas = await StartAsync(
            m => m.BiosBootMethod = null,
            [Disk("sda", Free("root", "40g")), Disk("sdb", Free("root", "40g"))],
            Raid("md0", "raid-1", ["sda/root", "sdb/root"]) with { Filesystem = Filesystem("/", "ext4", "defaults") });

        Assert.Equal(StepStatus.Changed, (await RunAsync(maas)).Status);
        Assert.Single(Efi(maas));
        Assert.Equal(StepStatus.Unchanged, (await RunAsync(maas)).Status);
    }

    [Theory]
    [MemberData(nameof(Roots))]
    public async Task What_is_mounted_at_boot_efi_is_never_in_the_way(string root)
    {
        using var maas = await StartAsync(m => m.BiosBootMethod = "uefi", [Disk("sda", Root(root))]);
        await RunAsync(maas);
        // Neither its last boot nor its controller tells any more.
        maas.MachineOf("node1").BiosBootMethod = null;
        maas.MachineOf("node1").PowerParameters["power_boot_type"] = "auto";

        var plan = await RunAsync(maas, planOnly: true);

        Assert.DoesNotContain(plan.Changes, c => c.Action == ChangeAction.Delete);
        if (root == "40g")
            Assert.Equal(StepStatus.Unchanged, plan.Status);
    }

    [Theory]
    [InlineData("ppc64el/generic", "powernv")]
    [InlineData("ppc64el/generic", "uefi")]
    [InlineData("arm64/generic", "pxe")]
    [InlineData("arm64/generic", "uefi")]
    public async Task Other_machines_than_PCs_are_filled_to_the_brim_and_left_alone_then(string architecture, string method)
    {
        using var maas = await StartAsync(
            m => (m.Architecture, m.BiosBootMethod) = (architecture, method),
            [Disk("sda", Root("20g"), Partition("var", ">10g", "/var")), Disk("sdb", Partition("srv", ">1g", "/srv"))]);

        var first = await RunAsync(maas);
        var second = await RunAsync(maas);

        Assert.Equal((StepStatus.Changed, null), (first.Status, first.Error?.Message));
        Assert.Equal((StepStatus.Unchanged, null), (second.Status, second.Error?.Message));
    }

    private static IEnumerable<SimulatedPartition> Efi(InProcessMaas maas) => maas.MachineOf("node1").BlockDevices
        .SelectMany(d => d.Partitions).Where(p => p.Filesystem?.MountPoint == "/boot/efi");

    private static async Task<InProcessMaas> StartAsync(
        Action<SimulatedMachine> set, IReadOnlyList<StorageDevice> disks, params IReadOnlyList<StorageRaid> raids)
    {
        var node = new DrydockNode
        {
            Name = "node1",
            Domain = "maas",
            BootMac = "52:54:00:00:00:01",
            Oob = new OobSettings { Type = "ipmi", Address = "10.9.9.1", Account = "root", Credential = "calvin" },
            StorageDevices = disks,
            Raids = raids,
        };
        var maas = await InProcessMaas.StartAsync(new SiteDesign([], [], [node]));
        maas.Commission();
        Assert.All(await maas.RunAsync(NodeStepKind.Identity), r => Assert.Null(r.Error));
        maas.MachineOf("node1").PowerParameters["power_boot_type"] = "efi";
        set(maas.MachineOf("node1"));
        return maas;
    }

    private static async Task<DrydockStepResult> RunAsync(InProcessMaas maas, bool planOnly = false) => await NodeStepRun
        .Create(maas.Session, new StorageStepOptions(), new EndToEnd.QuietObserver { PlanOnly = planOnly })
        .RunAsync(new() { Node = maas.Design.Nodes[0] }, TestContext.Current.CancellationToken);
}
