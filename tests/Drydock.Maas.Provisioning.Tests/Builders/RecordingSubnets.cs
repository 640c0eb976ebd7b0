using Drydock.Maas.Api;
using Drydock.Maas.Models;

namespace Drydock.Maas.Provisioning.Tests.Builders;

/// <summary>subnets/ that remembers the last update.</summary>
internal sealed class RecordingSubnets(Subnet answer) : ISubnetClient
{
    public SubnetUpdate? Update { get; private set; }

    public Task<IReadOnlyList<Subnet>> ListAsync(CancellationToken token) => throw new NotSupportedException();

    public Task<Subnet> CreateAsync(SubnetUpdate subnet, CancellationToken token) => throw new NotSupportedException();

    public Task<Subnet> UpdateAsync(int id, SubnetUpdate update, CancellationToken token)
    {
        Update = update;
        return Task.FromResult(answer);
    }

    public Task DeleteAsync(int id, CancellationToken token) => throw new NotSupportedException();

    public Task<IReadOnlyList<AddressRange>> ListReservedRangesAsync(int id, CancellationToken token) => throw new NotSupportedException();

    public Task<IReadOnlyList<SubnetAddress>> ListAddressesAsync(int id, CancellationToken token) =>
        Task.FromResult<IReadOnlyList<SubnetAddress>>([]);
}
