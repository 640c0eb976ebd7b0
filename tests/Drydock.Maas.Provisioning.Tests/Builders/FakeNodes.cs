using Drydock.Maas.Api;
using Drydock.Maas.Models;

namespace Drydock.Maas.Provisioning.Tests.Builders;

/// <summary>nodes/ over a list.</summary>
internal sealed class FakeNodes(params IReadOnlyList<MaasNode> nodes) : INodeClient
{
    public Task<IReadOnlyList<MaasNode>> ListAsync(IReadOnlyList<string> hostnames, CancellationToken token) =>
        Task.FromResult<IReadOnlyList<MaasNode>>([.. nodes.Where(n => hostnames.Contains(n.Hostname))]);
}
