using System.Runtime.CompilerServices;
using Drydock.Maas.Api;
using Drydock.Maas.Design;
using Drydock.Maas.Identity;
using Drydock.Maas.Models;
using Drydock.Maas.Provisioning.Engine.Observe;

namespace Drydock.Maas.Provisioning.Nodes.Identity;

/// <summary>
/// Finds the machine of a node by BMC address, boot MAC or host name, in a constant number of requests for any number of nodes.
/// </summary>
internal sealed class NodeFinder
{
    private static readonly ConditionalWeakTable<SiteDesign, SiteIdentities> Identities = [];

    private readonly MachineReader _machines;
    private readonly PowerRegister _power;
    private readonly long _since;
    private readonly SharedRead<RackRegister> _racks;

    /// <summary>Makes a finder.</summary>
    /// <param name="client">The server.</param>
    /// <param name="machines">Reads machines.</param>
    /// <param name="power">The machines' controllers.</param>
    /// <param name="since">The moment since which those were read, a time stamp of the clock.</param>
    public NodeFinder(IMaasClient client, MachineReader machines, PowerRegister power, long since)
    {
        _machines = machines;
        _power = power;
        _since = since;
        _racks = new(token => RackRegister.ReadAsync(client.RackControllers, token));
    }

    /// <summary>The node's machine; throws when there is none, more than one, or a rack controller.</summary>
    public async Task<Machine> FindAsync(DrydockNode node, CancellationToken token)
    {
        RefuseSharedIdentity(node);
        var identity = new NodeIdentity(node);
        var controllers = identity.Bmc is null ? BmcRegister.Empty : await _power.ListControllersAsync(_since, token).ConfigureAwait(false);
        var hardware = await ByHardwareAsync(identity, controllers, token).ConfigureAwait(false);
        var named = await _machines.ByHostnameAsync(node.Name, token).ConfigureAwait(false);
        var match = MachineMatch.Decide(identity, hardware, named, controllers);
        if (match.Conflict is { } conflict)
            throw new NodeException(ErrorIds.AmbiguousMachine, conflict.ToString());
        return match.Machine ?? throw await NotFoundAsync(node, token).ConfigureAwait(false);
    }

    private async Task<IReadOnlyList<Machine>> ByHardwareAsync(NodeIdentity node, BmcRegister controllers, CancellationToken token)
    {
        var found = new List<Machine>();
        foreach (var id in node.Bmc is { } bmc ? controllers.FindMachines(bmc) : [])
            found.Add(await _machines.ReadAsync(id, token).ConfigureAwait(false));

        // MAAS need not be asked whose the NIC is when that is known: a MAC address is one machine's.
        if (node.Mac is { } mac && !found.Exists(m => node.BootsFrom(m.Nics)))
            found.AddRange(await _machines.ByMacAsync(mac, token).ConfigureAwait(false));
        return found;
    }

    private async Task<NodeException> NotFoundAsync(DrydockNode node, CancellationToken token)
    {
        var racks = await _racks.GetAsync(token).ConfigureAwait(false);
        if (racks.FindConflict(node) is { } conflict)
            return new NodeException(ErrorIds.RackControllerNotTouched, conflict);
        return new NodeException(
            ErrorIds.MachineNotFound,
            $"MAAS has no machine for node {node.Name} (looked for {new NodeIdentity(node)}). "
            + "Let it boot from the network once so that MAAS enlists it, make it with Add-MaasNode, or correct the design.");
    }

    /// <summary>Two nodes of one address cannot be told apart, whatever MAAS holds.</summary>
    private static void RefuseSharedIdentity(DrydockNode node)
    {
        if (Identities.GetValue(node.Site, site => new(site.Nodes)).FindTwin(node) is { } twin)
        {
            throw new NodeException(
                ErrorIds.AmbiguousMachine,
                $"Nodes {node.Name} and {twin.Name} have the same BMC address or boot MAC in the design; they cannot be told apart.");
        }
    }
}
