using Drydock.Maas.Api;
using Drydock.Maas.Models;

namespace Drydock.Maas.Provisioning.Tests.Builders;

/// <summary>rackcontrollers/ over a list; it counts the lists.</summary>
internal sealed class FakeRacks(params IReadOnlyList<RackController> racks) : IRackControllerClient
{
    private int _lists;

    public int Lists => _lists;

    public Dictionary<string, PowerParameters> Power { get; init; } = [];

    public Task<IReadOnlyList<RackController>> ListAsync(CancellationToken token)
    {
        Interlocked.Increment(ref _lists);
        return Task.FromResult(racks);
    }

    public Task<IReadOnlyDictionary<string, PowerParameters>> GetPowerParametersAsync(CancellationToken token) =>
        Task.FromResult<IReadOnlyDictionary<string, PowerParameters>>(Power);

    public Task<bool> IsConnectedAsync(string systemId, CancellationToken token) => Task.FromResult(true);
}
