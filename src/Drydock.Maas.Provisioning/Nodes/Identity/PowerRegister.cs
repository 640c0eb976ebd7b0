using System.Collections.Concurrent;
using Drydock.Maas.Api;
using Drydock.Maas.Identity;
using Drydock.Maas.Models;
using Drydock.Maas.Provisioning.Engine.Observe;

namespace Drydock.Maas.Provisioning.Nodes.Identity;

/// <summary>The power parameters of all machines, read once for all commands of a pipeline.</summary>
internal sealed class PowerRegister
{
    private readonly SharedRead<(long Begun, IReadOnlyDictionary<string, PowerParameters> Parameters, BmcRegister Controllers)> _all;

    // Of machines that came later, or that were given others.
    private readonly RequestBatcher<string, PowerParameters> _some;
    private readonly ConcurrentDictionary<string, long> _outdated = new(StringComparer.Ordinal);
    private readonly TimeProvider _time;

    public PowerRegister(IMaasClient client, TimeProvider time)
    {
        _time = time;
        _all = new(
            async token =>
            {
                var begun = time.GetTimestamp();
                var parameters = await client.Machines.GetPowerParametersAsync(null, token).ConfigureAwait(false);
                return (begun, parameters, new(parameters));
            },
            time);
        _some = new(ids => client.Machines.GetPowerParametersAsync([.. ids], CancellationToken.None));
    }

    /// <summary>The register that all commands of a session share.</summary>
    public static PowerRegister For(MaasSession session, TimeProvider time) => session.GetService(s => new PowerRegister(s.Client, time));

    /// <summary>The controllers of all machines, as they were read since a moment.</summary>
    /// <param name="since">The moment, a time stamp of the clock.</param>
    /// <param name="token">Ends the waiting.</param>
    public async Task<BmcRegister> ListControllersAsync(long since, CancellationToken token) =>
        (await _all.GetAsync(since, token).ConfigureAwait(false)).Controllers;

    /// <summary>A machine's parameters, as they were read since a moment; null where MAAS has none.</summary>
    /// <param name="systemId">The machine.</param>
    /// <param name="since">The moment, a time stamp of the clock.</param>
    /// <param name="token">Ends the waiting.</param>
    public async Task<PowerParameters?> FindAsync(string systemId, long since, CancellationToken token)
    {
        var (begun, parameters, _) = await _all.GetAsync(since, token).ConfigureAwait(false);
        var isOutdated = _outdated.TryGetValue(systemId, out var changed) && changed >= begun;
        return (isOutdated ? null : parameters.GetValueOrDefault(systemId)) ?? await _some.AskAsync(systemId, token).ConfigureAwait(false);
    }

    /// <summary>A machine was given others than were read, or may have been.</summary>
    public void Outdate(string systemId) => _outdated[systemId] = _time.GetTimestamp();
}
