using Drydock.Maas.Api;

namespace Drydock.Maas.Client.Resources;

/// <summary>Queries of a machine filter; the longest list is split, the others go into each part.</summary>
internal static class MachineQueries
{
    public static IEnumerable<RequestParameters> Of(MachineFilter filter)
    {
        ArgumentNullException.ThrowIfNull(filter);
        List<(string Name, IReadOnlyList<string> Values)> lists =
        [
            ("id", filter.SystemIds),
            ("hostname", [.. filter.Hostnames.Select(ShortName)]),
            ("mac_address", [.. filter.MacAddresses.Select(m => m.ToLowerInvariant())]),
            ("status", [.. filter.Statuses.Select(StatusName)]),
            ("tags", filter.Tags),
            ("zone", filter.Zones),
            ("pool", filter.Pools),
            ("domain", filter.Domains),
            .. filter.Others.Select(o => (o.Key, o.Value)),
        ];
        var longest = lists.MaxBy(l => l.Values.Sum(v => v.Length));
        return QueryChunks.Split(longest.Name, longest.Values, () => Others(lists, longest.Name));
    }

    private static RequestParameters Others(List<(string Name, IReadOnlyList<string> Values)> lists, string except)
    {
        var query = new RequestParameters();
        foreach (var (name, values) in lists.Where(l => l.Name != except))
            query.AddAll(name, values);
        return query;
    }

    /// <summary>MAAS shows "Failed commissioning" and is asked for failed_commissioning; three names it turns round.</summary>
    private static string StatusName(string status) => status.ToLowerInvariant() switch
    {
        "releasing failed" => "failed_releasing",
        "failed to enter rescue mode" => "failed_entering_rescue_mode",
        "failed to exit rescue mode" => "failed_exiting_rescue_mode",
        var name => name.Replace(' ', '_'),
    };

    private static string ShortName(string name) => name.Split('.')[0].ToLowerInvariant();
}
