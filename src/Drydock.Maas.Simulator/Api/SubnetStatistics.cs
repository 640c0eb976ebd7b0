using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Numerics;
using System.Text.Json.Nodes;
using Drydock.Maas.Simulator.Http;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Api;

/// <summary>How full a subnet is: <c>op=statistics</c>.</summary>
internal sealed class SubnetStatistics
{
    private const string Unused = "unused";

    private readonly List<(IPAddress Start, IPAddress End, SortedSet<string> Purposes)> _ranges = [];
    private readonly IPAddress _first;
    private readonly IPAddress _last;

    private SubnetStatistics(SimulatorState state, SimulatedSubnet subnet)
    {
        (_first, _last) = AddressOrder.HostsOf(subnet.Cidr);
        var next = _first;
        foreach (var used in SubnetUse.Merge(state.Addresses.UsesOf(subnet)))
        {
            AddUnused(next, AddressOrder.Previous(used.Start));
            _ranges.Add(used);
            next = AddressOrder.Next(used.End);
        }

        AddUnused(next, _last);
    }

    private IEnumerable<BigInteger> Free => _ranges.Where(IsUnused).Select(Size);

    public static ApiResponse Answer(ApiCall call)
    {
        var statistics = new SubnetStatistics(call.State, Lookup.Subnet(call));
        var body = statistics.Render();
        if (QueryFlag.Read(call.Query, "include_ranges"))
            body["ranges"] = SiteJson.List(statistics._ranges, range => SubnetUse.Render(range.Start, range.End, range.Purposes));
        if (QueryFlag.Read(call.Query, "include_suggestions"))
            statistics.AddSuggestions(body);
        return ApiResponse.Json(body);
    }

    private static bool IsUnused((IPAddress Start, IPAddress End, SortedSet<string> Purposes) range) => range.Purposes.Contains(Unused);

    private static BigInteger Size((IPAddress Start, IPAddress End, SortedSet<string> Purposes) range) =>
        AddressOrder.ToNumber(range.End) - AddressOrder.ToNumber(range.Start) + 1;

    private static JsonNode Number(BigInteger number) => JsonNode.Parse(number.ToString(CultureInfo.InvariantCulture))!;

    private static string Percent(double share) =>
        Math.Round(share * 100, MidpointRounding.ToEven).ToString(CultureInfo.InvariantCulture) + "%";

    private void AddUnused(IPAddress start, IPAddress end)
    {
        if (AddressOrder.Instance.Compare(start, end) <= 0)
            _ranges.Add((start, end, new(StringComparer.Ordinal) { Unused }));
    }

    private JsonObject Render()
    {
        var available = Free.Aggregate(BigInteger.Zero, BigInteger.Add);
        var total = _ranges.Select(Size).Aggregate(BigInteger.Zero, BigInteger.Add);
        var usage = (double)(total - available) / (double)total;
        return new()
        {
            ["num_available"] = Number(available),
            ["largest_available"] = Number(Free.DefaultIfEmpty().Max()),
            ["num_unavailable"] = Number(total - available),
            ["total_addresses"] = Number(total),
            ["usage"] = usage,
            ["usage_string"] = Percent(usage),
            ["available_string"] = Percent((double)available / (double)total),
            ["first_address"] = _first.ToString(),
            ["last_address"] = _last.ToString(),
            ["ip_version"] = _first.AddressFamily == AddressFamily.InterNetwork ? 4 : 6,
        };
    }

    /// <summary>A gateway where there is none, and a dynamic range of at most a quarter of the subnet and half of what is free.</summary>
    private void AddSuggestions(JsonObject body)
    {
        var gateway = Has("gateway-ip") ? null : SuggestGateway();
        body["suggested_gateway"] = gateway?.ToString();
        body["suggested_dynamic_range"] = Has("dynamic") ? null : SuggestRange(gateway);
    }

    private bool Has(string purpose) => _ranges.Exists(range => range.Purposes.Contains(purpose));

    private IPAddress? SuggestGateway()
    {
        var free = _ranges.FindAll(IsUnused);
        if (free.Count == 0)
            return null;
        return !free[0].Start.Equals(_first) && free[^1].End.Equals(_last) ? _last : free[0].Start;
    }

    private JsonObject? SuggestRange(IPAddress? gateway)
    {
        if (!_ranges.Exists(IsUnused))
            return null;
        var (start, end, _) = _ranges.Where(IsUnused).MaxBy(Size);
        var (first, last) = (AddressOrder.ToNumber(start), AddressOrder.ToNumber(end));
        if (gateway is not null && gateway.Equals(start))
            first++;
        else if (gateway is not null && gateway.Equals(end))
            last--;
        var size = last - first + 1;
        var quarter = _ranges.Select(Size).Aggregate(BigInteger.Zero, BigInteger.Add) >> 2;
        var half = Free.Aggregate(BigInteger.Zero, BigInteger.Add) >> 1;
        first = size > quarter ? last - quarter : size >= half ? last - half + 1 : first;
        return first >= last
            ? null
            : SubnetUse.Render(
                AddressOrder.Shift(start, first - AddressOrder.ToNumber(start)),
                AddressOrder.Shift(start, last - AddressOrder.ToNumber(start)),
                ["proposed-dynamic"]);
    }
}
