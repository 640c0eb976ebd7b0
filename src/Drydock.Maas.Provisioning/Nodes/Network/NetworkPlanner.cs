using Drydock.Maas.Design;
using Drydock.Maas.Models;
using Drydock.Maas.Planning;
using Drydock.Maas.Provisioning.Engine.Observe;
using Drydock.Maas.Provisioning.Engine.Plans;

namespace Drydock.Maas.Provisioning.Nodes.Network;

/// <summary>Compares a machine's interfaces with its node's; what is right is not touched.</summary>
internal static class NetworkPlanner
{
    /// <summary>Each plans for the network as those before it leave it.</summary>
    private static readonly IReadOnlyList<Func<MachineNetwork, IEnumerable<InterfaceOperation>>> Planners =
    [
        StaleInterfaces.Plan,
        Bond.PlanReleases,
        network => network.Desired.SelectMany(d => d.Plan(network)),
        SubnetLink.PlanUnlinks,
        GatewayChoice.PlanClearing,
        SubnetLink.PlanLinks,
    ];

    /// <summary>Plans the network; empty when it is as designed.</summary>
    /// <param name="node">The node.</param>
    /// <param name="machine">Its machine.</param>
    /// <param name="site">Fabrics and subnets.</param>
    /// <param name="names">Real names of device aliases.</param>
    public static Plan Plan(DrydockNode node, Machine machine, SiteSnapshot site, DeviceNames names)
    {
        var seen = DeploymentBridges.Hide(machine, node.Interfaces.Select(i => i.Name).ToHashSet(StringComparer.Ordinal));
        var reader = new DesiredNetworkReader(node, seen, site, names);
        var network = new MachineNetwork(seen, reader.Read());
        List<InterfaceOperation> operations = [.. Bridge.PlanRenames(network)];
        network = operations.Aggregate(network, (n, o) => o.Expect(n));
        var longNames = LongNames.Check(node, network);
        foreach (var planner in Planners)
        {
            var planned = planner(network).ToList();
            network = planned.Aggregate(network, (n, o) => o.Expect(n));
            operations.AddRange(planned);
        }

        return new(operations
            .Select(o => o is LinkSubnet { Wanted.Address: not null } link ? link with { Preconditions = [FreeAddress.For(node, network, link)] } : o)
            .Select(o => o with { Subjects = FindNics(o, machine) }))
        {
            Messages = [.. reader.Messages, .. longNames],
        };
    }

    /// <summary>The NICs that an operation is done to, or to what stands on them, each told apart from another of its name.</summary>
    private static IReadOnlyList<ChangeSubject> FindNics(InterfaceOperation operation, Machine machine) =>
    [
        .. from nic in machine.Interfaces
           where nic.Type == "physical" && (nic.Name == operation.Interface || operation.Parents.Contains(nic.Name))
           select new ChangeSubject(ResourceKind.Interface, nic.Name, nic.Mac.Canonical),
    ];
}
