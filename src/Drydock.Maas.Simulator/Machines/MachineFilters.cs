using System.Globalization;
using Drydock.Maas.Simulator.Api;
using Drydock.Maas.Simulator.Http;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Machines;

/// <summary>Which machines a query asks for: every constraint has to hold, and of several values of one any.</summary>
internal static class MachineFilters
{
    private static readonly Dictionary<string, Func<SimulatedMachine, IEnumerable<string>>> Texts = new(StringComparer.Ordinal)
    {
        ["id"] = machine => [machine.SystemId],
        ["hostname"] = machine => [machine.Hostname],
        ["mac_address"] = machine => machine.Interfaces.Select(nic => nic.MacAddress),
        ["domain"] = machine => [machine.Domain.Name],
        ["agent_name"] = machine => [machine.AgentName],
        ["status"] = machine => [MachineStatuses.FilterNameOf(machine.Status)],
        ["zone"] = machine => [machine.Zone.Name],
        ["pool"] = machine => [machine.Pool.Name],
        ["owner"] = machine => [machine.Owner?.Username ?? ""],
        ["power_state"] = machine => [machine.PowerState],
    };

    private static readonly Dictionary<string, Func<SimulatedMachine, IEnumerable<string>>> Excluded = new(StringComparer.Ordinal)
    {
        ["not_id"] = Texts["id"],
        ["not_hostname"] = Texts["hostname"],
        ["not_domain"] = Texts["domain"],
        ["not_agent_name"] = Texts["agent_name"],
        ["not_status"] = Texts["status"],
        ["not_in_zone"] = Texts["zone"],
        ["not_in_pool"] = Texts["pool"],
        ["not_owner"] = Texts["owner"],
        ["not_power_state"] = Texts["power_state"],
        ["not_arch"] = machine => [machine.Architecture ?? ""],
        ["not_tags"] = machine => machine.Tags.Select(tag => tag.Name),
        ["not_fabrics"] = machine => machine.Interfaces.Select(nic => nic.Vlan?.Fabric.Name).OfType<string>(),
    };

    private static readonly Dictionary<string, Func<SimulatedMachine, double>> Numbers = new(StringComparer.Ordinal)
    {
        ["cpu_count"] = machine => machine.CpuCount,
        ["cpu_speed"] = machine => machine.CpuSpeed,
        ["mem"] = machine => machine.Memory,
    };

    private static readonly string[] Others =
        ["arch", "tags", "subnets", "not_subnets", "vlans", "not_vlans", "fabrics", "link_speed", "interfaces", "storage"];

    /// <summary>The names of all constraints there are.</summary>
    public static IEnumerable<string> Known => Texts.Keys.Concat(Excluded.Keys).Concat(Numbers.Keys).Concat(Others);

    public static IEnumerable<string> KnownNumbers => Numbers.Keys;

    public static IEnumerable<SimulatedMachine> Select(ApiCall call)
    {
        new MachineFilterCheck(call).Run();
        var tests = call.Query.Names.Select(name => TestOf(call, name, call.Query.GetAll(name))).ToArray();
        return Candidates(call).Where(machine => Array.TrueForAll(tests, test => test(machine)));
    }

    /// <summary>Tags may be repeated, or stand in one text, as older clients send them.</summary>
    public static IEnumerable<string> TagsOf(IEnumerable<string> values) =>
        values.SelectMany(text => text.Split([',', ' '], StringSplitOptions.RemoveEmptyEntries));

    public static List<SimulatedSubnet> SubnetsOf(ApiCall call, string name) =>
        call.Query.GetAll(name).Select(text => Lookup.Subnet(call.State, text)).OfType<SimulatedSubnet>().ToList();

    public static List<SimulatedVlan> VlansOf(ApiCall call, string name) =>
        call.State.Vlans.FindAll(vlan => call.Query.GetAll(name).Any(text => Names(vlan, text)));

    /// <summary>Machines named by id are looked up; for everything else all are looked at.</summary>
    private static IEnumerable<SimulatedMachine> Candidates(ApiCall call)
    {
        if (!call.Query.Has("id"))
            return call.State.Nodes.OfType<SimulatedMachine>();
        var named = call.Query.GetAll("id").Distinct().Select(call.State.Nodes.Find).OfType<SimulatedMachine>();
        return named.OrderBy(machine => machine.Id);
    }

    public static Predicate<SimulatedMachine> TestOf(ApiCall call, string name, IReadOnlyList<string> values)
    {
        if (Texts.TryGetValue(name, out var text) && values.ToHashSet(StringComparer.Ordinal) is var wanted)
            return machine => text(machine).Any(wanted.Contains);
        if (Excluded.TryGetValue(name, out var other) && values.ToHashSet(StringComparer.Ordinal) is var unwanted)
            return machine => !other(machine).Any(unwanted.Contains);
        if (Numbers.TryGetValue(name, out var number)
            && values.Max(value => double.Parse(value, CultureInfo.InvariantCulture)) is var least)
            return machine => number(machine) >= least;
        return TestOfPlaces(call, name, values);
    }

    public static Predicate<SimulatedMachine> TestOfPlaces(ApiCall call, string name, IReadOnlyList<string> values)
    {
        switch (name)
        {
            case "tags":
                var tags = TagsOf(values).ToList();
                return machine => tags.TrueForAll(tag => machine.Tags.Exists(known => known.Name == tag));
            case "arch":
                return machine => values.Any(value => machine.Architecture == value || machine.Architecture?.Split('/')[0] == value);
            case "subnets" or "not_subnets":
                var subnets = SubnetsOf(call, name);
                return machine => name == "subnets"
                    ? subnets.TrueForAll(subnet => IsOn(machine, subnet))
                    : !subnets.Exists(subnet => IsOn(machine, subnet));
            case "vlans" or "not_vlans":
                var vlans = VlansOf(call, name);
                return machine => name == "vlans"
                    ? vlans.TrueForAll(vlan => machine.Interfaces.Exists(nic => nic.Vlan == vlan))
                    : !vlans.Exists(vlan => machine.Interfaces.Exists(nic => nic.Vlan == vlan));
            case "fabrics":
                return machine => values.All(value => machine.Interfaces.Exists(
                    nic => nic.Vlan is { } vlan && Lookup.Matches(value, vlan.Fabric.Id, vlan.Fabric.Name)));
            default:
                return _ => true;
        }
    }

    private static bool IsOn(SimulatedMachine machine, SimulatedSubnet subnet) =>
        machine.Interfaces.Exists(nic => nic.Links.Exists(link => link.Subnet == subnet));

    private static bool Names(SimulatedVlan vlan, string text) => text.Split(':') switch
    {
        ["vid", var vid] => Lookup.IsId(vid, vlan.Vid),
        ["name", var name] => vlan.Name == name,
        ["fabric", var fabric] => vlan.Fabric.Name == fabric,
        ["space", var space] => vlan.Space?.Name == space,
        _ => Lookup.IsId(text, vlan.Id),
    };
}
