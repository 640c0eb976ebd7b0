namespace Drydock.Maas.Api;

/// <summary>A DNS name to make or change; null is left out.</summary>
public sealed record DnsResourceRequest
{
    /// <summary>The name with domain.</summary>
    public string? Fqdn { get; init; }

    /// <summary>Time to live in seconds.</summary>
    public int? AddressTtl { get; init; }

    /// <summary>Its addresses; an empty list clears them.</summary>
    public IReadOnlyList<string>? IPAddresses { get; init; }
}
