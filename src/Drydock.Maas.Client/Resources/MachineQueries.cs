using Drydock.Maas.Api;
using Drydock.Maas.Client.Http;

namespace Drydock.Maas.Client.Resources;

/// <summary>
/// Queries of a machine filter, none longer than servers take. A list of which a machine has to meet one value is split into queries whose
/// answers are joined; one of which it has to meet every value (tags, subnets, and all that begins with not_) into queries that each have to answer it.
/// </summary>
internal static class MachineQueries
{
    private static readonly string[] AnyOf =
        ["id", "hostname", "mac_address", "status", "zone", "pool", "domain", "agent_name", "arch", "vlans", "fabrics", "fabric_classes"];

    /// <summary>
    /// The queries in parts: a machine fits that one query at least of every part answers. Nearly always one part of one query.
    /// </summary>
    public static IReadOnlyList<IReadOnlyList<RequestParameters>> Build(MachineFilter filter)
    {
        ArgumentNullException.ThrowIfNull(filter);
        List<ValueList> lists =
        [
            new("id", filter.SystemIds),
            new("hostname", [.. filter.Hostnames.SelectMany(HostnameSpellings.List)]),
            new("mac_address", [.. filter.MacAddresses.Select(MacNumber.Normalize)]),
            new("status", [.. filter.Statuses.Select(MachineStatuses.GetFilterName)]),
            new("tags", filter.Tags),
            new("zone", filter.Zones),
            new("pool", filter.Pools),
            new("domain", filter.Domains),
            .. filter.Others.Select(o => new ValueList(o.Key, o.Value)),
        ];
        var any = lists.Where(l => AnyOf.Contains(l.Name)).MaxBy(l => l.Length)!;
        var every = lists.Where(l => IsEvery(l.Name)).MaxBy(l => l.Length)!;
        if (lists.Sum(l => l.Length) <= QueryChunks.LongestQuery || any.Length + every.Length == 0)
            return [[Others(lists)]];
        if (every.Length < QueryChunks.LongestQuery / 2)
            return [Split(any, lists, any)];
        return any.Length < QueryChunks.LongestQuery / 2
            ? [.. Split(every, lists, every).Select(q => (IReadOnlyList<RequestParameters>)[q])]
            : [Split(any, lists, any, every), .. Split(every, lists, every, any).Select(q => (IReadOnlyList<RequestParameters>)[q])];
    }

    private static IReadOnlyList<RequestParameters> Split(ValueList list, List<ValueList> lists, params IReadOnlyList<ValueList> except) =>
        [.. QueryChunks.Split(list.Name, list.Values, () => Others(lists, except))];

    private static bool IsEvery(string name) => name is "tags" or "subnets" || name.StartsWith("not_", StringComparison.Ordinal);

    private static RequestParameters Others(List<ValueList> lists, params IReadOnlyList<ValueList> except)
    {
        var query = new RequestParameters();
        foreach (var (name, values) in lists.Except(except))
            query.AddAll(name, values);
        return query;
    }

    /// <summary>A list of the filter by the parameter's name.</summary>
    private sealed record ValueList(string Name, IReadOnlyList<string> Values)
    {
        /// <summary>Characters of its part of a query.</summary>
        public int Length { get; } = Values.Sum(v => QueryChunks.Cost(Name, v));
    }
}
