using Drydock.Maas.Api;
using Drydock.Maas.Models;

namespace Drydock.Maas.Provisioning.Tests.Builders;

/// <summary>devices/ over a list.</summary>
internal sealed class FakeDevices(params IReadOnlyList<Device> devices) : IDeviceClient
{
    public Task<IReadOnlyList<Device>> ListAsync(CancellationToken token) => Task.FromResult(devices);
}
