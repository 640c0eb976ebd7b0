using Drydock.Maas.Models;

namespace Drydock.Maas.Api;

/// <summary>Spaces (spaces/).</summary>
public interface ISpaceClient
{
    /// <summary>GET spaces/, with VLANs and subnets.</summary>
    Task<IReadOnlyList<Space>> ListAsync(CancellationToken token);

    /// <summary>POST spaces/; MAAS makes up a name when null.</summary>
    Task<Space> CreateAsync(string? name, string? description, CancellationToken token);
}
