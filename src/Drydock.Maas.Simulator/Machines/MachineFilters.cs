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
        var wanted = query.Names.ToDictionary(name => name, name => query.GetAll(name).ToHashSet(StringComparer.Ordinal));
        return Candidates(call).Where(m =>
            OneOf(wanted, "id", m.SystemId)
            && OneOf(wanted, "hostname", m.Hostname)
            && OneOf(wanted, "agent_name", m.AgentName)
            && OneOf(wanted, "domain", m.Domain.Name)
            && OneOf(wanted, "zone", m.Zone.Name)
            && OneOf(wanted, "pool", m.Pool.Name)
            && OneOf(wanted, "status", MachineStatuses.FilterNameOf(m.Status))
            && (!wanted.TryGetValue("mac_address", out var macs) || m.Interfaces.Exists(i => macs.Contains(i.MacAddress)))
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

    /// <summary>Machines named by id are looked up; everything else is a matter of looking at all.</summary>
    private static IEnumerable<SimulatedMachine> Candidates(ApiCall call)
    {
        if (!call.Query.Has("id"))
            return call.State.Nodes.OfType<SimulatedMachine>();
        var named = call.Query.GetAll("id").Distinct().Select(call.State.Nodes.Find).OfType<SimulatedMachine>();
        return named.OrderBy(machine => machine.Id);
    }

    private static bool OneOf(Dictionary<string, HashSet<string>> wanted, string name, string value) =>
        !wanted.TryGetValue(name, out var values) || values.Contains(value);
}
