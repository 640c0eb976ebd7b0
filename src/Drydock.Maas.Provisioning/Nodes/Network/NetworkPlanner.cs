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
        machine = DeploymentBridges.Hide(machine, node.Interfaces.Select(i => i.Name).ToHashSet(StringComparer.Ordinal));
        var builder = new PlanBuilder<MachineContext>();
        var reader = new DesiredNetworkReader(node, machine, site, names);
        var network = new MachineNetwork(machine, reader.Read());
        foreach (var message in reader.Messages)
            builder.Say(message);

        Add(Bridge.PlanRenames(network));
        foreach (var message in LongNames.Check(node, network))
            builder.Say(message);
        Add(StaleInterfaces.Plan(network));
        Add(Bond.PlanReleases(network));
        Add(network.Desired.SelectMany(d => d.Plan(network)));
        Add(SubnetLink.PlanUnlinks(network));
        Add(GatewayChoice.PlanClearing(network));
        Add(SubnetLink.PlanLinks(network));
        return builder.Build();

        void Add(IEnumerable<InterfaceOperation> operations)
        {
            foreach (var operation in operations.ToList())
            {
                builder.Add(operation);
                network = operation.Expect(network);
                if (operation is LinkSubnet { Wanted.Address: not null } link)
                    builder.Require(FreeAddress.For(node, network, link));
            }
        }
    }
}
