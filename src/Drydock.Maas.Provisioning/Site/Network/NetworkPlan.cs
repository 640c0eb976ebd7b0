using Drydock.Maas.Models;
using Drydock.Maas.Provisioning.Engine.Plans;

namespace Drydock.Maas.Provisioning.Site.Network;

/// <summary>The plan of one network, or a part of that; or why it has none.</summary>
/// <param name="Network">The network.</param>
internal sealed record NetworkPlan(Design.Network Network)
{
    /// <summary>Its operations, from the ground up.</summary>
    public IReadOnlyList<NetworkOperation> Operations { get; init; } = [];

    /// <summary>Whatever the person should know about it.</summary>
    public IReadOnlyList<string> Messages { get; init; } = [];

    /// <summary>Ids of the ranges in MAAS that stay or are changed for the design.</summary>
    public IReadOnlyList<int> PlannedRanges { get; init; } = [];

    /// <summary>Ids of the static routes in MAAS that stay or are changed for the design.</summary>
    public IReadOnlyList<int> PlannedRoutes { get; init; } = [];

    /// <summary>VLANs in MAAS whose DHCP is nobody's by the design, and stays since it serves what is not the design's.</summary>
    public IReadOnlyList<(Vlan Vlan, DhcpOwnership Ownership)> LeftDhcp { get; init; } = [];

    /// <summary>Subnets in MAAS that keep a gateway or DNS servers that the design does not give them.</summary>
    public IReadOnlyList<(Subnet Subnet, LeftSettings Settings)> LeftSettings { get; init; } = [];

    /// <summary>Why the network cannot be set up; then nothing of it is written.</summary>
    public NodeException? Error { get; init; }

    /// <summary>Why a route of it cannot be made; all else of the network is.</summary>
    public NodeException? RouteError { get; init; }

    /// <summary>Why it is left alone; null when it is not.</summary>
    public string? SkippedBecause { get; init; }

    /// <summary>Whether it is set up.</summary>
    public bool IsActive => Error is null && SkippedBecause is null;

    /// <summary>Its operations in an order in which they can be carried out.</summary>
    public Plan Plan => new(Operations) { Messages = Messages };

    /// <summary>The plan of a network of its parts, in order.</summary>
    public static NetworkPlan Join(Design.Network network, IEnumerable<NetworkPlan> parts)
    {
        var all = parts.ToList();
        return new(network)
        {
            Operations = [.. all.SelectMany(p => p.Operations)],
            Messages = [.. all.SelectMany(p => p.Messages)],
            PlannedRanges = [.. all.SelectMany(p => p.PlannedRanges)],
            PlannedRoutes = [.. all.SelectMany(p => p.PlannedRoutes)],
            LeftDhcp = [.. all.SelectMany(p => p.LeftDhcp)],
            LeftSettings = [.. all.SelectMany(p => p.LeftSettings)],
            RouteError = all.Select(p => p.RouteError).FirstOrDefault(e => e is not null),
        };
    }
}
