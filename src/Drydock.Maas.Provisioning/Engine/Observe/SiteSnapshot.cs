using Drydock.Maas.Models;

namespace Drydock.Maas.Provisioning.Engine.Observe;

/// <summary>The site as MAAS holds it, read once for an operation. Planners look at nothing else.</summary>
internal sealed record SiteSnapshot
{
    public IReadOnlyList<Fabric> Fabrics { get; init; } = [];

    public IReadOnlyList<Subnet> Subnets { get; init; } = [];

    public IReadOnlyList<IPRange> IPRanges { get; init; } = [];

    public IReadOnlyList<StaticRoute> StaticRoutes { get; init; } = [];

    public IReadOnlyList<Domain> Domains { get; init; } = [];

    public IReadOnlyList<RackController> RackControllers { get; init; } = [];

    /// <summary>Addresses kept for MAC addresses; read only where a dynamic range is asked for, and none before 3.6.</summary>
    public IReadOnlyList<ReservedIP> ReservedIPs { get; init; } = [];

    /// <summary>Spaces; read only where one is asked for.</summary>
    public IReadOnlyList<Space> Spaces { get; init; } = [];
}
