using Drydock.Maas.Models;

namespace Drydock.Maas.Api;

/// <summary>Address ranges (ipranges/).</summary>
public interface IIPRangeClient
{
    /// <summary>GET ipranges/.</summary>
    Task<IReadOnlyList<IPRange>> ListAsync(CancellationToken token);

    /// <summary>POST ipranges/.</summary>
    Task<IPRange> CreateAsync(IPRangeRequest request, CancellationToken token);

    /// <summary>DELETE ipranges/{id}/.</summary>
    Task DeleteAsync(int id, CancellationToken token);

    /// <summary>GET ipranges/{id}/.</summary>
    Task<IPRange> GetAsync(int id, CancellationToken token);

    /// <summary>PUT ipranges/{id}/; empty fields are left as they are.</summary>
    Task<IPRange> UpdateAsync(int id, IPRangeRequest update, CancellationToken token);
}
