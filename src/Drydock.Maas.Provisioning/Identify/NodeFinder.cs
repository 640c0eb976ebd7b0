using System.Runtime.CompilerServices;
using Drydock.Maas.Api;
using Drydock.Maas.Design;
using Drydock.Maas.Models;
using Drydock.Maas.Provisioning.Observe;

namespace Drydock.Maas.Provisioning.Identify;

/// <summary>Finds the machine of a node by BMC address, boot MAC or host name, in a constant number of requests for any number of nodes.</summary>
internal sealed class NodeFinder
{
    private static readonly ConditionalWeakTable<SiteDesign, ILookup<string, DrydockNode>> Identities = [];

    private readonly MachineReader _machines;
    private readonly SharedRead<ILookup<string, string>> _idsByPowerAddress;
    private readonly SharedRead<RackRegister> _racks;

    public NodeFinder(IMaasClient client, MachineReader machines)
    {
        _machines = machines;
        _idsByPowerAddress = new(async token => PowerAddresses(await client.Machines.GetPowerParametersAsync(null, token).ConfigureAwait(false)));
        _racks = new(token => RackRegister.ReadAsync(client, token));
    }

    /// <summary>The node's machine; throws when there is none, more than one, or a rack controller.</summary>
    public async Task<Machine> FindAsync(DrydockNode node, CancellationToken token)
    {
        RefuseSharedIdentity(node);
        var hardware = await ByHardwareAsync(node, token).ConfigureAwait(false);
        var named = await _machines.ByHostnameAsync(node.Name.ToLowerInvariant(), token).ConfigureAwait(false);
        var candidates = hardware.Concat(named).DistinctBy(m => m.SystemId).ToList();
        return candidates switch
        {
            [var only] => only,
            [] => throw await NotFoundAsync(node, token).ConfigureAwait(false),
            _ => throw new NodeException(
                NodeErrorIds.AmbiguousMachine,
                $"Node {node.Name} matches more than one machine: {string.Join(", ", candidates.Select(m => Describe(m, hardware, named)))}. "
                + "Give the node a unique BMC address or boot MAC, or rename or remove the other machine."),
        };
    }

    private async Task<IReadOnlyList<Machine>> ByHardwareAsync(DrydockNode node, CancellationToken token)
    {
        var found = new List<Machine>();
        if (node.Oob is { Type: "ipmi" or "redfish", Address: { } address })
        {
            var ids = await _idsByPowerAddress.GetAsync(token).ConfigureAwait(false);
            foreach (var id in ids[ControllerAddress.Normalize(address)])
                found.Add(await _machines.ReadAsync(id, token).ConfigureAwait(false));
        }

        if (found.Count == 0 && node.BootMac is { Length: > 0 } mac)
            found.AddRange(await _machines.ByMacAsync(mac, token).ConfigureAwait(false));
        return found;
    }

    private async Task<NodeException> NotFoundAsync(DrydockNode node, CancellationToken token)
    {
        var racks = await _racks.GetAsync(token).ConfigureAwait(false);
        if (racks.Match(node) is { } rack)
        {
            return new NodeException(
                NodeErrorIds.RackControllerNotTouched, $"Node {node.Name} is rack controller {rack} in MAAS; rack controllers are never touched.");
        }

        string?[] tried = [$"host name {node.Name}", node.Oob.Address is { } a ? $"BMC address {a}" : null, node.BootMac is { } m ? $"boot MAC {m}" : null];
        return new NodeException(
            NodeErrorIds.MachineNotFound,
            $"MAAS has no machine for node {node.Name} (looked for {string.Join(", ", tried.Where(t => t is not null))}). "
            + "Let it boot from the network once so that MAAS enlists it, or correct the design.");
    }

    /// <summary>Two nodes of one address cannot be told apart, whatever MAAS holds.</summary>
    private static void RefuseSharedIdentity(DrydockNode node)
    {
        var identities = Identities.GetValue(node.Site, SiteIdentities);
        var twin = IdentitiesOf(node).SelectMany(identity => identities[identity]).FirstOrDefault(other => !ReferenceEquals(other, node));
        if (twin is not null)
        {
            throw new NodeException(
                NodeErrorIds.AmbiguousMachine,
                $"Nodes {node.Name} and {twin.Name} have the same BMC address or boot MAC in the design; they cannot be told apart.");
        }
    }

    private static ILookup<string, DrydockNode> SiteIdentities(SiteDesign site) =>
        site.Nodes.SelectMany(n => IdentitiesOf(n).Select(identity => (identity, n))).ToLookup(x => x.identity, x => x.n, StringComparer.OrdinalIgnoreCase);

    private static IEnumerable<string> IdentitiesOf(DrydockNode node)
    {
        if (node.Oob is { Type: "ipmi" or "redfish", Address: { } address })
            yield return $"bmc {address}";
        if (node.BootMac is { Length: > 0 } mac)
            yield return $"mac {mac}";
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

    private static ILookup<string, string> PowerAddresses(IReadOnlyDictionary<string, PowerParameters> parameters) =>
        parameters.Where(p => !string.IsNullOrEmpty(p.Value.PowerAddress)).ToLookup(p => ControllerAddress.Normalize(p.Value.PowerAddress!), p => p.Key, StringComparer.OrdinalIgnoreCase);
}
