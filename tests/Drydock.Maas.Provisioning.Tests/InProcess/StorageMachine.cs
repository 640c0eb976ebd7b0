using Drydock.Maas.Api;
using Drydock.Maas.Client;
using Drydock.Maas.Client.Connection;
using Drydock.Maas.Design;
using Drydock.Maas.Models;
using Drydock.Maas.Planning;
using Drydock.Maas.Provisioning.Engine.Observe;
using Drydock.Maas.Provisioning.Engine.Plans;
using Drydock.Maas.Provisioning.Nodes.Storage;
using Drydock.Maas.Provisioning.Tests.Builders;
using Drydock.Maas.Simulator;
using Drydock.Maas.Simulator.Lifecycle;
using Drydock.Maas.Simulator.Resources.Machines;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Provisioning.Tests.InProcess;

/// <summary>A commissioned machine with these disks in a simulated MAAS of its own: plans are made and carried out as by the storage step.</summary>
internal sealed class StorageMachine
{
    public const long Gigabyte = 1_000_000_000;

    private readonly string _systemId;

    private StorageMachine(IMaasClient client, string systemId) => (Client, _systemId) = (client, systemId);

    public IMaasClient Client { get; }

    public Machine Machine => Read(token => Client.Machines.GetAsync(_systemId, token));

    public IReadOnlyList<BlockDevice> Devices => Machine.BlockDevices;

    public IReadOnlyList<VolumeGroup> VolumeGroups => Read(token => Client.VolumeGroups.ListAsync(_systemId, token));

    public IReadOnlyList<Raid> Raids => Read(token => Client.Raids.ListAsync(_systemId, token));

    public IReadOnlyList<Bcache> Bcaches => Read(token => Client.Bcaches.ListAsync(_systemId, token));

    public IReadOnlyList<BcacheCacheSet> CacheSets => Read(token => Client.BcacheCacheSets.ListAsync(_systemId, token));

    /// <summary>A machine as commissioning leaves it: a root over the whole first disk.</summary>
    public static StorageMachine Commissioned(bool isUefi, params IReadOnlyList<(string Name, long Size)> disks)
    {
        var core = MaasSimulator.CreateCore(new() { Design = new SiteDesign([], [], []), Speed = 1 });
        var options = new MaasConnectionOptions { Url = "http://127.0.0.1:5240/MAAS", ApiKey = "a:b:c" };
        var session = Read(token => MaasConnector.ConnectAsync(options, new CoreHandler(core), token));
        var hardware = new HiddenHardware { Disks = disks, BootMethod = isUefi ? "uefi" : "pxe" };
        var machine = NewMachines.Add(core.State, hardware, "node1");
        new HardwareDiscovery(core.State).Run(machine, CommissionOptions.Default);
        machine.Status = MachineStatus.Ready;
        return new(session.Client, machine.SystemId);
    }

    public static StorageMachine Commissioned(params IReadOnlyList<(string Name, long Size)> disks) => Commissioned(isUefi: false, disks);

    public Partition MountedAt(string mountPoint) =>
        Devices.SelectMany(d => d.Partitions).First(p => p.Filesystem?.MountPoint == mountPoint);

    public Plan Plan(DrydockNode node) => Plan(node, Machine);

    /// <summary>Plans and carries it out; answers what was done.</summary>
    public Task<IReadOnlyList<PlannedChange>> ConvergeAsync(DrydockNode node)
    {
        var machine = Machine;
        return Plan(node, machine).ApplyAsync(Client, machine);
    }

    private Plan Plan(DrydockNode node, Machine machine) =>
        StoragePlanner.Plan(node, machine, new(VolumeGroups, Raids, Bcaches, CacheSets), DeviceNames.None);

    /// <summary>The simulator answers at once, so that nothing is waited for.</summary>
    private static T Read<T>(Func<CancellationToken, Task<T>> read) => read(TestContext.Current.CancellationToken).GetAwaiter().GetResult();
}
