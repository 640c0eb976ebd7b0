namespace Drydock.Maas.Design;

/// <summary>A route of a network.</summary>
public sealed record NetworkRoute
{
    /// <summary>Where it leads, in CIDR notation; null for the placeholder of a route domain.</summary>
    public string? Subnet { get; init; }

    /// <summary>Whether a destination is every address of its family, 0.0.0.0/0 or ::/0 however it is written.</summary>
    public static bool IsDefault(string? subnet) => IPBlock.Parse(subnet)?.IsEverything == true;

    /// <summary>Where it leads, by which it is compared.</summary>
    internal Written<IPBlock> Destination => IPBlock.Read(Subnet);

    /// <summary>The next hop.</summary>
    public string? Gateway { get; init; }

    /// <summary>The next hop, by which it is compared.</summary>
    internal Written<IPNumber> NextHop => IPNumber.Read(Gateway);

    /// <summary>The metric; null when not given.</summary>
    public int? Metric { get; init; }

    /// <summary>The route domain it stands for.</summary>
    public string? RouteDomain { get; init; }

    /// <summary>Destination and gateway.</summary>
    public override string ToString() => $"{Subnet} via {Gateway}";
}
