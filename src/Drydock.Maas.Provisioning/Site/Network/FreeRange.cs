using Drydock.Maas.Models;
using Drydock.Maas.Provisioning.Engine.Observe;
using Drydock.Maas.Provisioning.Engine.Plans;

namespace Drydock.Maas.Provisioning.Site.Network;

/// <summary>
/// A range that is to be made, grown or moved on a subnet that is there: MAAS has given away no address of a dynamic one. Leases are no
/// hindrance, and stay until they end.
/// </summary>
/// <param name="Network">The network's name.</param>
/// <param name="Subnet">The subnet.</param>
/// <param name="Type">dynamic or reserved.</param>
/// <param name="Span">The range as it is to be.</param>
/// <param name="Before">The range as it is; null when it is to be made.</param>
/// <param name="Routes">The static routes of the subnet.</param>
internal sealed record FreeRange(
    string Network, Subnet Subnet, string Type, AddressSpan Span, AddressSpan? Before, IReadOnlyList<StaticRoute> Routes) : Precondition
{
    /// <inheritdoc/>
    public override async Task<NodeException?> FindBreachAsync(PreconditionReads reads, bool isRefused, CancellationToken token)
    {
        if (Type != "dynamic")
            return null;
        var held = (await HeldAsync(reads, Span, token).ConfigureAwait(false)).Where(a => !AddressHolder.IsLease(a)).ToList();
        var gateways = Routes.Where(r => IPNumber.Parse(r.GatewayIP) is { } gateway && Span.Contains(gateway))
            .Select(r => $"{r.GatewayIP} by the static route to {r.Destination?.Cidr}").ToList();
        if (held.Count + gateways.Count == 0)
            return null;
        string[] parts = [.. held.Count == 0 ? [] : new[] { AddressHolder.DescribeAll(held) }, .. gateways];
        return new(
            ErrorIds.AddressInUse,
            $"DHCP range {Span} of network {Network} has addresses that are held: {string.Join(", ", parts)}. "
            + "MAAS makes no dynamic range over them. Free them in MAAS, or leave them out of the range in the design.");
    }

    /// <inheritdoc/>
    public override async Task<string?> FindNoteAsync(PreconditionReads reads, CancellationToken token)
    {
        var left = Type == "reserved" ? [Span] : Before?.Without([Span]) ?? [];
        var leases = new List<SubnetAddress>();
        foreach (var span in left)
            leases.AddRange((await HeldAsync(reads, span, token).ConfigureAwait(false)).Where(AddressHolder.IsLease));
        if (leases.Count == 0)
            return null;
        var where = Type == "reserved" ? $"Reserved range {Span}" : $"What DHCP range {Before} gives up when it becomes {Span}";
        return $"{where} of network {Network} has leases, which stay until they end: {AddressHolder.DescribeAll(leases)}.";
    }

    /// <summary>Who holds addresses of a span: asked only where the short list of what is taken has any there.</summary>
    private async Task<IReadOnlyList<SubnetAddress>> HeldAsync(PreconditionReads reads, AddressSpan span, CancellationToken token)
    {
        var taken = await reads.TakenAsync(Subnet.Id, token).ConfigureAwait(false);
        if (!taken.Any(t => t.Purpose.Contains("assigned-ip") && AddressSpan.TryParse(t.Start, t.End)?.Overlaps(span) == true))
            return [];
        var addresses = await reads.AddressesAsync(Subnet.Id, token).ConfigureAwait(false);
        return [.. addresses.Where(a => IPNumber.Parse(a.IPAddress) is { } address && span.Contains(address))];
    }
}
