using Drydock.Maas.Models;

namespace Drydock.Maas.Api;

/// <summary>Nodes of every kind (nodes/): machines, devices and controllers, whose names MAAS keeps apart from each other.</summary>
public interface INodeClient
{
    /// <summary>GET nodes/?hostname=: those of some short names; long lists are split into several requests.</summary>
    Task<IReadOnlyList<MaasNode>> ListAsync(IReadOnlyList<string> hostnames, CancellationToken token);
}
