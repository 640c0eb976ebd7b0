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
