using Drydock.Maas.Api;
using Drydock.Maas.Models;

namespace Drydock.Maas.Provisioning.Tests.Builders;

/// <summary>rackcontrollers/ over a list; it counts the lists.</summary>
internal sealed class FakeRacks(params IReadOnlyList<RackController> racks) : IRackControllerClient
{
    private int _lists;

    public int Lists => _lists;

    public Dictionary<string, PowerParameters> Power { get; init; } = [];

    /// <summary>Whether the user is one whom MAAS does not show power parameters.</summary>
    public bool HidesPower { get; set; }

    public Task<IReadOnlyList<RackController>> ListAsync(CancellationToken token)
    {
        Interlocked.Increment(ref _lists);
        return Task.FromResult(racks);
    }

    public Task<IReadOnlyDictionary<string, PowerParameters>> GetPowerParametersAsync(CancellationToken token) => HidesPower
        ? throw new MaasApiException("Forbidden", "Only administrators are shown this.") { StatusCode = 403 }
        : Task.FromResult<IReadOnlyDictionary<string, PowerParameters>>(Power);

    public Task<bool> IsConnectedAsync(string systemId, CancellationToken token) => Task.FromResult(true);
}
