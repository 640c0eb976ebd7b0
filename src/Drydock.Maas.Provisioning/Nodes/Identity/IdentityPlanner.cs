using Drydock.Maas.Api;
using Drydock.Maas.Design;
using Drydock.Maas.Models;
using Drydock.Maas.Planning;
using Drydock.Maas.Provisioning.Engine.Observe;
using Drydock.Maas.Provisioning.Engine.Plans;

namespace Drydock.Maas.Provisioning.Nodes.Identity;

/// <summary>Compares name, domain and power parameters of a machine with its node.</summary>
internal static class IdentityPlanner
{
    /// <summary>Plans one update of the machine, or nothing.</summary>
    /// <param name="node">The node.</param>
    /// <param name="machine">Its machine.</param>
    /// <param name="wanted">Power parameters the design asks for; null to leave power alone.</param>
    /// <param name="present">The machine's power parameters; needed only with <paramref name="wanted"/>.</param>
    public static Plan Plan(DrydockNode node, Machine machine, NodePower? wanted = null, PowerParameters? present = null)
    {
        var isNamed = string.Equals(machine.Hostname, node.Name, StringComparison.OrdinalIgnoreCase);
        return new(new SetIdentity(machine, isNamed ? null : node.Name, machine.Domain?.Name == node.Domain ? null : node.Domain, wanted, present)
        {
            Preconditions = isNamed ? [] : [new FreeHostname(node.Name, machine)],
        });
    }
}
