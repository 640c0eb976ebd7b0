using Drydock.Maas.Simulator.Http;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Machines;

/// <summary>Which machines a query asks for.</summary>
internal static class MachineFilters
{
    private static readonly string[] Known =
    [
        "id", "hostname", "mac_address", "status", "domain", "zone", "pool", "tags", "agent_name", "arch", "cpu_count", "mem",
        "not_hostname",
        "not_tags", "not_zone", "not_pool", "not_in_zone", "not_in_pool", "not_id", "not_status", "not_domain",
    ];

    public static IEnumerable<SimulatedMachine> Select(ApiCall call)
    {
        var query = call.Query;
        Check(call);
        return call.State.Nodes.OfType<SimulatedMachine>().Where(m =>
            OneOf(query, "id", m.SystemId)
            && OneOf(query, "hostname", m.Hostname)
            && OneOf(query, "agent_name", m.AgentName)
            && OneOf(query, "domain", m.Domain.Name)
            && OneOf(query, "zone", m.Zone.Name)
            && OneOf(query, "pool", m.Pool.Name)
            && OneOf(query, "status", MachineStatuses.FilterNameOf(m.Status))
            && AnyMac(query, m)
            && query.GetAll("tags").SelectMany(t => t.Split(',')).All(t => m.Tags.Exists(tag => tag.Name == t))
            && !query.GetAll("not_hostname").Contains(m.Hostname)
            && !query.GetAll("not_tags").Any(t => m.Tags.Exists(tag => tag.Name == t)));
    }

    private static void Check(ApiCall call)
    {
        var errors = new FieldErrors(call.Query);
        foreach (var unknown in call.Query.Names.Where(n => !Known.Contains(n)))
            errors.Add(unknown, "No such constraint.");
        var statuses = Enum.GetValues<MachineStatus>().Select(MachineStatuses.FilterNameOf).ToHashSet(StringComparer.Ordinal);
        foreach (var status in call.Query.GetAll("status").Where(s => !statuses.Contains(s)))
            errors.Add("status", $"Select a valid choice. {status} is not one of the available choices.");
        foreach (var mac in call.Query.GetAll("mac_address").Where(m => !MacAddress.IsValid(m)))
            errors.Add("mac_address", $"'{mac}' is not a valid MAC address.");
        CheckNames(call, errors);
        errors.ThrowIfAny();
    }

    private static void CheckNames(ApiCall call, FieldErrors errors)
    {
        var zones = call.Query.GetAll("zone").Where(name => !call.State.Zones.Exists(zone => zone.Name == name)).ToList();
        if (zones.Count > 0)
            errors.Add("zone", $"No such zone(s): {string.Join(", ", zones)}.");
        var pools = call.Query.GetAll("pool").Where(name => !call.State.Pools.Exists(pool => pool.Name == name)).ToList();
        if (pools.Count > 0)
            errors.Add("pool", $"No such pool(s): {string.Join(", ", pools)}.");
        var tags = call.Query.GetAll("tags").SelectMany(text => text.Split(','))
            .Where(name => !call.State.Tags.Exists(tag => tag.Name == name)).ToList();
        if (tags.Count > 0)
            errors.Add("tags", $"No such tag(s): {string.Join(", ", tags.Select(name => $"'{name}'"))}.");
    }

    private static bool OneOf(ParameterSet query, string name, string value) => !query.Has(name) || query.GetAll(name).Contains(value);

    private static bool AnyMac(ParameterSet query, SimulatedMachine machine) =>
        !query.Has("mac_address") || machine.Interfaces.Exists(i => query.GetAll("mac_address").Contains(i.MacAddress));
}
