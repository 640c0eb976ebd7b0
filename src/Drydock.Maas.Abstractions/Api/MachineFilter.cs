namespace Drydock.Maas.Api;

/// <summary>Which machines to list; each list is sent as a repeated parameter, empty lists are left out.</summary>
public sealed record MachineFilter
{
    /// <summary>System ids (id=).</summary>
    public IReadOnlyList<string> SystemIds { get; init; } = [];

    /// <summary>Short names (hostname=); a domain is cut off, and upper and lower case do not matter.</summary>
    public IReadOnlyList<string> Hostnames { get; init; } = [];

    /// <summary>MAC addresses of any interface (mac_address=); sent in lower case.</summary>
    public IReadOnlyList<string> MacAddresses { get; init; } = [];

    /// <summary>Statuses in MAAS's words or names (status=), for example Failed commissioning or failed_commissioning.</summary>
    public IReadOnlyList<string> Statuses { get; init; } = [];

    /// <summary>Tags a machine must all have (tags=).</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>Zones (zone=).</summary>
    public IReadOnlyList<string> Zones { get; init; } = [];

    /// <summary>Resource pools (pool=).</summary>
    public IReadOnlyList<string> Pools { get; init; } = [];

    /// <summary>Domains (domain=).</summary>
    public IReadOnlyList<string> Domains { get; init; } = [];

    /// <summary>Other filters of machines/ by name, for example agent_name, not_tags, cpu_count, mem or arch.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Others { get; init; } = new Dictionary<string, IReadOnlyList<string>>();
}
