using System.Globalization;
using Drydock.Maas.Simulator.Http;
using Drydock.Maas.Simulator.Resources.Boot;
using Drydock.Maas.Simulator.Resources.Nodes;

namespace Drydock.Maas.Simulator.Resources.Machines;

/// <summary>The constraints of an allocation in MAAS's words, as far as they ask for anything, by name.</summary>
internal sealed class AllocationWords(ApiCall query)
{
    public string Resolve() => string.Join(' ', query.Form.Names.Where(NodeFilters.IsConstraint).Order(StringComparer.Ordinal)
        .Select(name => (Name: name, Text: Describe(name, query.Form.GetAll(name)))).Where(word => word.Text.Length > 0).Select(word => $"{word.Name}={word.Text}"));

    /// <summary>An empty value of a list has no words.</summary>
    /// <exception cref="ApiException">500: there is one.</exception>
    private static string Join(IEnumerable<string> values) => string.Join(',', values.Select(value => value.Length > 0
        ? value
        : throw new ApiException(ApiResponse.Text(500, "sequence item 0: expected str instance, NoneType found"))));

    private string Describe(string name, IReadOnlyList<string> values) => name switch
    {
        "arch" => string.Join(',', values.SelectMany(ExpandArchitecture)),
        // Names of tags may stand in one text; MAAS keeps them as a set, and tells it in order.
        "tags" => string.Join(',', NodeFilters.GetValues(name, values).Distinct().Order(StringComparer.Ordinal)),
        "cpu_count" or "cpu_speed" or "mem" or "link_speed" => string.Join(',', values.Select(PythonFloat)),
        "subnets" or "not_subnets" => Numbers(NodeFilters.GetSubnets(query, name).Select(subnet => subnet.Id)),
        "vlans" or "not_vlans" => Numbers(NodeFilters.GetVlans(query, name).Select(vlan => vlan.Id)),
        "storage" or "interfaces" or "devices" => query.Form.Get(name)!,
        _ => Join(NodeFilters.GetValues(name, values)),
    };

    private IEnumerable<string> ExpandArchitecture(string value)
    {
        var usable = UsableArchitectures.List(query.State);
        return usable.Contains(value) ? [value] : usable.Where(known => known.Split('/')[0] == value);
    }

    private static string Numbers(IEnumerable<int> ids) =>
        string.Join(',', ids.Order().Select(id => id.ToString(CultureInfo.InvariantCulture)));

    private static string PythonFloat(string text) => PythonLiteral.Number(double.Parse(text, CultureInfo.InvariantCulture));
}
