using System.Runtime.CompilerServices;
using Drydock.Maas.Api;
using Drydock.Maas.Design;
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
        _racks = new(token => RackRegister.ReadAsync(client, token));
    }

    /// <summary>The node's machine; throws when there is none, more than one, or a rack controller.</summary>
    public async Task<Machine> FindAsync(DrydockNode node, CancellationToken token)
    {
        RefuseSharedIdentity(node);
        var hardware = await ByHardwareAsync(node, token).ConfigureAwait(false);
        var named = await _machines.ByHostnameAsync(node.Name, token).ConfigureAwait(false);
        if (hardware.Count == 0)
            await RefuseNamesakesAsync(node, named, token).ConfigureAwait(false);
        var candidates = hardware.Concat(named).DistinctBy(m => m.SystemId).ToList();
        return candidates switch
        {
            [var only] => only,
            [] => throw await NotFoundAsync(node, token).ConfigureAwait(false),
            _ => throw new NodeException(
                NodeErrorIds.AmbiguousMachine,
                $"Node {node.Name} matches more than one machine: "
                    + $"{string.Join(", ", candidates.Select(m => Describe(m, hardware, named)))}. "
                + "Give the node a unique BMC address or boot MAC, or rename or remove the other machine."),
        };
    }

    private async Task<IReadOnlyList<Machine>> ByHardwareAsync(DrydockNode node, CancellationToken token)
    {
        var found = new List<Machine>();
        if (SiteIdentities.BmcOf(node) is { } bmc)
        {
            var controllers = await _power.ListControllersAsync(_since, token).ConfigureAwait(false);
            foreach (var id in controllers.FindMachines(bmc))
                found.Add(await _machines.ReadAsync(id, token).ConfigureAwait(false));
        }

        // A controller's address may have moved to another machine; a NIC that was replaced is in none.
        if (node.BootMac is { Length: > 0 } mac && !found.Exists(m => HasMac(m, mac)))
            found.AddRange(await _machines.ByMacAsync(mac, token).ConfigureAwait(false));
        return found;
    }

    /// <summary>Refuses a machine that has nothing but its name in common with the node, and hardware that says otherwise.</summary>
    private async Task RefuseNamesakesAsync(DrydockNode node, IReadOnlyList<Machine> named, CancellationToken token)
    {
        foreach (var machine in named)
        {
            var otherwise = await BmcAsync(machine, node, token).ConfigureAwait(false) is { } bmc
                ? $"BMC address {bmc}, not {node.Oob.Address}"
                : node.BootMac is { Length: > 0 } mac && machine.Interfaces.Count > 0 ? $"no interface with MAC {mac}" : null;
            if (otherwise is not null)
            {
                throw new NodeException(
                    NodeErrorIds.AmbiguousMachine,
                    $"Machine {machine.Hostname} ({machine.SystemId}) is called like node {node.Name}, but it has {otherwise}. "
                    + "Correct the design, or the machine's power parameters in MAAS, or rename the machine if it is another one.");
            }
        }
    }

    private async Task<string?> BmcAsync(Machine machine, DrydockNode node, CancellationToken token)
    {
        if (SiteIdentities.BmcOf(node) is null)
            return null;
        var controllers = await _power.ListControllersAsync(_since, token).ConfigureAwait(false);
        // A host name may well stand for the design's address.
        return controllers.FindAddress(machine) is { IsNumber: true } address ? address.Host : null;
    }

    private static bool HasMac(Machine machine, string mac) => machine.Interfaces.Any(i => i.Mac == MacNumber.Read(mac));

    private async Task<NodeException> NotFoundAsync(DrydockNode node, CancellationToken token)
    {
        var racks = await _racks.GetAsync(token).ConfigureAwait(false);
        if (racks.Match(node) is { } rack)
        {
            return new NodeException(
                NodeErrorIds.RackControllerNotTouched,
                $"Node {node.Name} is rack controller {rack} in MAAS; rack controllers are never touched.");
        }

        string?[] tried =
        [
            $"host name {node.Name}",
            node.Oob.Address is { } a ? $"BMC address {a}" : null,
            node.BootMac is { } m ? $"boot MAC {m}" : null,
        ];
        return new NodeException(
            NodeErrorIds.MachineNotFound,
            $"MAAS has no machine for node {node.Name} (looked for {string.Join(", ", tried.Where(t => t is not null))}). "
            + "Let it boot from the network once so that MAAS enlists it, make it with Add-MaasNode, or correct the design.");
    }

    /// <summary>Two nodes of one address cannot be told apart, whatever MAAS holds.</summary>
    private static void RefuseSharedIdentity(DrydockNode node)
    {
        if (Identities.GetValue(node.Site, site => new(site.Nodes)).FindTwin(node) is { } twin)
        {
            throw new NodeException(
                NodeErrorIds.AmbiguousMachine,
                $"Nodes {node.Name} and {twin.Name} have the same BMC address or boot MAC in the design; they cannot be told apart.");
        }
    }

    private static string Describe(Machine machine, IReadOnlyList<Machine> hardware, IReadOnlyList<Machine> named)
    {
        var why = new List<string>();
        if (hardware.Any(m => m.SystemId == machine.SystemId))
            why.Add("by BMC address or MAC");
        if (named.Any(m => m.SystemId == machine.SystemId))
            why.Add("by name");
        return $"{machine.Hostname} ({machine.SystemId}, {string.Join(" and ", why)})";
    }
}
