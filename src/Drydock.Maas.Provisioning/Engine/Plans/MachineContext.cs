using Drydock.Maas.Api;
using Drydock.Maas.Models;
using Drydock.Maas.Planning;

namespace Drydock.Maas.Provisioning.Engine.Plans;

/// <summary>A machine while a plan is applied to it: the answers of our own writes are its newest state.</summary>
/// <param name="client">The client.</param>
/// <param name="machine">The machine as it was planned for.</param>
/// <param name="observer">Whom the step works for.</param>
/// <param name="node">The name of its node.</param>
internal sealed class MachineContext(IMaasClient client, Machine machine, IStepObserver observer, string node)
{
    public IMaasClient Client { get; } = client;

    /// <summary>Whom the step works for.</summary>
    public IStepObserver Observer { get; } = observer;

    public string SystemId => Machine.SystemId;

    /// <summary>The machine as last seen, our own writes included.</summary>
    public Machine Machine { get; set; } = machine;

    /// <summary>Ids of the storage that the plan has made, by kind and name; those of RAIDs and bcaches are of their block devices.</summary>
    public Dictionary<(ResourceKind Kind, string Name), int> MadeIds { get; } = [];

    /// <summary>Tells what deserves attention and ends nothing.</summary>
    public void Warn(string text) => Observer.Warn($"{node}: {text}");

    public NetworkInterface Interface(string name) =>
        Machine.Interfaces.FirstOrDefault(i => i.Name == name)
        ?? throw new NodeException(ErrorIds.InterfaceNotFound, $"Machine {Machine} has no interface {name} any more.");

    public BlockDevice BlockDevice(string name) =>
        Machine.BlockDevices.FirstOrDefault(d => d.Name == name)
        ?? throw new NodeException(ErrorIds.BlockDeviceNotFound, $"Machine {Machine} has no block device {name} any more.");

    /// <summary>Keeps the newest state of an interface.</summary>
    public void KeepInterface(NetworkInterface answer) =>
        Machine = Machine with { Interfaces = [.. Machine.Interfaces.Where(i => i.Id != answer.Id), answer] };

    /// <summary>Forgets an interface that was deleted.</summary>
    public void ForgetInterface(int id) => Machine = Machine with { Interfaces = [.. Machine.Interfaces.Where(i => i.Id != id)] };

    /// <summary>Forgets a logical volume that was deleted: the next may have its name.</summary>
    public void ForgetBlockDevice(int id) => Machine = Machine with { BlockDevices = [.. Machine.BlockDevices.Where(d => d.Id != id)] };

    /// <summary>Keeps the newest state of a block device.</summary>
    public void KeepBlockDevice(BlockDevice answer) =>
        Machine = Machine with { BlockDevices = [.. Machine.BlockDevices.Where(d => d.Id != answer.Id), answer] };
}
