using Drydock.Maas.Api;
using Drydock.Maas.Models;
using Drydock.Maas.Planning;
using Drydock.Maas.Provisioning.Engine.Plans;

namespace Drydock.Maas.Provisioning.Nodes.Network;

/// <summary>Plans other names for bridges that stand where the design wants one: they keep their links and what stands on them.</summary>
internal static class BridgeRenames
{
    /// <summary>Plans the renames first of all; answers the machine as it is then.</summary>
    public static Machine Plan(PlanBuilder<MachineContext> builder, Machine machine, IReadOnlyList<DesiredInterface> interfaces)
    {
        foreach (var desired in interfaces.Where(d => d.Bridge is not null))
        {
            if (Find(machine, desired, interfaces) is not { } bridge)
                continue;
            var renamed = Rename(machine, bridge, desired.Name);

            // One that has to go all the same needs no name for that.
            if (StaleInterfacePlanner.Plan(new PlanBuilder<MachineContext>(), renamed, interfaces).Contains(desired.Name))
                continue;
            machine = renamed;
            builder.Add(NetworkChange.Set(bridge.Name, ChangeProperty.Name, bridge.Name, desired.Name), async (context, token) => context.KeepBridge(
                await context.Client.Interfaces
                    .UpdateAsync(context.SystemId, bridge.Id, new InterfaceUpdate { Name = desired.Name, Tags = InterfaceTags.ToKeep(bridge) }, token).ConfigureAwait(false)));
        }

        return machine;
    }

    private static NetworkInterface? Find(Machine machine, DesiredInterface desired, IReadOnlyList<DesiredInterface> interfaces)
    {
        if (machine.Interfaces.Any(i => i.Name == desired.Name))
            return null;
        var parent = desired.Bridge!.ParentIn(machine, new HashSet<string>());
        return machine.Interfaces.FirstOrDefault(i =>
            i.Type == "bridge" && i.Parents is [var only] && only == parent && interfaces.All(d => d.Name != i.Name));
    }

    private static Machine Rename(Machine machine, NetworkInterface bridge, string name) => machine with
    {
        Interfaces =
        [
            .. machine.Interfaces.Select(i => i.Id == bridge.Id ? i with { Name = name } : i with
            {
                Parents = [.. i.Parents.Select(n => n == bridge.Name ? name : n)],
                Children = [.. i.Children.Select(n => n == bridge.Name ? name : n)],
            }),
        ],
    };
}
