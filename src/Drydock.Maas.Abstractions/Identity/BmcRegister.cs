using Drydock.Maas.Api;
using Drydock.Maas.Models;

namespace Drydock.Maas.Identity;

/// <summary>The management controllers that MAAS switches machines by.</summary>
internal sealed class BmcRegister
{
    private readonly ILookup<string, (ControllerAddress Address, string SystemId)> _byHost;
    private readonly Dictionary<string, ControllerAddress> _bySystemId;

    /// <summary>Reads them out of power parameters by system id.</summary>
    public BmcRegister(IReadOnlyDictionary<string, PowerParameters> parameters)
    {
        var known = parameters.Select(p => (Address: ControllerAddress.Parse(p.Value.PowerAddress)!, SystemId: p.Key))
            .Where(p => p.Address is not null).ToList();
        _byHost = known.ToLookup(k => k.Address.Host, StringComparer.Ordinal);
        _bySystemId = known.ToDictionary(k => k.SystemId, k => k.Address, StringComparer.Ordinal);
    }

    /// <summary>None: they are not known, or do not matter.</summary>
    public static BmcRegister Empty { get; } = new(new Dictionary<string, PowerParameters>());

    /// <summary>Reads power parameters of all machines: none for a user whom MAAS does not show them to, since they hold secrets.</summary>
    public static Task<IReadOnlyDictionary<string, PowerParameters>> ReadParametersAsync(IMachineClient machines, CancellationToken token) =>
        ReadParametersAsync(t => machines.GetPowerParametersAsync(null, t), token);

    /// <summary>Reads those of all rack controllers, with the same exception.</summary>
    public static Task<IReadOnlyDictionary<string, PowerParameters>> ReadParametersAsync(IRackControllerClient racks, CancellationToken token) =>
        ReadParametersAsync(racks.GetPowerParametersAsync, token);

    /// <summary>
    /// System ids of the machines that have it. An address without port means the controller of that host whichever its port; where several
    /// machines of one host have ports of their own, it tells none of them.
    /// </summary>
    public IEnumerable<string> FindMachines(ControllerAddress address)
    {
        var there = _byHost[address.Host].Where(k => k.Address.Matches(address)).ToList();
        var exact = there.FindAll(k => k.Address.Port == address.Port);
        var meant = exact.Count > 0 ? exact : there;
        return meant.DistinctBy(k => k.Address.Port).Count() == 1 ? meant.Select(k => k.SystemId) : [];
    }

    /// <summary>The address of a machine's controller; null when it has none.</summary>
    public ControllerAddress? FindAddress(string systemId) => _bySystemId.GetValueOrDefault(systemId);

    private static async Task<IReadOnlyDictionary<string, PowerParameters>> ReadParametersAsync(
        Func<CancellationToken, Task<IReadOnlyDictionary<string, PowerParameters>>> read, CancellationToken token)
    {
        try
        {
            return await read(token).ConfigureAwait(false);
        }
        catch (MaasApiException e) when (e.StatusCode == 403)
        {
            return new Dictionary<string, PowerParameters>();
        }
    }
}
