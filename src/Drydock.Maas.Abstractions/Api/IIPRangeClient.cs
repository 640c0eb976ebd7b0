using Drydock.Maas.Models;

namespace Drydock.Maas.Api;

/// <summary>Address ranges (ipranges/).</summary>
public interface IIPRangeClient
{
    /// <summary>GET ipranges/.</summary>
    Task<IReadOnlyList<IPRange>> ListAsync(CancellationToken token);

    /// <summary>POST ipranges/.</summary>
    /// <exception cref="MaasException">InvalidRange: the ends are no addresses of one family in order; nothing was sent.</exception>
    Task<IPRange> CreateAsync(IPRangeRequest request, CancellationToken token);

    /// <summary>DELETE ipranges/{id}/.</summary>
    Task DeleteAsync(int id, CancellationToken token);

    /// <summary>PUT ipranges/{id}/; empty fields are left as they are.</summary>
    /// <exception cref="MaasException">InvalidRange, as for one that is made.</exception>
    Task<IPRange> UpdateAsync(int id, IPRangeRequest update, CancellationToken token);
}

/// <summary>An address range to make.</summary>
public sealed record IPRangeRequest
{
    /// <summary>dynamic or reserved.</summary>
    public string Type { get; init; } = "";

    /// <summary>The subnet's id.</summary>
    public int? SubnetId { get; init; }

    /// <summary>First address.</summary>
    public string StartIP { get; init; } = "";

    /// <summary>Last address.</summary>
    public string EndIP { get; init; } = "";

    /// <summary>The comment.</summary>
    public string? Comment { get; init; }
}
