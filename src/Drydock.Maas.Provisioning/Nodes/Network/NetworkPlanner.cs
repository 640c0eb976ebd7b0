using Drydock.Maas.Design;
using Drydock.Maas.Models;
using Drydock.Maas.Provisioning.Engine.Observe;
using Drydock.Maas.Provisioning.Engine.Plans;

namespace Drydock.Maas.Provisioning.Nodes.Network;

/// <summary>Compares a machine's interfaces with its node's; what is right is not touched.</summary>
internal static class NetworkPlanner
{
    /// <summary>Plans the network; empty when it is as designed.</summary>
    /// <param name="node">The node.</param>
    /// <param name="machine">Its machine.</param>
    /// <param name="site">Fabrics and subnets.</param>
    /// <param name="names">Real names of device aliases.</param>
    public static Plan<MachineContext> Plan(DrydockNode node, Machine machine, SiteSnapshot site, DeviceNames names)
    {
        machine = AcquiredBridges.Hide(machine, node.Interfaces.Select(i => i.Name).ToHashSet(StringComparer.Ordinal));
        var builder = new PlanBuilder<MachineContext>();
        var reader = new DesiredNetworkReader(node, machine, site, names);
        var interfaces = reader.Read();
        foreach (var message in reader.Messages)
            builder.Say(message);

        machine = BridgeRenames.Plan(builder, machine, interfaces);
        LongNames.Check(builder, node, machine, interfaces);

        // What stands in the way goes first, what is new comes from the ground up, addresses last.
        var gone = StaleInterfacePlanner.Plan(builder, machine, interfaces);
        var bonds = BondRoom.Plan(builder, machine, interfaces, gone);
        foreach (var desired in interfaces.Where(d => d.Bridge is null))
            InterfacePlanner.Plan(builder, machine, desired, [.. interfaces.Where(d => d.Bridge?.Below == desired.Name)], gone, bonds);
        LinkPlanner.PlanUnlinks(builder, machine, interfaces, gone);
        machine = DefaultGatewayPlanner.Plan(builder, machine, interfaces, gone);
        foreach (var desired in interfaces)
            LinkPlanner.PlanLinks(builder, node, machine, desired, gone);
        return builder.Build();
    }
}
