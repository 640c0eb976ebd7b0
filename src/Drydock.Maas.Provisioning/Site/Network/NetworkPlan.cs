using Drydock.Maas.Api;
using Drydock.Maas.Models;
using Drydock.Maas.Provisioning.Engine.Plans;

namespace Drydock.Maas.Provisioning.Site.Network;

/// <summary>What is to be done for one network, or why it cannot be.</summary>
/// <param name="Network">The network.</param>
internal sealed record NetworkPlan(Design.Network Network)
{
    /// <summary>Fabric, VLAN, domain, subnet, ranges, DHCP, in the order MAAS accepts.</summary>
    public PlanBuilder<IMaasClient> Main { get; } = new();

    /// <summary>Static routes, which need the subnets of other networks.</summary>
    public PlanBuilder<IMaasClient> Routes { get; } = new();

    /// <summary>Ids of the ranges in MAAS that stay or are changed for the design.</summary>
    public HashSet<int> PlannedRanges { get; } = [];

    /// <summary>Ids of the static routes in MAAS that stay or are changed for the design.</summary>
    public HashSet<int> PlannedRoutes { get; } = [];

    /// <summary>VLANs in MAAS whose DHCP is nobody's by the design, and stays since it serves what is not the design's.</summary>
    public List<(Vlan Vlan, DhcpOwnership Ownership)> LeftDhcp { get; } = [];

    /// <summary>Subnets in MAAS that keep a gateway or DNS servers that the design does not give them.</summary>
    public List<(Subnet Subnet, LeftSettings Settings)> LeftSettings { get; } = [];

    /// <summary>Why the network cannot be set up; then nothing of it is written.</summary>
    public NodeException? Error { get; set; }

    /// <summary>Why a route of it cannot be made; all else of the network is.</summary>
    public NodeException? RouteError { get; set; }

    /// <summary>Why it is left alone; null when it is not.</summary>
    public string? SkippedBecause { get; init; }
}
