namespace Drydock.Maas.Design.Creation;

/// <summary>A network of a site that is to be written from nothing.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Cidr">The network in CIDR notation.</param>
public sealed record NewNetwork(string Name, string Cidr)
{
    /// <summary>The VLAN tag; null for none.</summary>
    public string? Vlan { get; init; }

    /// <summary>The router of the default route.</summary>
    public string? Gateway { get; init; }

    /// <summary>Addresses of DNS servers.</summary>
    public IReadOnlyList<string> DnsServers { get; init; } = [];

    /// <summary>The DNS domain.</summary>
    public string? Domain { get; init; }

    /// <summary>The MTU in bytes.</summary>
    public int? Mtu { get; init; }

    /// <summary>The first address that MAAS gives to machines that boot; null for none.</summary>
    public string? DhcpStart { get; init; }

    /// <summary>The last one.</summary>
    public string? DhcpEnd { get; init; }

    /// <summary>The network, by which it is compared.</summary>
    internal Written<IPBlock> Block => IPBlock.Read(Cidr);

    /// <summary>Whether an address is of this network.</summary>
    internal bool Has(string? address) => IPNumber.Parse(address) is { } number && Block.Value?.Span.Contains(number) == true;
}
