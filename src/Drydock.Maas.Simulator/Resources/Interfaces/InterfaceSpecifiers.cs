using System.Net;
using Drydock.Maas.Simulator.Http;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Resources.Interfaces;

/// <summary>The ways in which interfaces are named: by number, name or address, or by what they are on.</summary>
internal static class InterfaceSpecifiers
{
    public static readonly Specifiers<SimulatedInterface> All = new(
        "Interface",
        state => state.Nodes.SelectMany(node => node.Interfaces),
        (_, text) => Plain(text),
        new Dictionary<string, Func<SimulatorState, string, Predicate<SimulatedInterface>>>(StringComparer.Ordinal)
        {
            ["id"] = (_, text) => IntegerText.Parse(text) is { } id
                ? nic => nic.Id == id
                : throw new ApiException(ApiResponse.Text(400, "Interface ID must be numeric.")),
            ["name"] = SiteSpecifiers.Same<SimulatedInterface>(nic => nic.Name),
            ["type"] = SiteSpecifiers.Same<SimulatedInterface>(nic => nic.Type),
            ["hostname"] = SiteSpecifiers.Same<SimulatedInterface>(nic => nic.Node.Hostname),
            ["ip"] = (_, text) => IPAddress.TryParse(text, out var address) ? nic => HasAddress(nic, address) : _ => false,
            ["mode"] = (_, text) => text.Equals("unconfigured", StringComparison.OrdinalIgnoreCase)
                ? nic => nic.Links.Exists(link => link.Address is null) || (nic.Links.Count == 0 && nic.Discovered is null)
                : throw new ApiException(ApiResponse.Text(400, "The only valid value for 'mode' is 'unconfigured'.")),
            ["tag"] = (_, text) => nic => text.Split("&&").All(nic.Tags.Contains),
            ["link_speed"] = (_, text) => IntegerText.Require(text) is var speed ? nic => nic.LinkSpeed >= speed : _ => false,
            ["vid"] = (state, text) => OnVlan(SiteSpecifiers.Vlans.FindAll(state, "vid:" + text)),
            ["vlan"] = (state, text) => OnVlan(SiteSpecifiers.Vlans.FindAll(state, text)),
            ["fabric"] = (state, text) => InFabric(SiteSpecifiers.Fabrics.FindAll(state, text)),
            ["fabric_class"] = (_, text) => nic => nic.Vlan?.Fabric.ClassType == text,
            ["space"] = SiteSpecifiers.InSpace<SimulatedInterface>(nic => nic.Vlan),
            ["subnet"] = (state, text) => OnSubnet(SiteSpecifiers.Subnets.FindAll(state, text)),
            ["subnet_cidr"] = (state, text) => OnSubnet(SiteSpecifiers.Subnets.FindAll(state, "cidr:" + text)),
        });

    private static Predicate<SimulatedInterface> Plain(string text)
    {
        if (IntegerText.Parse(text) is { } id)
            return nic => nic.Id == id;
        if (NetworkText.Parse(text) is { } network && text.Contains('/', StringComparison.Ordinal))
        {
            var host = IPAddress.Parse(text.Split('/')[0]);
            return nic => nic.Links.Exists(link => host.Equals(link.Address) && link.Subnet?.Cidr.Equals(network) == true);
        }

        return IPAddress.TryParse(text, out var address) && text.Any(sign => sign is '.' or ':')
            ? nic => HasAddress(nic, address)
            : nic => nic.Name == text;
    }

    private static bool HasAddress(SimulatedInterface nic, IPAddress address) =>
        nic.Links.Exists(link => address.Equals(link.Address)) || address.Equals(nic.Discovered?.Address);

    private static Predicate<SimulatedInterface> OnVlan(List<SimulatedVlan> vlans) => nic => nic.Vlan is { } vlan && vlans.Contains(vlan);

    private static Predicate<SimulatedInterface> InFabric(List<SimulatedFabric> fabrics) =>
        nic => nic.Vlan is { } vlan && fabrics.Contains(vlan.Fabric);

    private static Predicate<SimulatedInterface> OnSubnet(List<SimulatedSubnet> subnets) => nic =>
        nic.Links.Exists(link => link.Subnet is { } subnet && subnets.Contains(subnet)) || (nic.Discovered is { } seen && subnets.Contains(seen.Subnet));
}
