using Drydock.Maas.Api;
using Drydock.Maas.Models;

namespace Drydock.Maas.Provisioning.Tests.Builders;

/// <summary>Images as MAAS lists them, without their sets, which it tells of each by itself.</summary>
internal sealed class FakeBootResources(params BootResource[] images) : IBootResourceClient
{
    public List<int> Asked { get; } = [];

    public Task<IReadOnlyList<BootResource>> ListAsync(CancellationToken token) =>
        Task.FromResult<IReadOnlyList<BootResource>>([.. images.Select(i => i with { Sets = null })]);

    public Task<BootResource> GetAsync(int id, CancellationToken token)
    {
        Asked.Add(id);
        return Task.FromResult(images.Single(i => i.Id == id));
    }

    public Task DeleteAsync(int id, CancellationToken token) => throw new NotSupportedException();

    public Task<bool> IsImportingAsync(CancellationToken token) => throw new NotSupportedException();

    public Task ImportAsync(CancellationToken token) => throw new NotSupportedException();
}
