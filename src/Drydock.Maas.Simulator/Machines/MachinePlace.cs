using Drydock.Maas.Simulator.Api;
using Drydock.Maas.Simulator.Http;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Machines;

/// <summary>Where a form puts a machine; what is null stays.</summary>
internal sealed record MachinePlace(SimulatedDomain? Domain, SimulatedZone? Zone, SimulatedPool? Pool)
{
    public static MachinePlace Read(ApiCall call, FieldErrors errors) => new(
        Named(call, errors, call.State.Domains, "domain", d => d.Name, d => d.Id),
        Named(call, errors, call.State.Zones, "zone", z => z.Name, z => z.Id),
        Named(call, errors, call.State.Pools, "pool", p => p.Name, p => p.Id));

    public void ApplyTo(SimulatedMachine machine)
    {
        machine.Domain = Domain ?? machine.Domain;
        machine.Zone = Zone ?? machine.Zone;
        machine.Pool = Pool ?? machine.Pool;
    }

    private static T? Named<T>(
        ApiCall call, FieldErrors errors, List<T> items, string field, Func<T, string> name, Func<T, int> id)
        where T : class
    {
        if (call.Form.Get(field) is not { Length: > 0 } text)
            return null;
        var found = items.Find(item => Lookup.Matches(text, id(item), name(item)));
        if (found is null)
            errors.Add(field, field == "domain" ? "Unable to find domain with the given name." : FieldErrors.BadChoice);
        return found;
    }
}
