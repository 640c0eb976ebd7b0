using System.Globalization;
using Drydock.Maas.Simulator.Http;
using Drydock.Maas.Simulator.Lifecycle;
using Drydock.Maas.Simulator.Resources.Interfaces;
using Drydock.Maas.Simulator.Resources.Storage;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Resources.Nodes;

/// <summary>Filters of nodes by a query: every constraint has to hold, and of several values of most any.</summary>
internal static class NodeFilters
{
    private static readonly Dictionary<string, Func<SimulatedNode, IEnumerable<string>>> Texts = new(StringComparer.Ordinal)
    {
        ["id"] = node => [node.SystemId],
        ["system_id"] = node => [node.SystemId],
        ["hostname"] = node => [node.Hostname],
        ["mac_address"] = node => node.Interfaces.Select(nic => nic.MacAddress),
        ["domain"] = node => [node.Domain.Name],
        ["agent_name"] = node => [(node as SimulatedMachine)?.AgentName ?? ""],
        ["status"] = node => [GetStatus(node).GetFilterName()],
        ["zone"] = node => [node.Zone.Name],
        ["pool"] = node => Named((node as SimulatedMachine)?.Pool.Name),
        ["owner"] = node => Named(node.Owner?.Username),
        ["power_state"] = node => [(node as SimulatedMachine)?.PowerState ?? "unknown"],
        ["fabrics"] = node => Vlans(node).Select(vlan => vlan.Fabric.Name),
        ["fabric_classes"] = node => Vlans(node).Select(vlan => vlan.Fabric.ClassType).OfType<string>(),
        // No machine is a part of a pod.
        ["pod"] = _ => [],
        ["deployment_target"] = node => [node is SimulatedMachine { EphemeralDeploy: true } ? "memory" : "disk"],
        ["pod_type"] = node => Named((node as SimulatedMachine)?.PowerType),
    };

    private static readonly Dictionary<string, Func<SimulatedNode, IEnumerable<string>>> Excluded = new(StringComparer.Ordinal)
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
        ["not_fabrics"] = Texts["fabrics"],
        ["not_fabric_classes"] = Texts["fabric_classes"],
        ["not_pod"] = Texts["pod"],
        ["not_deployment_target"] = Texts["deployment_target"],
        ["not_pod_type"] = Texts["pod_type"],
        ["not_arch"] = node => Named(node.Architecture),
        ["not_tags"] = node => node.Tags.Select(tag => tag.Name),
    };

    private static readonly Dictionary<string, Func<SimulatedNode, IEnumerable<double>>> Numbers = new(StringComparer.Ordinal)
    {
        ["cpu_count"] = node => [(node as SimulatedMachine)?.CpuCount ?? 0],
        ["cpu_speed"] = node => [(node as SimulatedMachine)?.CpuSpeed ?? 0],
        ["mem"] = node => [(node as SimulatedMachine)?.Memory ?? 0],
        ["link_speed"] = node => node.Interfaces.Select(nic => (double)nic.LinkSpeed),
    };

    private static readonly string[] Others =
        ["arch", "tags", "subnets", "not_subnets", "vlans", "not_vlans", "interfaces", "storage", "devices", "simple_status", "not_simple_status"];

    /// <summary>Words of an allocation that lists put up with and do not look at.</summary>
    private static readonly string[] Ignored = ["comment", "bridge_all", "bridge_type", "bridge_stp", "bridge_fd", "dry_run", "verbose"];

    /// <summary>What lists can be asked for and allocations cannot.</summary>
    private static readonly string[] OfLists =
    [
        "id", "not_id", "hostname", "not_hostname", "mac_address", "domain", "not_domain", "agent_name", "not_agent_name", "status", "not_status",
        "simple_status", "not_simple_status",
    ];

    /// <summary>The one constraint that only allocations have.</summary>
    private const string Name = "name";

    /// <summary>The names of all constraints of lists.</summary>
    public static IEnumerable<string> Known => Texts.Keys.Concat(Excluded.Keys).Concat(Numbers.Keys).Concat(Others).Concat(Ignored);

    /// <summary>Those a machine may be allocated by.</summary>
    public static IEnumerable<string> KnownToAllocations => Known.Where(name => !OfLists.Contains(name)).Append(Name);

    public static IEnumerable<string> KnownNumbers => Numbers.Keys;

    /// <summary>Whether a field of an allocation asks for something.</summary>
    public static bool IsConstraint(string name) => !Ignored.Contains(name) && KnownToAllocations.Contains(name);

    /// <summary>By number.</summary>
    /// <exception cref="ApiException">400: the query asks for what cannot be asked.</exception>
    public static IEnumerable<SimulatedNode> Select(ApiCall call)
    {
        new NodeFilterCheck(call, Known).Run();
        var tests = call.Query.Names.Select(name => CreateTest(call, name, call.Query.GetAll(name))).ToArray();
        // Those named by id need not be looked for.
        var candidates = call.Query.Has("id")
            ? call.Query.GetAll("id").Distinct().Select(call.State.Nodes.Find).OfType<SimulatedNode>() : call.State.Nodes;
        return candidates.OrderBy(node => node.Id).Where(node => Array.TrueForAll(tests, test => test(node)));
    }

    /// <summary>The values of a constraint; some may have a sign in front that other clients put there.</summary>
    public static IEnumerable<string> GetValues(string name, IEnumerable<string> values) => name switch
    {
        "tags" => values.SelectMany(text => text.Split([',', ' ', '\t', '\n'], StringSplitOptions.RemoveEmptyEntries)),
        "status" or "not_status" or "power_state" or "not_power_state" or "simple_status" or "not_simple_status"
            or "deployment_target" or "not_deployment_target" =>
            values.Select(text => text is ['=', ..] ? text[1..] : text),
        _ => values,
    };

    /// <summary>The VLANs a constraint names.</summary>
    public static List<SimulatedVlan> GetVlans(ApiCall call, string name) => SiteSpecifiers.Vlans.FindAny(call.State, call.Query.GetAll(name));

    /// <summary>The subnets a constraint names.</summary>
    public static List<SimulatedSubnet> GetSubnets(ApiCall call, string name) => SiteSpecifiers.Subnets.FindAny(call.State, call.Query.GetAll(name));

    public static Predicate<SimulatedNode> CreateTest(ApiCall call, string name, IReadOnlyList<string> values)
    {
        var wanted = GetValues(name, values).ToHashSet(StringComparer.Ordinal);
        if (Texts.TryGetValue(name, out var text))
            return node => text(node).Any(wanted.Contains);
        if (Excluded.TryGetValue(name, out var other))
            return node => !other(node).Any(wanted.Contains);
        if (Numbers.TryGetValue(name, out var numbers) && values.Min(value => double.Parse(value, CultureInfo.InvariantCulture)) is var least)
            return node => numbers(node).Any(number => number >= least);
        return name switch
        {
            "tags" => node => wanted.All(tag => node.Tags.Exists(known => known.Name == tag)),
            Name => node => wanted.All(value => IsNamed(node, value)),
            "arch" => node => wanted.Any(value => node.Architecture == value || node.Architecture?.Split('/')[0] == value),
            _ => TestOfPlace(call, name),
        };
    }

    private static Predicate<SimulatedNode> TestOfPlace(ApiCall call, string name)
    {
        var (state, text) = (call.State, call.Query.Get(name) ?? "");
        switch (name)
        {
            case "subnets" when GetSubnets(call, name) is var subnets:
                return node => subnets.TrueForAll(subnet => IsOn(node, subnet));
            case "not_subnets" when GetSubnets(call, name) is var subnets:
                return node => !subnets.Exists(subnet => IsOn(node, subnet));
            case "vlans" when GetVlans(call, name) is var vlans:
                return node => Vlans(node).Any(vlans.Contains);
            case "not_vlans" when GetVlans(call, name) is var vlans:
                return node => !Vlans(node).Any(vlans.Contains);
            case "interfaces" when !string.IsNullOrWhiteSpace(text):
                return InterfaceConstraints.Parse(text).CreateTest(state);
            case "storage" when text.Length > 0:
                var storage = StorageConstraints.Parse(text);
                return node => node is SimulatedMachine machine && storage.Match(machine) is not null;
            case "devices" when text.Length > 0:
                // No node is known to have a device.
                return text.Split(',').All(pair => pair.Contains('=', StringComparison.Ordinal))
                    ? _ => false
                    : throw new ApiException(ApiResponse.Text(500, "not enough values to unpack (expected 2, got 1)"));
            default:
                return _ => true;
        }
    }

    /// <summary>Devices stay as they were made; controllers are what MAAS itself runs on.</summary>
    public static MachineStatus GetStatus(SimulatedNode node) => node switch
    {
        SimulatedMachine machine => machine.Status,
        SimulatedController => MachineStatus.Deployed,
        _ => MachineStatus.New,
    };

    /// <summary>By its short name, or with the domain behind it.</summary>
    private static bool IsNamed(SimulatedNode node, string name) =>
        name.Split('.', 2) is [var host, .. var domain] && node.Hostname == host && Array.TrueForAll(domain, text => node.Domain.Name == text);

    private static IEnumerable<string> Named(string? name) => name is null ? [] : [name];

    private static IEnumerable<SimulatedVlan> Vlans(SimulatedNode node) => node.Interfaces.Select(nic => nic.Vlan).OfType<SimulatedVlan>();

    private static bool IsOn(SimulatedNode node, SimulatedSubnet subnet) =>
        node.Interfaces.Exists(nic => nic.Links.Exists(link => link.Subnet == subnet) || nic.Discovered?.Subnet == subnet);
}
