using Drydock.Maas.Models;

namespace Drydock.Maas.Api;

/// <summary>DNS names (dnsresources/).</summary>
public interface IDnsResourceClient
{
    /// <summary>GET dnsresources/, of all domains or of one.</summary>
    Task<IReadOnlyList<DnsResource>> ListAsync(string? domain, CancellationToken token);

    /// <summary>GET dnsresources/{id}/.</summary>
    Task<DnsResource> GetAsync(int id, CancellationToken token);

    /// <summary>POST dnsresources/.</summary>
    Task<DnsResource> CreateAsync(DnsResourceRequest request, CancellationToken token);

    /// <summary>PUT dnsresources/{id}/.</summary>
    Task<DnsResource> UpdateAsync(int id, DnsResourceRequest update, CancellationToken token);

    /// <summary>DELETE dnsresources/{id}/.</summary>
    Task DeleteAsync(int id, CancellationToken token);
}

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
