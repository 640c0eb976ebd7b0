namespace Drydock.Maas.Models;

/// <summary>The default gateways of a machine.</summary>
public sealed record DefaultGateways : MaasObject
{
    /// <summary>For IPv4.</summary>
    public DefaultGateway? Ipv4 { get; init; }

    /// <summary>For IPv6.</summary>
    public DefaultGateway? Ipv6 { get; init; }
}
