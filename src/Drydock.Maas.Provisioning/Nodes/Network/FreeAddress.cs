using Drydock.Maas.Design;
using Drydock.Maas.Models;
using Drydock.Maas.Provisioning.Engine.Observe;
using Drydock.Maas.Provisioning.Engine.Plans;
using Drydock.Maas.Provisioning.Engine.Steps;

namespace Drydock.Maas.Provisioning.Nodes.Network;

/// <summary>A static address that an interface is to be linked with: nobody else holds it, and no dynamic range has it.</summary>
/// <param name="Node">The node that the design gives it.</param>
/// <param name="SystemId">The node's machine, whose own links are the plan's business.</param>
/// <param name="Interface">The interface.</param>
/// <param name="Subnet">The subnet.</param>
/// <param name="Address">The address.</param>
/// <param name="Macs">The MAC address of the interface, or those it may get when it is made; empty when they are not known.</param>
internal sealed record FreeAddress(
    DrydockNode Node, string SystemId, string Interface, Subnet Subnet, string Address, IReadOnlyList<Written<MacNumber>> Macs) : Precondition
{
    /// <summary>The address of a link that is to be made.</summary>
    public static FreeAddress For(DrydockNode node, MachineNetwork network, LinkSubnet link) =>
        new(node, network.Machine.SystemId, link.Interface, link.Wanted.Subnet, link.Wanted.Address!, FindMacs(network.Machine, link.Place.Owner));

    /// <inheritdoc/>
    public override async Task<NodeException?> FindBreachAsync(PreconditionReads reads, bool isRefused, CancellationToken token)
    {
        if (IPNumber.Parse(Address) is not { } wanted)
            return null;
        var taken = await reads.TakenAsync(Subnet.Id, token).ConfigureAwait(false);
        var purposes = taken.Where(t => AddressSpan.TryParse(t.Start, t.End)?.Contains(wanted) == true).SelectMany(t => t.Purpose).ToList();
        if (purposes.Contains("assigned-ip"))
        {
            foreach (var held in (await reads.AddressesAsync(Subnet.Id, token).ConfigureAwait(false)).Where(a => IPNumber.Parse(a.IPAddress) == wanted))
            {
                if (!await IsGivenUpAsync(held, reads, isRefused, token).ConfigureAwait(false))
                    return HeldBy(held);
            }
        }

        var range = purposes.Contains("dynamic") ? await FindRangeAsync(wanted, reads, token).ConfigureAwait(false) : null;
        return range ?? FindReserved(wanted, await reads.ReservedIPsAsync(token).ConfigureAwait(false));
    }

    /// <summary>The MAC address of an interface, which its VLAN interfaces have too, or those a bond may get that is not there yet.</summary>
    private static IReadOnlyList<Written<MacNumber>> FindMacs(Machine machine, DesiredInterface desired)
    {
        IReadOnlyList<string> names = machine.Interfaces.Any(i => i.Name == desired.Name) ? [desired.Name]
            : desired is Bridge bridge ? [bridge.Below]
            : desired.Nics;
        return [.. machine.Interfaces.Where(i => names.Contains(i.Name) && !i.Mac.IsEmpty).Select(i => i.Mac)];
    }

    /// <summary>MAAS links no interface with an address kept for another MAC address, nor one for which it keeps another address, on whatever subnet.</summary>
    private NodeException? FindReserved(IPNumber wanted, IReadOnlyList<ReservedIP> reserved)
    {
        if (Macs.Count == 0)
            return null;
        if (reserved.FirstOrDefault(r => IPNumber.Parse(r.IPAddress) == wanted && !Macs.Contains(MacNumber.Read(r.MacAddress))) is { } others)
            return new(ErrorIds.AddressInUse, $"{What} is kept for {Describe(others)}. Remove the reserved IP in MAAS, or correct the address in the design.");
        return Macs.Count == 1 && reserved.FirstOrDefault(r => MacNumber.Read(r.MacAddress) == Macs[0] && IPNumber.Parse(r.IPAddress) != wanted) is { } own
            ? new(ErrorIds.AddressInUse, $"{What} is not the one that MAAS keeps for {Describe(own)}, {own.IPAddress}: it gives that interface no other. "
                + "Remove the reserved IP in MAAS, or correct the address in the design.")
            : null;
    }

    private static string Describe(ReservedIP reserved) =>
        $"MAC address {reserved.MacAddress}{(string.IsNullOrEmpty(reserved.Comment) ? "" : $" ({reserved.Comment})")}";

    /// <summary>
    /// Whether the plan takes the address from the machine itself, or the design takes it from another node that may be changed: two nodes
    /// may well change their addresses with each other.
    /// </summary>
    private async Task<bool> IsGivenUpAsync(SubnetAddress held, PreconditionReads reads, bool isRefused, CancellationToken token)
    {
        if (AddressHolder.IsLease(held) || held.Bmcs.Count > 0 || held.NodeSummary is not { SystemId: { } holder, NodeType: 0 })
            return false;
        if (holder == SystemId)
            return true;
        if (isRefused || FindOther(held) is not { } other || HasAddress(other))
            return false;
        return await reads.FindMachineAsync(holder, token).ConfigureAwait(false) is not { } machine
            || StateRules.Network.GetBlocker(machine) is null;
    }

    private DrydockNode? FindOther(SubnetAddress held) => Node.Site.Nodes.FirstOrDefault(n =>
        !ReferenceEquals(n, Node) && string.Equals(n.Name, held.NodeSummary?.Hostname, StringComparison.OrdinalIgnoreCase));

    private bool HasAddress(DrydockNode node) => node.Addressing.Any(a => a.Type == "static" && IPNumber.Parse(a.Address) == IPNumber.Parse(Address));

    private NodeException HeldBy(SubnetAddress held)
    {
        var advice = FindOther(held) is { } other && !HasAddress(other)
            ? $"The design gives {other.Name} another address: set up its network first (Set-MaasNodeNetwork)."
            : AddressHolder.IsLease(held)
                ? "Let DHCP give another address there and wait until the lease has ended, or correct the address in the design."
                : "Free it in MAAS, or correct the address in the design.";
        return new(ErrorIds.AddressInUse, $"{What} is held by {AddressHolder.Describe(held)}. {advice}");
    }

    private async Task<NodeException?> FindRangeAsync(IPNumber wanted, PreconditionReads reads, CancellationToken token)
    {
        var ranges = await reads.RangesAsync(token).ConfigureAwait(false);
        var range = ranges.FirstOrDefault(r =>
            r.Type == "dynamic" && r.Subnet?.Id == Subnet.Id && AddressSpan.TryParse(r.StartIP, r.EndIP)?.Contains(wanted) == true);
        return range is null ? null : new(
            ErrorIds.AddressInUse,
            $"{What} is in dynamic range {range.StartIP}-{range.EndIP} of the subnet, in which MAAS takes no static address. "
            + "Set up the networks of the site (Set-MaasSiteNetwork), change the range in MAAS, or correct the address in the design.");
    }

    private string What => $"Address {Address} of node {Node.Name} for {Interface} on {Subnet.Cidr}";
}
