namespace Drydock.Maas.Api;

/// <summary>A link of an interface to a subnet.</summary>
public sealed record LinkRequest
{
    /// <summary>The subnet's id; null for a bare link_up.</summary>
    public int? SubnetId { get; init; }

    /// <summary>dhcp, static, auto or link_up.</summary>
    public string Mode { get; init; } = "";

    /// <summary>The address of a static link.</summary>
    public string? IPAddress { get; init; }

    /// <summary>Whether the subnet's gateway becomes the machine's.</summary>
    public bool DefaultGateway { get; init; }

    /// <summary>Whether link_up may replace existing links.</summary>
    public bool Force { get; init; }
}
