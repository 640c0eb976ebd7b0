using Drydock.Maas.Api;
using Drydock.Maas.Design;
using Drydock.Maas.Identity;
using Drydock.Maas.Planning;
using Drydock.Maas.Provisioning.Engine.Observe;
using Drydock.Maas.Provisioning.Engine.Plans;

namespace Drydock.Maas.Provisioning.Nodes.Identity;

/// <summary>Plans the machine of a node that MAAS does not know.</summary>
internal static class EnlistPlanner
{
    private const string Manual = "manual";

    /// <summary>Plans one machine that is New: name, domain, power parameters and, where the design knows it, the boot MAC.</summary>
    /// <param name="node">The node.</param>
    /// <param name="architecture">The architecture, which no design tells.</param>
    /// <exception cref="NodeException">DesignInvalid: the design does not say enough for MAAS to take the machine.</exception>
    public static Plan Plan(DrydockNode node, string architecture)
    {
        var power = NodePower.Read(node, useNodeOobParameters: true);
        var type = power?.Type ?? (node.Oob.Type == Manual ? Manual : throw Incomplete(
            node, "the design says nothing of its management controller that MAAS could use (oob.type, and its address on oob.network)"));
        var identity = new NodeIdentity(node);
        // MAAS goes by the controller alone with IPMI only.
        if (!identity.HasMac && type != "ipmi")
            throw Incomplete(node, $"MAAS takes a machine with power type {type} only with a MAC address (metadata.boot_mac)");
        var request = new MachineCreateRequest
        {
            Hostname = node.Name,
            Domain = node.Domain,
            Architecture = architecture.Contains('/', StringComparison.Ordinal) ? architecture : $"{architecture}/generic",
            MacAddresses = identity.Mac is { } mac ? [mac.Text] : [],
            PowerType = type,
            PowerParameters = power?.Parameters ?? new Dictionary<string, string>(),
        };
        return new(new EnlistMachine(request, power));
    }

    private static NodeException Incomplete(DrydockNode node, string why) => new(
        ErrorIds.DesignInvalid,
        $"Node {node.Name} cannot be enlisted: {why}. Complete the design, or let it boot from the network once so that MAAS enlists it.");
}
