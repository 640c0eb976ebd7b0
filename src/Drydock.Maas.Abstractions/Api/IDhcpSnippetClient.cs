using Drydock.Maas.Models;

namespace Drydock.Maas.Api;

/// <summary>Pieces of DHCP configuration (dhcp-snippets/).</summary>
public interface IDhcpSnippetClient
{
    /// <summary>GET dhcp-snippets/.</summary>
    Task<IReadOnlyList<DhcpSnippet>> ListAsync(CancellationToken token);

    /// <summary>POST dhcp-snippets/.</summary>
    Task<DhcpSnippet> CreateAsync(DhcpSnippetRequest request, CancellationToken token);

    /// <summary>PUT dhcp-snippets/{id}/.</summary>
    Task<DhcpSnippet> UpdateAsync(int id, DhcpSnippetRequest update, CancellationToken token);

    /// <summary>DELETE dhcp-snippets/{id}/.</summary>
    Task DeleteAsync(int id, CancellationToken token);
}

/// <summary>A DHCP snippet to make or change; null is left out.</summary>
public sealed record DhcpSnippetRequest
{
    /// <summary>The name.</summary>
    public string? Name { get; init; }

    /// <summary>The configuration.</summary>
    public string? Value { get; init; }

    /// <summary>The description.</summary>
    public string? Description { get; init; }

    /// <summary>Whether it is used.</summary>
    public bool? Enabled { get; init; }

    /// <summary>System id of the node it is for.</summary>
    public string? Node { get; init; }

    /// <summary>Id or CIDR of the subnet it is for.</summary>
    public string? Subnet { get; init; }

    /// <summary>Whether it is for all.</summary>
    public bool? GlobalSnippet { get; init; }
}
