namespace Drydock.Maas.Design;

/// <summary>A route of a network.</summary>
public sealed record NetworkRoute
{
    /// <summary>Where it leads, in CIDR notation; null for the placeholder of a route domain.</summary>
    public string? Subnet { get; init; }

    /// <summary>Whether a destination is every address of its family.</summary>
    public static bool IsDefault(string? subnet) => subnet is "0.0.0.0/0" or "::/0";

    /// <summary>The next hop.</summary>
    public string? Gateway { get; init; }

    /// <summary>The metric; null when not given.</summary>
    public int? Metric { get; init; }

    /// <summary>The route domain it stands for.</summary>
    public string? RouteDomain { get; init; }
}
