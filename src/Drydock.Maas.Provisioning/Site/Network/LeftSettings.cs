using Drydock.Maas.Api;
using Drydock.Maas.Models;
using Drydock.Maas.Planning;
using Drydock.Maas.Provisioning.Engine.Observe;
using Drydock.Maas.Provisioning.Engine.Plans;

namespace Drydock.Maas.Provisioning.Site.Network;

/// <summary>
/// Gateway and DNS servers of a subnet for which the design names none. They stay while somebody else's dynamic range is on the subnet: its
/// clients are told of them.
/// </summary>
/// <param name="Gateway">The gateway that stays; null when the design has one or there is none.</param>
/// <param name="DnsServers">The DNS servers that stay.</param>
internal sealed record LeftSettings(string? Gateway, IReadOnlyList<string> DnsServers)
{
    /// <summary>Whether any stay.</summary>
    public bool Any => Gateway is not null || DnsServers.Count > 0;

    /// <summary>What stays on the subnet of a network.</summary>
    public static LeftSettings Find(Design.Network network, Subnet subnet, SiteSnapshot site)
    {
        if (!DhcpOwnership.RangesOfOthers(subnet, site).Any())
            return new(null, []);
        var gateway = string.IsNullOrEmpty(network.DefaultGateway) && !string.IsNullOrEmpty(subnet.GatewayIP) ? subnet.GatewayIP : null;
        return new(gateway, network.DnsServers.Count == 0 ? subnet.DnsServers : []);
    }

    /// <summary>In words.</summary>
    public override string ToString() => string.Join(
        " and ",
        new[] { Gateway is null ? null : $"gateway {Gateway}", DnsServers.Count == 0 ? null : $"DNS servers {string.Join(", ", DnsServers)}" }
            .OfType<string>());
}

/// <summary>Clears what a subnet has kept, once nobody else's range is there.</summary>
/// <param name="Present">The subnet in MAAS.</param>
/// <param name="Settings">What is cleared.</param>
internal sealed record ClearSettings(Subnet Present, LeftSettings Settings) : NetworkOperation
{
    /// <inheritdoc/>
    public override bool IsRemoval => true;

    /// <summary>What is sent for it.</summary>
    public SubnetUpdate Request => SubnetUpdate.FromSubnet(Present) with
    {
        GatewayIP = Settings.Gateway is null ? null : "",
        DnsServers = Settings.DnsServers.Count == 0 ? null : [],
    };

    /// <inheritdoc/>
    protected override IReadOnlyList<PlannedChange> OwnChanges
    {
        get
        {
            var changes = new List<PlannedChange>();
            if (Settings.Gateway is not null)
                changes.Add(Set(ResourceKind.Subnet, Present.Cidr, ChangeProperty.Gateway, Settings.Gateway, null));
            if (Settings.DnsServers.Count > 0)
                changes.Add(Set(ResourceKind.Subnet, Present.Cidr, ChangeProperty.DnsServers, string.Join(", ", Settings.DnsServers), null));
            return changes;
        }
    }
}
