using System.Globalization;
using Drydock.Maas.Simulator.Http;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Resources.Nodes;

/// <summary>The domain, zone and pool a form puts a machine in; what is null stays.</summary>
internal sealed record MachinePlace(SimulatedDomain? Domain, SimulatedZone? Zone, SimulatedPool? Pool)
{
    /// <summary>The domain by id or name; MAAS fails over an id of none.</summary>
    public static SimulatedDomain? ReadDomain(ApiCall call, FieldErrors errors)
    {
        if (call.Form.Get("domain") is not { Length: > 0 } text)
            return null;
        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var id))
            return call.State.Domains.Find(domain => domain.Id == id)
                ?? throw new ApiException(ApiResponse.Text(500, "Domain matching query does not exist."));
        var found = call.State.Domains.Find(domain => domain.Name == text);
        if (found is null)
            errors.Add("domain", $"Unable to find domain {text}");
        return found;
    }

    /// <summary>Zone and pool, by their names alone.</summary>
    public static MachinePlace Read(ApiCall call, FieldErrors errors, SimulatedDomain? domain) => new(
        domain,
        Named(call, errors, call.State.Zones, "zone", zone => zone.Name),
        Named(call, errors, call.State.Pools, "pool", pool => pool.Name));

    public void ApplyTo(SimulatedMachine machine)
    {
        machine.Domain = Domain ?? machine.Domain;
        machine.Zone = Zone ?? machine.Zone;
        machine.Pool = Pool ?? machine.Pool;
    }

    private static T? Named<T>(ApiCall call, FieldErrors errors, List<T> items, string field, Func<T, string> name)
        where T : class
    {
        if (call.Form.Get(field) is not { Length: > 0 } text)
            return null;
        var found = items.Find(item => name(item) == text);
        if (found is null)
            errors.Add(field, FieldErrors.BadChoice);
        return found;
    }
}
